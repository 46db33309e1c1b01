"""Writes the stories as YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from examples.exchange.writer import export


class Command(BaseCommand):
    """Write the stories in the format that import_examples reads."""

    help = "Write the stories as YAML."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and what."""
        parser.add_argument("--output", type=Path, help="File to write; else standard output.")
        parser.add_argument("--all", action="store_true", help="Drafts too.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write."""
        pieces = export(options["all"])
        if options["output"] is None:
            for piece in pieces:
                self.stdout.write(piece, ending="")
            return
        try:
            with Path(options["output"]).open("w", encoding="utf-8") as file:
                file.writelines(pieces)
        except OSError as error:
            raise CommandError(f"{options['output']}: {error.strerror}") from error
