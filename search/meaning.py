"""What the words of a question mean, as a thesaurus says it: the shape in which a query is built from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.question import Question


@dataclass(frozen=True)
class Meaning:
    """Something that words of a question name.

    Attributes:
        start: Place of its first word among the words of the question.
        end: Place behind its last word.
        name: What it is called.
        expansions: Other words for it, each with its weight, above 0 and at most 1.
        leanings: Facet values that it stands for, as (facet, value), each with its weight.
    """

    start: int
    end: int
    name: str
    expansions: tuple[tuple[str, float], ...] = ()
    leanings: Mapping[tuple[str, str], float] = field(default_factory=dict)


class Interpreter(Protocol):
    """Finds meanings in a question; the thesaurus is one."""

    def meanings(self, question: Question) -> Sequence[Meaning]:
        """What words of the question mean; meanings may overlap."""
