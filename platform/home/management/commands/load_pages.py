"""Makes the site's own pages."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from home.site_content import load_pages


class Command(BaseCommand):
    """Make the home and information pages that are missing."""

    help = "Make the home and information pages that are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them and say how many."""
        made = load_pages()
        if options["verbosity"]:
            self.stdout.write(f"pages: {made} made")
