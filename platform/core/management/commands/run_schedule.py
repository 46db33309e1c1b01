"""Publishes what is due and does the chores, until told to stop."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from core.chores import Round

# What is published or expires at a time of day must be found, or gone, within five seconds: look often.
SECONDS = 1


class Command(BaseCommand):
    """Publish and unpublish pages at their time, and do what must be done now and then."""

    help = "Publish and unpublish pages at their time, and keep house; runs until SIGTERM."

    def handle(self, *args: Any, **options: Any) -> None:
        """Look every second."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        chores = Round()
        while not stop.is_set():
            close_old_connections()
            call_command("publish_scheduled", verbosity=0)
            chores.do_what_is_due()
            stop.wait(SECONDS)
