"""Erasing for good: what each room removes of a thing, and a list for backups that are put back.

A room that keeps something of a thing of a lower room registers here what it removes of it:

    erasure.register("story", forget_conversation)   # in AppConfig.ready; gets the story's translation key

An eraser runs inside one transaction, removes files before the rows that name them, and may run twice.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.utils import timezone

from core import audit
from core.models import Erasure, GoneAddress
from core.page_cache import purge_everything

Eraser = Callable[[str], None]

_erasers: dict[str, list[Eraser]] = defaultdict(list)
_last: dict[str, Eraser] = {}


@dataclass(frozen=True)
class Erased:
    """A line of the list.

    Attributes:
        kind, key: What was erased; for a story its translation key.
        at: When, in ISO 8601.
        addresses: Digests of the addresses at which it was.
    """

    kind: str
    key: str
    at: str
    addresses: tuple[str, ...] = ()


def register(kind: str, eraser: Eraser, *, last: bool = False) -> None:
    """Have something removed whenever a thing of this kind is erased.

    Args:
        kind: Such as "story".
        eraser: Gets the key of the thing.
        last: For the room that the thing itself is of: it goes when nothing hangs on it any more.
    """
    if last:
        _last[kind] = eraser
    elif eraser not in _erasers[kind]:
        _erasers[kind].append(eraser)


def erase(kind: str, key: str, *, actor: Any = None, addresses: Iterable[str] = ()) -> None:
    """Erase a thing with all that rooms keep of it, and leave an audit entry without content.

    Args:
        kind: Kind of thing.
        key: Which one.
        actor: Who does it.
        addresses: Paths at which visitors found it; they answer 410 from now on.
    """
    digests = tuple(sorted({digest_of(address) for address in addresses}))
    line = Erased(kind, key, timezone.now().isoformat(timespec="seconds"), digests)
    with transaction.atomic():
        _erase(line)
        audit.record("erase", actor=actor, subject=f"{kind}:{key}")
        # Before the commit: what is erased must be in the list, what is in the list may be erased twice.
        _append(line)
        transaction.on_commit(clear_copies)


def reapply(lines: Iterable[Erased]) -> int:
    """Erase again all that is in the list, after a backup was put back; how many things."""
    number = 0
    for line in lines:
        with transaction.atomic():
            _erase(line)
            audit.record("erase", subject=f"{line.kind}:{line.key}", detail="reapplied")
        number += 1
    clear_copies()
    return number


def _erase(line: Erased) -> None:
    for eraser in (*_erasers[line.kind], _last[line.kind]):
        eraser(line.key)
    Erasure.objects.get_or_create(kind=line.kind, key=line.key)
    gone = [GoneAddress(digest=digest) for digest in line.addresses]
    GoneAddress.objects.bulk_create(gone, ignore_conflicts=True)


def clear_copies() -> None:
    """Empty all caches of this machine, and what SQLite keeps of rows that are gone."""
    purge_everything()
    for name in settings.CACHES:
        caches[name].clear()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # The full-text index has words of deleted rows until its parts are merged.
            cursor.execute(
                "INSERT INTO wagtailsearch_indexentry_fts(wagtailsearch_indexentry_fts) VALUES('rebuild')"
            )
            if not connection.in_atomic_block:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def digest_of(address: str) -> str:
    """Digest of a path, which tells nothing to who does not know the site's secret."""
    return hmac.new(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256).hexdigest()


def is_gone(address: str) -> bool:
    """Whether something was at this path that is erased."""
    return GoneAddress.objects.filter(digest=digest_of(address)).exists()


def list_file() -> Path:
    """The list of erasures. Back it up by itself: the newest one belongs to every older backup."""
    return Path(settings.DATA_DIR) / "erasures.jsonl"


def read_list(path: Path) -> Iterator[Erased]:
    """The lines of a list.

    Raises:
        ValueError: A line that is no erasure; names its number.
    """
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            raw = json.loads(text)
            yield Erased(raw["kind"], raw["key"], raw["at"], tuple(raw["addresses"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path}, line {number}: this is no erasure.") from error


def kinds() -> set[str]:
    """Kinds of things that can be erased."""
    return set(_last)


def _append(line: Erased) -> None:
    with list_file().open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(line)) + "\n")
        file.flush()
        os.fsync(file.fileno())
