"""Short ways to ask and fill an engine."""

from __future__ import annotations

from search.engines.base import Deletion, Engine, EngineDocument, EngineQuery


def keys(engine: Engine, query: EngineQuery) -> list[str]:
    """The keys of the hits, in order."""
    return [hit.key for hit in engine.search(query).hits]


def fill(engine: Engine, *operations: EngineDocument | Deletion) -> None:
    """A new index with these stories, in use."""
    build = engine.rebuild()
    build.write(operations)
    build.activate()
