"""What tests of the search share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from search import service
from search.breaker import Breaker
from search.encode import encode
from search.engines.base import Engine
from search.engines.chosen import chosen_engine
from search.engines.embedded import EmbeddedEngine
from search.story import StoryRecord
from search.upkeep import rebuild
from search.vocabulary import vocabulary


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


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the index of the 26 stories lies; made by the first test that wants it."""
    return tmp_path_factory.mktemp("search") / "index"


@pytest.fixture
def searchable(
    site: None, settings: Any, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The whole site with its index; for tests that do not change a story."""
    settings.SEARCH_FOLDER = str(index_folder)
    monkeypatch.setattr(service, "breaker", Breaker())
    vocabulary.forget()
    if not index_folder.exists():
        rebuild(chosen_engine())
    yield
    chosen_engine().close()
    vocabulary.forget()
