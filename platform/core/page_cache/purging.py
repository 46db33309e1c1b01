"""Makes kept pages stale: transactionally, for all processes at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from core.models import Purge

# Longer than any page is kept: what is older cannot make a kept page stale.
REMEMBERED = timedelta(days=1)
EVERYTHING = "everything"


def purge(*keys: str) -> None:
    """Make every kept page that shows one of the keys stale, from the moment that the change is committed.

    The numbers are taken twice. Inside the transaction, so that change and purge are committed together or
    not at all; and after it, because on PostgreSQL a number taken in a long transaction may be lower than one
    that a page under way has seen already, and that page may have read what was there before.
    """
    wanted = sorted(set(keys))
    if not wanted:
        return
    _write(wanted)
    if connection.in_atomic_block:
        transaction.on_commit(partial(_write, wanted), robust=True)


def purge_everything() -> None:
    """Make every kept page stale."""
    purge(EVERYTHING)


def _write(keys: Iterable[str]) -> None:
    Purge.objects.bulk_create([Purge(key=key) for key in keys])


def latest_purge() -> int:
    """Number of the last purge that is committed; 0 when there was none."""
    return Purge.objects.aggregate(latest=Max("pk"))["latest"] or 0


def purged_since(number: int, keys: Iterable[str]) -> bool:
    """Whether one of the keys was purged after the purge with this number.

    A number that is not reached yet belongs to another history of the database, such as a backup put back:
    then the answer is yes.
    """
    latest = latest_purge()
    if latest == number:
        return False
    if latest < number:
        return True
    return Purge.objects.filter(pk__gt=number, key__in=[EVERYTHING, *keys]).exists()


def forget_old_purges() -> int:
    """Remove purges that no kept page can still be older than, except the last; how many were removed."""
    old = Purge.objects.filter(purged_at__lt=timezone.now() - REMEMBERED).exclude(pk=latest_purge())
    return old.delete()[0]
