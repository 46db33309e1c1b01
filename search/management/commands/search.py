"""`manage.py search`: everything about the index, one verb each (see `search.verbs`)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.verbs import VERBS


class Command(BaseCommand):
    """Hand over to the verb."""

    help = "Keep, compare, measure and explain the search index."

    def add_arguments(self, parser: CommandParser) -> None:
        """Give each verb its own arguments."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        for name, verb in VERBS.items():
            verb.add_arguments(verbs.add_parser(name, help=verb.help, description=verb.help))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the verb does.

        Raises:
            CommandError: It did not work; the message says why.
        """
        VERBS[options["verb"]].run(self.stdout, options)
