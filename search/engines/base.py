"""What an engine is asked and what it answers. Both engines keep this contract; one suite tests both.

An engine knows fields, terms and weights. It knows no language: every text it gets was analysed before, in
`search.analysis`, and is stored and matched as terms separated by spaces, so that both engines rank alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from search.facets import BY_NAME as FACETS_BY_NAME
from search.fields import TEXT_FIELDS

# Characters; longer ones are not indexed: Elasticsearch would cut them to pieces at 255.
LONGEST_TERM = 200

# A page that ends behind this hit is cut there: Elasticsearch gives no more, and nobody turns so many pages.
DEEPEST_HIT = 10_000


class EngineError(Exception):
    """The engine did not answer: refused, timed out, overloaded, or its index is missing or broken."""


class IndexMissingError(EngineError):
    """There is no index, or one that this version of the site cannot read: only a rebuild helps."""


@dataclass(frozen=True)
class EngineDocument:
    """A story as an engine stores it.

    Attributes:
        key: Raw text id.
        version: Grows with each change of the story; an older write never overwrites a newer one.
        texts: Terms separated by spaces, by text field (`search.fields.TEXT_FIELDS`).
        facets: Exact values by facet name.
        year: Or None.
        published: Seconds since 1970.
        copied: Count.
        stored: What comes back with a hit; plain JSON values, not searched.
        digest: Of the record, by which `check` sees what is stale; without spaces.

    Raises:
        ValueError: A text field or facet that does not exist.
    """

    key: str
    version: int
    texts: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    year: int | None
    published: int
    copied: int
    stored: Mapping[str, Any]
    digest: str

    def __post_init__(self) -> None:
        unknown = (set(self.texts) - set(TEXT_FIELDS)) | (set(self.facets) - set(FACETS_BY_NAME))
        if unknown:
            raise ValueError(f"story {self.key}: no fields {', '.join(sorted(unknown))}")


@dataclass(frozen=True)
class Deletion:
    """A story that must leave the index; `version` as in `EngineDocument`."""

    key: str
    version: int


@dataclass(frozen=True)
class Term:
    """A term in a field; its BM25 score counts `weight` times."""

    field: str
    term: str
    weight: float


PAIR = 2


@dataclass(frozen=True)
class Phrase:
    """Terms next to each other in a field, in this order.

    Attributes:
        field: A text field.
        terms: One or more.
        weight: Its BM25 score counts this many times.
        slop: How many positions a pair may be moved to stand so; swapping two neighbours takes two.
            Then it scores as its two terms do: engines do not agree on how near counts how much, nor on
            longer phrases that are apart.

    Raises:
        ValueError: A slop for another number of terms than two.
    """

    field: str
    terms: tuple[str, ...]
    weight: float
    slop: int = 0

    def __post_init__(self) -> None:
        if self.slop and len(self.terms) != PAIR:
            raise ValueError(f"only a pair of terms may be apart, not {self.terms}")


Clause = Term | Phrase


@dataclass(frozen=True)
class Group:
    """One thing that was asked: its best alternative counts.

    An alternative is the sum of its clauses that match. Without alternatives, or with only empty ones, the
    group matches nothing.
    """

    alternatives: tuple[tuple[Clause, ...], ...]


@dataclass(frozen=True)
class EngineQuery:
    """A question to an engine.

    Attributes:
        groups: Scores of the groups that match add up. Without groups every story matches.
        minimum: How many groups must match; more than there are means all, 0 that none needs to.
        required: Each of these must match (phrases in quotes); they do not score.
        excluded: None of these may match.
        selected: Values by facet: OR within, AND across.
        years: First and last year, either None.
        keys: Only these stories, or None for all.
        without: Never these stories.
        counted: Facets to count, each with all selections but its own.
        sort: "relevance", "newest" or "most_copied"; equal ones by newest, then by key.
        offset: Hits to pass over. Behind `DEEPEST_HIT` there are no more hits to get.
        limit: Hits wanted; 0 for the total and the counts alone.
    """

    groups: tuple[Group, ...] = ()
    minimum: int = 1
    required: tuple[Group, ...] = ()
    excluded: tuple[Clause, ...] = ()
    selected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int | None, int | None] = (None, None)
    keys: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    sort: str = "relevance"
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True)
class Hit:
    """A story found."""

    key: str
    score: float
    stored: Mapping[str, Any]


@dataclass(frozen=True)
class EngineAnswer:
    """What an engine found; `facets` has number of stories by value by facet, zeros left out."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Health:
    """How an engine is.

    Attributes:
        ok: Whether it can be searched and written.
        stories: Number of stories in the index.
        detail: In words, for an administrator.
    """

    ok: bool
    stories: int
    detail: str


class Build(Protocol):
    """A new index beside the one in use.

    Of two at a time only one succeeds: the engine refuses the second, or drops the first.

    What is written to the index in use meanwhile is not in the new one: replay it before `activate`, and
    compare `Engine.versions` with the database afterwards.
    """

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        """Write to the new index."""

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """Key, version and digest of each story in the new index."""

    def activate(self) -> None:
        """Search and write the new index from now on; never a moment without results.

        The old one is dropped with all its files, and with it whatever was deleted from it.
        """

    def abandon(self) -> None:
        """Drop the new index, unless it is in use by now."""


class Engine(Protocol):
    """A search engine. Every method raises EngineError when the engine does not answer in time."""

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        """Store and delete, visible to searches when it returns; an older version changes nothing.

        Raises:
            IndexMissingError: There is no index. It is not made here: with these stories alone it would
                look whole.
        """

    def search(self, query: EngineQuery) -> EngineAnswer:
        """Answer the question, hits and counts, in one request."""

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """Number of stories that have a term, by (field, term)."""

    def words(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        """Terms of a field that begin with the prefix, with their number of stories, most stories first.

        Raises:
            ValueError: The field is none of `search.fields.WORD_FIELDS`.
        """

    def close_words(self, field: str, word: str, limit: int) -> list[tuple[str, int]]:
        """Terms of a field at most two edits from the word (one below five letters), with their numbers.

        An edit adds, drops or changes a letter or swaps two neighbours. The nearest first, then most stories;
        the word itself is not among them.
        """

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """Key, version and digest of each story in the index."""

    def rebuild(self) -> Build:
        """Begin a new index beside the one in use."""

    def remains(self) -> int:
        """Number of stories that were deleted or written anew and whose old text still lies in the files.

        No question finds it, and engines drop it when they merge, some day. A rebuild drops all of it: of
        the old index no file is left.
        """

    def health(self) -> Health:
        """How the engine is; never raises."""

    def close(self) -> None:
        """Let go of files and connections."""
