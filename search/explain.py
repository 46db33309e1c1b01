"""Why a question gives what it gives: how it was understood, and what each part of it adds to a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from search.analysis import Token
from search.engines.base import Clause, Engine, EngineQuery, Group, Term
from search.meaning import Meaning
from search.question import Question
from search.understanding import Understanding

CLAUSES_SHOWN = 4


@dataclass(frozen=True)
class Part:
    """What one group of the query adds to stories.

    Attributes:
        words: Its heaviest clauses, as "word (field) weight".
        scores: What it adds, by key of the story; stories that it does not match are not in it.
    """

    words: str
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Explanation:
    """How a question was understood, and what makes the scores of stories.

    Attributes:
        understanding: Tokens, meanings and mended words.
        parts: What each group of the query adds; the sum of the parts is the score.
    """

    understanding: Understanding
    parts: tuple[Part, ...]

    def of(self, key: str) -> list[tuple[str, float]]:
        """What adds to the score of a story, the most first."""
        found = [(part.words, part.scores[key]) for part in self.parts if part.scores.get(key)]
        return sorted(found, key=lambda each: -each[1])


def explain(understanding: Understanding, engine: Engine, keys: Sequence[str]) -> Explanation:
    """Take the scores of these stories apart, by asking each group of the query alone.

    Args:
        understanding: The question.
        engine: Asked once for each group.
        keys: The stories.

    Raises:
        EngineError: The engine does not answer.
    """
    query = EngineQuery(keys=tuple(keys), limit=len(keys))
    groups = understanding.query.groups if keys else ()
    return Explanation(understanding, tuple(_part(group, query, engine) for group in groups))


def _part(group: Group, query: EngineQuery, engine: Engine) -> Part:
    answer = engine.search(replace(query, groups=(group,)))
    return Part(group_words(group), {hit.key: hit.score for hit in answer.hits})


def group_words(group: Group) -> str:
    """The heaviest clauses of a group; each word once, by its heaviest field."""
    heaviest: dict[str, Clause] = {}
    for clause in sorted(_clauses(group), key=lambda each: -each.weight):
        heaviest.setdefault(_words(clause), clause)
    shown = [f"{words} ({one.field}) {one.weight:.2f}" for words, one in heaviest.items()]
    more = len(shown) - CLAUSES_SHOWN
    return ", ".join(shown[:CLAUSES_SHOWN]) + (f" +{more}" if more > 0 else "")


def _clauses(group: Group) -> Iterable[Clause]:
    return (clause for alternative in group.alternatives for clause in alternative)


def _words(clause: Clause) -> str:
    return clause.term if isinstance(clause, Term) else " … ".join(clause.terms)


@dataclass(frozen=True)
class Named:
    """What words of a question name: other words for it and facet values with weights, the heaviest first.

    `words` is "" for what the question as a whole describes.
    """

    words: str
    name: str
    expansions: tuple[tuple[str, float], ...]
    leanings: tuple[tuple[str, float], ...]


def named(question: Question, meanings: Iterable[Meaning]) -> list[Named]:
    """The meanings of a question's words in the order in which they stand."""

    def heaviest(pairs: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
        return tuple(sorted(pairs, key=lambda pair: -pair[1]))

    return [
        Named(
            " ".join(token.exact for token in question.words[meaning.start : meaning.end]),
            meaning.name,
            heaviest(meaning.expansions),
            heaviest((f"{facet}={value}", weight) for (facet, value), weight in meaning.leanings.items()),
        )
        for meaning in meanings
    ]


def token_words(token: Token) -> str:
    """A token as the analysis reads it: "huurders: huurder"; a word that says nothing stands in brackets."""
    if token.stop:
        return f"({token.exact})"
    parts = f" = {' + '.join(token.parts)}" if token.parts else ""
    return f"{token.exact}: {token.lemma}{parts}" if token.lemma != token.exact else f"{token.exact}{parts}"
