"""`manage.py search index`: the indexer process."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from search.engines.chosen import chosen_engine
from search.indexer_process import run
from search.verbs.base import Output


class Index:
    """Index what changes, until told to stop."""

    help = "index what changes; runs until SIGTERM (one process a site)"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Nothing."""

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Run until SIGTERM or SIGINT."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        engine = chosen_engine()
        try:
            run(engine, stop)
        finally:
            engine.close()
