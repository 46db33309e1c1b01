"""What tests make once and keep for the next run: migrated tables, the rows of a loaded site, the demo site.

Kept by what it was made from: any change of that makes it anew. `.cache/` may be deleted at any time.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".cache" / "tests"
# The newest of each kind stay, so that going back to another branch is quick too.
MOST_KEPT = 4
SOURCES = ("platform", "examples", "search", "locale", "requirements.txt", "tests/rows.py")


def kept(kind: str, made_from: str, make: Callable[[Path], None]) -> Path:
    """The file of this kind that was made from this; made now if there is none, by one process of a run.

    Args:
        kind: What it is; the first part of the name of the file.
        made_from: A digest of all that it depends on.
        make: Writes it into the file that it is given.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{kind}-{made_from}"
    with (FOLDER / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            unfinished = FOLDER / f"{kind}.new"
            unfinished.unlink(missing_ok=True)
            make(unfinished)
            unfinished.replace(file)
        file.touch()
        for old in sorted(FOLDER.glob(f"{kind}-*"), key=lambda one: one.stat().st_mtime)[:-MOST_KEPT]:
            old.unlink()
    return file


@cache
def sources() -> str:
    """A digest of the code and content of the site."""
    files: list[Path] = []
    for name in SOURCES:
        path = ROOT / name
        files += [path] if path.is_file() else (one for one in path.rglob("*") if one.is_file())
    return _digest(one for one in files if one.suffix not in (".pyc", ".mo"))


@cache
def migrations() -> str:
    """A digest of the migrations and of the libraries, which bring some of their own."""
    rooms = (ROOT / room for room in ("platform", "examples", "search"))
    files = [one for room in rooms for one in room.rglob("migrations/*.py")]
    return _digest([*files, ROOT / "requirements.txt"])


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes() + b"\0")
    return total.hexdigest()[:20]


def fill_from_kept(connection: BaseDatabaseWrapper) -> sqlite3.Connection | None:
    """Fill SQLite's database in memory with the kept tables, so that migrating finds nothing to do.

    Args:
        connection: Of the site.

    Returns:
        What keeps the database in memory until the tests are done; None when there is nothing kept.
    """
    file = FOLDER / f"migrated-{migrations()}"
    if connection.vendor != "sqlite" or not file.exists():
        return None
    # As Django calls its database in memory (django.db.backends.sqlite3.creation).
    name = f"file:memorydb_{connection.alias}?mode=memory&cache=shared"
    held = sqlite3.connect(name, uri=True, check_same_thread=False)
    with sqlite3.connect(file) as source:
        source.backup(held)
    return held


def copy_migrated(file: Path) -> None:
    """Make a database of the kept tables, if there are any, so that migrating finds little to do."""
    tables = FOLDER / f"migrated-{migrations()}"
    if tables.exists():
        shutil.copyfile(tables, file)


def keep_migrated(connection: BaseDatabaseWrapper) -> None:
    """Keep the tables as migrations made them, for the next process that tests."""
    if connection.vendor == "sqlite":
        kept("migrated", migrations(), lambda file: _copy(connection, file))


def _copy(connection: BaseDatabaseWrapper, file: Path) -> None:
    connection.ensure_connection()
    with sqlite3.connect(file) as target:
        connection.connection.backup(target)
