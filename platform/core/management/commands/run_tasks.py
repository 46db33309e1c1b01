"""Does the tasks that the site leaves to a worker, such as sending mail, until told to stop."""

from __future__ import annotations

import platform
from typing import Any

from django.core.management import CommandParser, call_command
from django.core.management.base import BaseCommand

from core.worker import requeue_of


class Command(BaseCommand):
    """A worker."""

    help = "Do the tasks that the site leaves to a worker, such as sending mail; runs until SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        """The name of this worker."""
        parser.add_argument(
            "--name",
            default=platform.node()[:64] or "worker",
            help="name of this worker, another one for each that runs (default: the name of the machine)",
        )
        parser.add_argument(
            "--until-empty", action="store_true", help="stop when there is nothing left to do"
        )

    def handle(self, *args: Any, name: str, until_empty: bool, **options: Any) -> None:
        """Take up what a worker of this name left behind, then wait for tasks."""
        requeued = requeue_of(name)
        if requeued:
            self.stdout.write(f"Taken up again: {requeued}")
        call_command(
            "db_worker",
            "--backend=worker",
            queue_name="*",
            worker_id=name,
            interval=1,
            batch=until_empty,
            reload=False,
            startup_delay=False,
            verbosity=options["verbosity"],
        )
