"""Loads the vocabularies."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from examples.vocabularies import load_vocabularies


class Command(BaseCommand):
    """Load the vocabularies and say what was done."""

    help = "Load the vocabularies; what editors changed is kept."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and report per vocabulary."""
        for name, tally in load_vocabularies().items():
            if options["verbosity"]:
                self.stdout.write(
                    f"{name}: {tally.made} made, {tally.updated} updated, "
                    f"{tally.unchanged} unchanged, {tally.kept} kept"
                )
