"""Closes the site to visitors, or opens it again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.template.loader import render_to_string

from core.maintenance import close, is_closed, reopen


class Command(BaseCommand):
    """Turn maintenance mode on or off."""

    help = (
        "Close the site to visitors (on), open it again (off), say how it is (status),"
        " or write the page that visitors get (page)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add what to do."""
        parser.add_argument("state", choices=["on", "off", "status", "page"], nargs="?", default="status")

    def handle(self, *args: Any, state: str = "status", **options: Any) -> None:
        """Do it, and say how it is now."""
        if state == "page":
            self.stdout.write(render_to_string("503.html"))
            return
        if state == "on":
            close()
        elif state == "off":
            reopen()
        closed = is_closed()
        self.stdout.write("Closed: visitors get the maintenance page." if closed else "Open to visitors.")
