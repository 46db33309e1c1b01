"""Analysed stories in a file, so that every engine gets the same ones without analysing them again."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections.abc import Iterator
from pathlib import Path

from bench.searching.corpus import Generator
from search.encode import encode
from search.engines.base import EngineDocument
from search.story import StoryRecord

PROCESSES = 2
CHUNK = 50

_generator: list[Generator] = []


def write_spool(generator: Generator, size: int, file: Path) -> dict[str, float]:
    """Generate and analyse so many stories, on two cores.

    Returns:
        Seconds and stories a second.
    """
    _generator[:] = [generator]
    start = time.perf_counter()
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool, file.open("wb") as out:
        for written in pool.imap(_analysed, range(size), chunksize=CHUNK):
            pickle.dump(written, out)
    seconds = time.perf_counter() - start
    return {"seconds": round(seconds, 1), "stories_per_second": round(size / seconds, 1)}


def read_spool(file: Path, most: int | None = None) -> Iterator[tuple[StoryRecord, EngineDocument]]:
    """The stories, as records and as documents."""
    number = 0
    with file.open("rb") as source:
        while most is None or number < most:
            try:
                yield pickle.load(source)  # noqa: S301 - written by us just now
            except EOFError:
                return
            number += 1


def _analysed(number: int) -> tuple[StoryRecord, EngineDocument]:
    record = _generator[0].story(number)
    return record, encode(record, 1)
