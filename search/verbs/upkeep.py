"""`manage.py search rebuild`, `check`, `repair` and `status`."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.management.base import CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from search.documents import indexable
from search.engines.base import Engine, EngineError
from search.engines.chosen import chosen_engine
from search.indexer import drain
from search.models import IndexChange
from search.upkeep import Difference, RebuildError, compare, rebuild, repair, waiting_changes
from search.verbs.base import Output

PATIENCE = 60.0  # seconds that `repair` waits for an indexer that is running
SHOWN = 20


class _WithoutArguments:
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Nothing."""


class Rebuild:
    """Build a new index and switch to it."""

    help = "build a new index beside the old one, compare it with the database, switch to it"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add `--if-needed`."""
        parser.add_argument("--if-needed", action="store_true", help="only if there is none, or it differs")

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Build it, with a progress bar."""
        with _engine() as engine:
            if options["if_needed"] and engine.health().ok and not compare(engine).keys:
                out.write("The index equals the database.")
                return
        # Each story is written, and then compared.
        with _engine() as engine, _progress("Indexing", 2 * indexable().count()) as advance:
            try:
                number = rebuild(engine, advance)
            except RebuildError as error:
                raise CommandError(str(error)) from error
        out.write(f"The new index is in use: {number} stories.")


class Check(_WithoutArguments):
    """Name what differs."""

    help = (
        "name stories that are missing from the index, in it wrongly, or stale; exit code 1 if there are any"
    )

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Compare all stories."""
        with _engine() as engine, _progress("Comparing", indexable().count()) as advance:
            difference = compare(engine, advance)
        _tell(out, difference)
        if difference.keys:
            raise CommandError("The index differs from the database. `manage.py search repair` mends it.")
        out.write("The index equals the database.")


class Repair(_WithoutArguments):
    """Mend what differs."""

    help = "index again whatever `check` would name"

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Compare, put into the outbox, and see that it is worked off."""
        with _engine() as engine:
            with _progress("Comparing", indexable().count()) as advance:
                difference = compare(engine, advance)
            _tell(out, difference)
            repair(difference)
            _work_off(engine)
            left = compare(engine)
        if left.keys or left.waiting:
            raise CommandError("Not everything could be mended; `manage.py search status` tells more.")
        out.write(f"Mended: {len(difference.keys)} stories. The index equals the database.")


class Status(_WithoutArguments):
    """How the index is."""

    help = "how the engine is, and what waits or was given up"

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Tell it in a few lines."""
        with _engine() as engine:
            health = engine.health()
            remains = engine.remains() if health.ok else 0
        oldest = waiting_changes().order_by("created").first()
        out.write(f"Engine: {'ok' if health.ok else 'NOT OK'}, {health.detail}")
        out.write(f"Stories in the index: {health.stories}; in the database: {indexable().count()}")
        since = f", the oldest since {oldest.created:%Y-%m-%d %H:%M:%S}" if oldest else ""
        out.write(f"Withdrawn or changed, and still in its files until tonight: {remains}")
        out.write(f"Changes that wait: {waiting_changes().count()}{since}")
        out.write(f"Given up: {IndexChange.objects.filter(given_up=True, done=None).count()}")
        if not health.ok:
            raise CommandError("The search engine is not well.")


@contextmanager
def _engine() -> Iterator[Engine]:
    engine = chosen_engine()
    try:
        yield engine
    except EngineError as error:
        raise CommandError(f"The search engine does not answer: {error}") from error
    finally:
        engine.close()


@contextmanager
def _progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, where that is a terminal."""
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=total)
        yield lambda number: progress.advance(task, number)


def _tell(out: Output, difference: Difference) -> None:
    for label, keys in (
        ("Missing", difference.missing),
        ("Ghosts", difference.ghosts),
        ("Stale", difference.stale),
    ):
        more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
        out.write(f"{label}: {len(keys)}{': ' if keys else ''}{', '.join(keys[:SHOWN])}{more}")
    if difference.waiting:
        out.write(f"Waiting for the indexer: {difference.waiting}")


def _work_off(engine: Engine) -> None:
    """Take the turns here, or wait for the indexer that holds the index."""
    deadline = time.monotonic() + PATIENCE
    while waiting_changes().exists() and time.monotonic() < deadline:
        try:
            drain(engine)
        except EngineError:
            time.sleep(1)
