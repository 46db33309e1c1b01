"""What the indexer process does all day: take turns, wait longer while the engine is down, keep house."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone

from core.models import Erasure
from search import counting, indexer, upkeep
from search.engines.base import Engine, EngineError

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.5
LONGEST_WAIT = 30.0  # seconds between two tries while the engine is down
TIDY_SECONDS = 3600.0
NIGHT = 3  # o'clock, when visitors need the machine least
LOOK_BACK = timedelta(days=1)  # erasures of so long before the start may have been missed


class Stopped(Exception):
    """The process was told to stop while it did something long."""


def run(engine: Engine, stop: threading.Event) -> None:
    """Take turns until told to stop; while the engine is down, wait longer each time.

    Args:
        engine: Where to.
        stop: Set from outside.
    """
    wait = POLL_SECONDS
    housekeeper = Housekeeper(engine, stop)
    while not stop.is_set():
        close_old_connections()
        try:
            taken = indexer.turn(engine)
            housekeeper.look_round()
        except EngineError as error:
            wait = min(wait * 2, LONGEST_WAIT)
            logger.warning("The search engine does not answer (%s); next try in %.0f s", error, wait)
            stop.wait(wait)
            continue
        except Stopped:
            return
        wait = POLL_SECONDS
        if not taken:
            stop.wait(POLL_SECONDS)


class Housekeeper:
    """Does each hour and each night what need not be done at once, and what an erasure wants at once."""

    def __init__(self, engine: Engine, stop: threading.Event) -> None:
        self._engine, self._stop = engine, stop
        self._tidy_at = time.monotonic()
        self._drop_at = next_night(timezone.localtime())
        self._turn_at = 0.0
        self._erasures = Erasure.objects.filter(at__lt=timezone.now() - LOOK_BACK).count()

    def look_round(self) -> None:
        """Do what is due.

        Raises:
            EngineError: The engine does not answer. What an erasure wants is tried again at the next look.
            Stopped: The process was told to stop.
        """
        erasures = Erasure.objects.count()
        if erasures != self._erasures:
            self._drop(upkeep.rebuild)
            self._erasures = erasures
        if time.monotonic() >= self._tidy_at:
            self._tidy_at = time.monotonic() + TIDY_SECONDS
            indexer.purge()
            counting.tidy_up()
        if timezone.now() >= self._drop_at:
            self._drop_at = next_night(timezone.localtime())
            self._drop(upkeep.drop_remains)

    def _drop(self, drop: Callable[[Engine, upkeep.Progress], object]) -> None:
        try:
            drop(self._engine, self._meanwhile)
        except upkeep.RebuildError as error:
            logger.warning("What was withdrawn stays in the files of the index until tonight: %s", error)

    def _meanwhile(self, number: int) -> None:
        """What changes goes on reaching the index in use."""
        if self._stop.is_set():
            raise Stopped
        if time.monotonic() >= self._turn_at:
            indexer.turn(self._engine)
            self._turn_at = time.monotonic() + POLL_SECONDS


def next_night(now: datetime) -> datetime:
    """The next time that it is night, in the time zone of `now`."""
    tonight = now.replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    return tonight if tonight > now else tonight + timedelta(days=1)
