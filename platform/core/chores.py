"""What the schedule process does now and then; a room registers its own in AppConfig.ready."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """Something to do every so often; the first time when the process starts. It may be done twice."""

    name: str
    every: timedelta
    do: Callable[[], object]


_chores: dict[str, Chore] = {}


def register(chore: Chore) -> None:
    """Have it done by the schedule process."""
    _chores[chore.name] = chore


class Round:
    """Knows when each chore was done last."""

    def __init__(self) -> None:
        self._due: dict[str, float] = {}

    def do_what_is_due(self) -> None:
        """Do each chore whose time has come; one that fails is tried again at its next time."""
        for chore in _chores.values():
            if time.monotonic() < self._due.get(chore.name, 0):
                continue
            self._due[chore.name] = time.monotonic() + chore.every.total_seconds()
            try:
                chore.do()
            except Exception as error:
                # The kind of error alone: its message may quote content.
                log.error("The chore %s failed: %s", chore.name, type(error).__name__)
