"""Loads the thesaurus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.thesaurus import reader, storage
from search.thesaurus.rules import ThesaurusError, check


class Command(BaseCommand):
    """Load a thesaurus and say what was done."""

    help = "Load the thesaurus from SKOS Turtle; what editors changed is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which file."""
        parser.add_argument(
            "file", nargs="?", type=Path, default=storage.FIXTURE, help="else the one that ships"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the whole file, load it, and report."""
        path = options["file"]
        try:
            thesaurus = reader.load(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, ThesaurusError) as error:
            raise CommandError(f"{path}: {error}") from error
        tally = storage.load(thesaurus)
        if not options["verbosity"]:
            return
        self.stdout.write(
            f"thesaurus: {tally.made} made, {tally.updated} updated, {tally.unchanged} unchanged, "
            f"{tally.kept} kept, {tally.removed} removed"
        )
        for problem in check(storage.stored()):
            if problem.is_error or options["verbosity"] > 1:
                self.stderr.write(str(problem))
