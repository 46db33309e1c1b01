"""Brings what the outbox holds into the index: idempotent turns, backoff, a place for what never works."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from core import page_cache
from search.documents import records
from search.encode import encode
from search.engines.base import Deletion, Engine, EngineDocument, EngineError
from search.models import IndexChange, IndexRun
from search.similar import SIMILAR_KEY

logger = logging.getLogger(__name__)

BATCH = 500
MOST_ATTEMPTS = 6
# What was done is kept so long: a rebuild that is under way does it again in the new index.
KEPT = timedelta(hours=12)


def turn(engine: Engine) -> int:
    """Take one batch of waiting changes, read their stories and write them.

    Args:
        engine: Where to.

    Returns:
        Number of changes taken; 0 when none is due.

    Raises:
        EngineError: The engine does not answer. Nothing is lost: the changes still wait.
    """
    rows = list(IndexChange.objects.filter(done=None, given_up=False, due__lte=timezone.now())[:BATCH])
    if not rows:
        return 0
    version = IndexRun.draw()
    keys = [str(number) for number in dict.fromkeys(row.story for row in rows)]
    failed = _write_each(engine, keys, version)
    now = timezone.now()
    done = [row.pk for row in rows if str(row.story) not in failed]
    IndexChange.objects.filter(pk__in=done).update(done=now, error="")
    page_cache.purge(SIMILAR_KEY)
    for row in rows:
        if str(row.story) in failed:
            _put_off(row, failed[str(row.story)])
    return len(rows)


def operations(keys: Sequence[str], version: int) -> list[EngineDocument | Deletion]:
    """What makes the index right for these stories: documents of the public ones, deletions for the rest."""
    found = {record.key: record for record in records(keys)}
    return [encode(found[key], version) if key in found else Deletion(key, version) for key in keys]


def _write_each(engine: Engine, keys: list[str], version: int) -> dict[str, str]:
    """Write them together, or where that fails one by one; what went wrong, by key."""
    try:
        engine.write(operations(keys, version))
    except Exception as error:
        if isinstance(error, EngineError) and not engine.health().ok:
            raise
        logger.warning("A batch of %d stories failed (%s); trying one by one", len(keys), _named(error))
    else:
        return {}
    failed: dict[str, str] = {}
    for key in keys:
        try:
            engine.write(operations([key], version))
        except Exception as error:
            if isinstance(error, EngineError) and not engine.health().ok:
                raise
            failed[key] = _named(error)
    return failed


def _named(error: Exception) -> str:
    # The kind of error alone: its message may quote the story.
    return type(error).__name__


def _put_off(row: IndexChange, error: str) -> None:
    row.attempts += 1
    row.error = error
    row.given_up = row.attempts >= MOST_ATTEMPTS
    row.due = timezone.now() + timedelta(seconds=2**row.attempts)
    row.save(update_fields=["attempts", "error", "given_up", "due"])
    if row.given_up:
        logger.error("Given up on story %d after %d tries: %s", row.story, row.attempts, error)


def drain(engine: Engine) -> int:
    """Take turns until nothing is due; how many changes there were.

    Raises:
        EngineError: As `turn`.
    """
    total = 0
    while taken := turn(engine):
        total += taken
    return total


def purge() -> int:
    """Forget what was done long ago; how many rows."""
    return IndexChange.objects.filter(done__lt=timezone.now() - KEPT).delete()[0]


def retry(changes: Sequence[int]) -> int:
    """Let what was given up wait for its turn again; how many rows."""
    rows = IndexChange.objects.filter(pk__in=changes, given_up=True)
    return rows.update(given_up=False, attempts=0, due=timezone.now(), error="")
