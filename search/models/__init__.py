"""Models of the search, by subject."""

from search.models.outbox import IndexChange, IndexRun, enqueue
from search.models.thesaurus import ThesaurusConcept, ThesaurusLabel, ThesaurusRelation

__all__ = [
    "IndexChange",
    "IndexRun",
    "ThesaurusConcept",
    "ThesaurusLabel",
    "ThesaurusRelation",
    "enqueue",
]
