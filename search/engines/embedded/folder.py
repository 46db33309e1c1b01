"""The folder of the embedded index: which index is in use, locks between processes, the switch to a new one.

- `current` names the index in use; it is replaced in one step.
- `index-…/` is an index.
- `build.lock` is held by whoever builds a new index.
- `switch.lock` is shared by writers during a batch, and held alone during the switch.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import tantivy

from search.engines.base import EngineError, IndexMissingError
from search.engines.embedded.schema import make_schema
from search.engines.texts import layout_name

Signature = tuple[int, int, int]

REMOVALS = 5
PAUSE = 0.1  # seconds between two tries to remove an index


def signature(file: Path) -> Signature | None:
    """What changes when a file is replaced, or None when it is not there."""
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


class IndexFolder:
    """The folder of an embedded index.

    Attributes:
        root: The folder.
        pointer: The file that names the index in use.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer = root / "current"

    def current(self) -> Path:
        """The folder of the index in use.

        Raises:
            IndexMissingError: There is none, or one that this version of the site cannot read.
        """
        try:
            named = json.loads(self.pointer.read_text())
            path, schema = self.root / str(named["folder"]), named["schema"]
        except FileNotFoundError as error:
            raise IndexMissingError(f"there is no search index in {self.root}") from error
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise IndexMissingError(f"{self.pointer} does not name a search index: {error}") from error
        if schema != layout_name():
            raise IndexMissingError("the search index is of another version of the site")
        if not path.is_dir():
            raise IndexMissingError(f"the search index {path} is gone")
        return path

    def create(self) -> Path:
        """Make a new, empty index; the one in use stays in use."""
        path = self.root / f"index-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(3)}"
        path.mkdir(parents=True)
        tantivy.Index(make_schema(), path=str(path))
        return path

    def switch(self, path: Path) -> None:
        """Use another index from now on, and drop the others."""
        fresh = self.pointer.with_suffix(".new")
        with fresh.open("w") as file:
            json.dump({"folder": path.name, "schema": layout_name()}, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.pointer)
        self.clean()

    def clean(self) -> None:
        """Drop every index but the one in use. Who reads a dropped one can finish: its files stay mapped."""
        for path in self.root.glob("index-*"):
            self.drop(path)

    def drop(self, path: Path) -> None:
        """Drop an index, unless it is the one in use."""
        try:
            keep = json.loads(self.pointer.read_text())["folder"]
        except (OSError, ValueError, TypeError, KeyError):
            keep = None
        if path.name == keep:
            return
        # A writer that still has it open may write one more file while the others are removed.
        for _try in range(REMOVALS):
            shutil.rmtree(path, ignore_errors=True)
            if not path.exists():
                return
            time.sleep(PAUSE)

    def lock_build(self) -> IO[str]:
        """The right to build a new index, until the file is closed.

        Raises:
            EngineError: Somebody else builds one.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        file = (self.root / "build.lock").open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise EngineError("the search index is being rebuilt already") from error
        return file

    @contextmanager
    def writing(self) -> Iterator[None]:
        """No switch in between."""
        with self._switch_lock(fcntl.LOCK_SH):
            yield

    @contextmanager
    def switching(self) -> Iterator[None]:
        """No batch in between."""
        with self._switch_lock(fcntl.LOCK_EX):
            yield

    @contextmanager
    def _switch_lock(self, kind: int) -> Iterator[None]:
        with (self.root / "switch.lock").open("w") as file:
            fcntl.flock(file, kind)
            yield
