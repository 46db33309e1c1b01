from __future__ import annotations

from search.breaker import FIRST_PAUSE, LONGEST_PAUSE, Breaker


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_nobody_waits_for_an_engine_that_failed_until_a_probe_succeeds() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    assert breaker.allows()
    breaker.failed()
    assert breaker.broken
    assert not breaker.allows()
    clock.now += FIRST_PAUSE
    assert breaker.allows(), "one may probe"
    assert not breaker.allows(), "the others still do not wait"
    breaker.succeeded()
    assert breaker.allows()
    assert not breaker.broken


def test_the_pause_grows_up_to_a_bound() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    pauses = []
    for _ in range(8):
        breaker.failed()
        start = clock.now
        while not breaker.allows():
            clock.now += 0.5
        pauses.append(clock.now - start)
    assert pauses == sorted(pauses)
    assert pauses[0] == FIRST_PAUSE
    assert pauses[-1] == LONGEST_PAUSE
