from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from search.encode import encode
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.story import StoryRecord


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Iterable[StoryRecord]], Engine]]:
    """Makes an embedded engine that has the stories; all are closed after the module."""
    engines = []

    def make(stories: Iterable[StoryRecord]) -> Engine:
        folder: Path = tmp_path_factory.mktemp("index")
        engine = EmbeddedEngine(folder)
        new = engine.rebuild()
        new.write(encode(story, 1) for story in stories)
        new.activate()
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        engine.close()
