"""Writes the thesaurus as open data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.thesaurus import skos
from search.thesaurus.storage import stored


class Command(BaseCommand):
    """Write the thesaurus as editors have it now."""

    help = "Write the thesaurus as SKOS Turtle."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and in which form."""
        parser.add_argument("--output", type=Path, help="File to write; else standard output.")
        parser.add_argument("--source", action="store_true", help="As the fixture: each statement once.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write."""
        if options["source"]:
            text = skos.write(stored())
        else:
            text = skos.write(stored(), f"{settings.BASE_URL}/id/thesaurus", entailed=True)
        if options["output"] is None:
            self.stdout.write(text, ending="")
            return
        try:
            options["output"].write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{options['output']}: {error.strerror}") from error
