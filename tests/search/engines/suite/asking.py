"""Short ways to ask and fill an engine, and to look into its files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from search.engines.base import Deletion, Engine, EngineDocument, EngineQuery

SEEN = 7  # letters


def keys(engine: Engine, query: EngineQuery) -> list[str]:
    """The keys of the hits, in order."""
    return [hit.key for hit in engine.search(query).hits]


def fill(engine: Engine, *operations: EngineDocument | Deletion) -> None:
    """A new index with these stories, in use."""
    build = engine.rebuild()
    build.write(operations)
    build.activate()


def traces(folder: Path, words: Iterable[str]) -> list[str]:
    """Which of the words are in a file below the folder, by their first letters: let no two begin alike.

    A file that is compressed breaks a word off where what comes after it was there before.
    """
    contents = []
    # An engine removes files and folders meanwhile: `os.walk` goes past a folder that is gone.
    for parent, _folders, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                contents.append(Path(parent, name).read_bytes())
    return [word for word in words if any(word[:SEEN].encode() in content for content in contents)]
