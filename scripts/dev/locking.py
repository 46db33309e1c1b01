"""One dev.py at a time sets a checkout up; a site in use keeps its data folder from being emptied."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from scripts.dev.console import say
from scripts.dev.errors import DevError
from scripts.dev.project import Project


@contextmanager
def only_one(project: Project) -> Iterator[None]:
    """Wait until no other dev.py sets this checkout up, and say so.

    Args:
        project: Whose checkout.

    Yields:
        Nothing; the lock is held meanwhile, and the system lets go of it whatever happens.
    """
    with (project.root / ".dev.lock").open("a+") as file:
        if not _try_lock(file, fcntl.LOCK_EX):
            file.seek(0)
            holder = file.read().strip()
            who = f"process {holder}" if holder.isdigit() else "another dev.py"
            say(f"Waiting: {who} is setting this checkout up.")
            fcntl.flock(file, fcntl.LOCK_EX)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
        file.truncate(0)


@contextmanager
def in_use(project: Project) -> Iterator[None]:
    """Mark the data folder as used by a running site; several may use one.

    Args:
        project: Whose data folder.

    Yields:
        Nothing; the mark is there meanwhile.

    Raises:
        DevError: The folder is being emptied.
    """
    with (project.notes / "in-use").open("a") as file:
        if not _try_lock(file, fcntl.LOCK_SH):
            raise DevError(f"{project.data_dir} is being emptied.", "Try again when that is done.")
        yield


@contextmanager
def not_in_use(project: Project) -> Iterator[None]:
    """Keep sites from starting on the data folder.

    Args:
        project: Whose data folder.

    Yields:
        Nothing.

    Raises:
        DevError: A site runs on it now.
    """
    with (project.notes / "in-use").open("a") as file:
        if not _try_lock(file, fcntl.LOCK_EX):
            raise DevError(
                f"a site is running on {project.data_dir}.", "Stop it first: Ctrl-C where `dev.py run` runs."
            )
        yield


def _try_lock(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
