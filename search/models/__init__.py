"""Models of the search, by subject."""

from search.models.outbox import IndexChange, IndexRun, enqueue

__all__ = ["IndexChange", "IndexRun", "enqueue"]
