"""The engine inside the site's own process (tantivy): no server, its index in a folder."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
