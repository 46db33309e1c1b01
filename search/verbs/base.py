"""What a verb of `manage.py search` is."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any, Protocol


class Output(Protocol):
    """Where a verb tells what it did, a line at a time."""

    def write(self, msg: str) -> object:
        """Write a line."""


class Verb(Protocol):
    """One verb; `help` is its line in the overview."""

    help: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what it takes."""

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Do it and tell on `out`; a CommandError says what did not work."""
