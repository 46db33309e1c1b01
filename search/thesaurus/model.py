"""Concepts, labels and relations, as SKOS means them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

LANGUAGES = ("nl", "en")


class LabelKind(StrEnum):
    """What sort of word a label is; it decides how much the label weighs in a search."""

    PREFERRED = "preferred"
    SYNONYM = "synonym"
    ABBREVIATION = "abbreviation"
    AMBIGUOUS = "ambiguous"  # an abbreviation that often means something else
    FORMER = "former"
    EVERYDAY = "everyday"
    MISSPELLING = "misspelling"


class TermKind(StrEnum):
    """The vocabulary that a concept is a term of; the values are the names of the facets."""

    LIFE_DOMAIN = "life_domain"
    LAW = "law"
    RULE = "rule"
    TARGET_GROUP = "target_group"
    PARTNER = "partner"


@dataclass(frozen=True)
class Label:
    """A word or phrase for a concept, in one language.

    Its `weight`, from 0 to 1, takes the place of what its kind weighs; None leaves it to the kind.
    """

    language: str
    kind: LabelKind
    text: str
    weight: float | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two labels the same word: language, and text without regard to capitals."""
        return self.language, self.text.casefold()


@dataclass(frozen=True)
class TermRef:
    """A term of a vocabulary: of which one, and the slug in it."""

    kind: TermKind
    slug: str


@dataclass(frozen=True)
class Concept:
    """One meaning, with all words for it.

    Attributes:
        id: lasting name, the last part of its address.
        definitions: at most one a language.
        sources: law and article, as a Dutch lawyer cites them.
        term: what it is in a vocabulary of the stories.
        broader: ids of wider concepts.
        related: ids; in a `Thesaurus` both sides know each other.
        deprecated: kept for who refers to it; search leaves it alone.
    """

    id: str
    labels: tuple[Label, ...]
    definitions: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    term: TermRef | None = None
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    deprecated: bool = False

    def preferred(self, language: str) -> str:
        """The preferred label in the language, or else the id."""
        preferred = (each for each in self.labels if each.kind == LabelKind.PREFERRED)
        return next((each.text for each in preferred if each.language == language), self.id)


@dataclass(frozen=True)
class Thesaurus:
    """Concepts by id, in the order of their ids."""

    concepts: dict[str, Concept] = field(default_factory=dict)

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> Thesaurus:
        """Put concepts in canonical form: sorted, without doubles, and related to each other both ways.

        Of two concepts with one id the last counts.
        """
        made = {each.id: each for each in concepts}
        related: dict[str, set[str]] = {name: set(each.related) for name, each in made.items()}
        for name, each in made.items():
            for other in each.related:
                related.get(other, set()).add(name)
        return cls({name: _canonical(made[name], related[name]) for name in sorted(made)})

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def __len__(self) -> int:
        return len(self.concepts)

    def narrower(self) -> dict[str, tuple[str, ...]]:
        """For each concept that has them, the ids of the concepts directly below it."""
        below: dict[str, list[str]] = {}
        for each in self:
            for wider in each.broader:
                below.setdefault(wider, []).append(each.id)
        return {name: tuple(ids) for name, ids in below.items()}


def _canonical(concept: Concept, related: set[str]) -> Concept:
    order = {kind: position for position, kind in enumerate(LabelKind)}
    return replace(
        concept,
        labels=tuple(
            sorted(
                set(concept.labels),
                key=lambda each: (order[each.kind], each.language != LANGUAGES[0], each.language, each.text),
            )
        ),
        definitions=tuple(sorted(set(concept.definitions), reverse=True)),
        sources=tuple(sorted(set(concept.sources))),
        broader=tuple(sorted(set(concept.broader))),
        related=tuple(sorted(related)),
    )
