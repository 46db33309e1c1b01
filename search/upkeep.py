"""Keeping the index equal to the database: compare, repair, rebuild."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone

from core.page_cache import purge
from search.documents import indexable, records
from search.encode import digest, encode
from search.engines.base import Build, Engine, EngineDocument
from search.indexer import operations
from search.models import IndexChange, IndexRun, enqueue
from search.similar import SIMILAR_KEY

BATCH = 500
REPLAYS = 5
# A transaction may have begun this long before its rows can be seen.
MARGIN = timedelta(minutes=5)

Progress = Callable[[int], None]


class RebuildError(Exception):
    """The new index does not equal the database; the old one stays in use."""


@dataclass(frozen=True)
class Difference:
    """Keys of stories by what is wrong with them; `waiting` is the number of changes not yet indexed."""

    missing: tuple[str, ...]
    ghosts: tuple[str, ...]
    stale: tuple[str, ...]
    waiting: int

    @property
    def keys(self) -> tuple[str, ...]:
        """All that differ."""
        return (*self.missing, *self.ghosts, *self.stale)


def compare(index: Engine | Build, progress: Progress = lambda number: None) -> Difference:
    """Compare every story of the database with the index.

    Args:
        index: The engine, or an index that is being built.
        progress: Told of each number of stories compared.

    Returns:
        What differs. Stories of which a change still waits do not count as different.
    """
    held = {key: content for key, _version, content in index.versions()}
    missing, stale = [], []
    for record in records():
        content = held.pop(record.key, None)
        if content is None:
            missing.append(record.key)
        elif content != digest(record):
            stale.append(record.key)
        progress(1)
    waiting = {str(story) for story in waiting_changes().values_list("story", flat=True)}
    return Difference(
        missing=tuple(key for key in missing if key not in waiting),
        ghosts=tuple(key for key in held if key not in waiting),
        stale=tuple(key for key in stale if key not in waiting),
        waiting=len(waiting),
    )


def waiting_changes() -> QuerySet[IndexChange]:
    """Changes that the indexer still has to take."""
    return IndexChange.objects.filter(done=None, given_up=False)


def repair(difference: Difference) -> int:
    """Have the index look again at all that differs; how many stories."""
    enqueue(int(key) for key in difference.keys)
    return len(difference.keys)


def rebuild(engine: Engine, progress: Progress = lambda number: None) -> int:
    """Build a new index beside the one in use and switch to it.

    Of what was withdrawn or changed before this began, no letter is left in the files of the engine.

    Args:
        engine: Whose index.
        progress: Told of each number of stories written, and of each compared (all of them, once or more).

    Returns:
        Number of stories in the new index.

    Raises:
        RebuildError: The new index differed from the database; the old one stays in use.
        EngineError: The engine did not answer; likewise.
    """
    since = timezone.now() - MARGIN
    build = engine.rebuild()
    try:
        for batch in _batches(_documents()):
            build.write(batch)
            progress(len(batch))
        _settle(build, since, progress)
        build.activate()
    except BaseException:
        build.abandon()
        raise
    purge(SIMILAR_KEY)
    # What the indexer wrote to the old index in the meantime, it writes again, to the new one.
    IndexChange.objects.filter(created__gte=since, done__isnull=False).update(done=None)
    return indexable().count()


def drop_remains(engine: Engine, progress: Progress = lambda number: None) -> bool:
    """Rebuild, if the files still hold text of stories that were withdrawn or changed.

    Args:
        engine: Whose index.
        progress: As `rebuild` has it.

    Returns:
        Whether they did.

    Raises:
        RebuildError: As `rebuild`.
        EngineError: As `rebuild`.
    """
    if not engine.remains():
        return False
    rebuild(engine, progress)
    return True


def _documents() -> Iterator[EngineDocument]:
    version = IndexRun.draw()
    return (encode(record, version) for record in records())


def _batches(documents: Iterable[EngineDocument]) -> Iterator[list[EngineDocument]]:
    rest = iter(documents)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _settle(build: Build, since: datetime, progress: Progress) -> None:
    """Replay what changed meanwhile until the new index equals the database."""
    keys: set[str] = set()
    for _round in range(REPLAYS):
        changed = IndexChange.objects.filter(created__gte=since).values_list("story", flat=True)
        keys |= {str(story) for story in changed}
        if keys:
            build.write(operations(sorted(keys, key=int), IndexRun.draw()))
        keys = set(compare(build, progress).keys)
        if not keys:
            return
    raise RebuildError("The new index does not equal the database; the old one stays in use.")
