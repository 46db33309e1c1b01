"""Closes the site to visitors, or opens it again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.maintenance import close, is_closed, reopen


class Command(BaseCommand):
    """Turn maintenance mode on or off."""

    help = "Close the site to visitors (on), open it again (off), or say how it is (status)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add what to do."""
        parser.add_argument("state", choices=["on", "off", "status"], nargs="?", default="status")

    def handle(self, *args: Any, state: str = "status", **options: Any) -> None:
        """Do it, and say how it is now."""
        if state == "on":
            close()
        elif state == "off":
            reopen()
        closed = is_closed()
        self.stdout.write("Closed: visitors get the maintenance page." if closed else "Open to visitors.")
