"""Times questions, from one process or from several at once."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections

WARM_UP = 10
BUDGET = 40.0  # seconds that one measurement may take; slow peers then answer fewer questions

Ask = Callable[[Any], object]


def measure(make: Callable[[], Ask], questions: Sequence[Any], clients: int) -> dict[str, float]:
    """Ask every question once, over so many processes.

    Args:
        make: Called in each process; gives what asks a question.
        questions: What is asked.
        clients: How many processes ask at the same time.

    Returns:
        p50 and p95 in milliseconds, number of answers, answers a second.
    """
    connections.close_all()
    context = multiprocessing.get_context("fork")
    ready, results = context.Barrier(clients), context.Queue()
    shares = [questions[number::clients] for number in range(clients)]
    workers = [context.Process(target=_work, args=(make, share, ready, results)) for share in shares]
    for worker in workers:
        worker.start()
    found = [results.get(timeout=600) for _ in workers]
    for worker in workers:
        worker.join()
    for answer in found:
        if isinstance(answer, Exception):
            raise answer
    times = sorted(seconds for seconds_of_one, _ in found for seconds in seconds_of_one)
    lasted = max(whole for _, whole in found)
    return {
        "p50_ms": round(1000 * percentile(times, 0.5), 2),
        "p95_ms": round(1000 * percentile(times, 0.95), 2),
        "answers": len(times),
        "per_second": round(len(times) / lasted, 1),
    }


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share lies; the nearest that was measured."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _work(make: Callable[[], Ask], questions: Sequence[Any], ready: Any, results: Any) -> None:
    try:
        results.put(_ask_all(make, questions, ready))
    except Exception as error:  # the parent raises it
        ready.abort()
        results.put(RuntimeError(repr(error)))


def _ask_all(make: Callable[[], Ask], questions: Sequence[Any], ready: Any) -> tuple[list[float], float]:
    ask, times = make(), []
    for question in questions[:WARM_UP]:
        ask(question)
    ready.wait(timeout=300)
    begun = time.perf_counter()
    for question in questions:
        start = time.perf_counter()
        ask(question)
        now = time.perf_counter()
        times.append(now - start)
        if now - begun > BUDGET:
            break
    return times, time.perf_counter() - begun
