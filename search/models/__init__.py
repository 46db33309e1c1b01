"""Models of the search, by subject."""

from search.models.counts import QueryCount
from search.models.outbox import IndexChange, IndexRun, enqueue
from search.models.steering import SteeredResult
from search.models.thesaurus import ThesaurusConcept, ThesaurusLabel, ThesaurusRelation

__all__ = [
    "IndexChange",
    "IndexRun",
    "QueryCount",
    "SteeredResult",
    "ThesaurusConcept",
    "ThesaurusLabel",
    "ThesaurusRelation",
    "enqueue",
]
