"""Erases again, after a backup was put back, what was erased since it was made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import erasure


class Command(BaseCommand):
    """Run it before the site opens with a backup."""

    help = "Erase again all that the list of erasures names (DATA_DIR/erasures.jsonl, or --list FILE)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--list`."""
        parser.add_argument("--list", type=Path, help="the list, where it is not in DATA_DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the whole list first, then erase.

        Raises:
            CommandError: There is no list, or it has a line that is no erasure.
        """
        path: Path = options["list"] or erasure.list_file()
        if not path.exists():
            raise CommandError(f"There is no list of erasures at {path}.")
        try:
            lines = list(erasure.read_list(path))
        except ValueError as error:
            raise CommandError(str(error)) from error
        unknown = {line.kind for line in lines} - erasure.kinds()
        if unknown:
            raise CommandError(f"{path} names kinds that this site does not know: {', '.join(unknown)}.")
        self.stdout.write(f"Erased again: {erasure.reapply(lines)}. Now run `manage.py search rebuild`.")
