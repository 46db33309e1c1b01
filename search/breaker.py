"""A circuit breaker: while the engine fails nobody waits for it; now and then one request probes it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

FIRST_PAUSE = 2.0  # seconds
LONGEST_PAUSE = 30.0


class Breaker:
    """Says whether the engine may be asked.

    A failure closes the way for a pause that doubles with each failed probe; when the pause is over, one
    caller at a time may probe, and the first success opens the way for all.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pause = 0.0
        self._until = 0.0

    @property
    def broken(self) -> bool:
        """Whether the last request failed."""
        return self._pause > 0

    def allows(self) -> bool:
        """Whether to ask the engine now. Who is let through during trouble is the probe."""
        with self._lock:
            if not self._pause:
                return True
            if self._clock() < self._until:
                return False
            self._until = self._clock() + self._pause
            return True

    def succeeded(self) -> None:
        """The engine answered."""
        with self._lock:
            self._pause = 0.0

    def failed(self) -> None:
        """The engine did not answer."""
        with self._lock:
            self._pause = min(self._pause * 2 or FIRST_PAUSE, LONGEST_PAUSE)
            self._until = self._clock() + self._pause
