"""Removes what is kept longer than needed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.retention import purge_old


class Command(BaseCommand):
    """Apply the rules of retention now; the schedule process does so every day."""

    help = "Remove what is older than the days in RETENTION_..._DAYS; --dry-run only counts."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--dry-run`."""
        parser.add_argument("--dry-run", action="store_true", help="count, and remove nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Apply the rules and say how many went.

        Raises:
            CommandError: A rule failed.
        """
        outcomes = purge_old(dry_run=options["dry_run"])
        for outcome in outcomes:
            number = "failed" if outcome.number is None else outcome.number
            self.stdout.write(f"{outcome.rule.name}, after {outcome.days} days: {number}")
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was removed.")
        if any(outcome.number is None for outcome in outcomes):
            raise CommandError("Not everything could be removed; see the log.")
