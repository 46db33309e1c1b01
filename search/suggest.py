"""Suggestions while a visitor types: stories, rules, laws, municipalities and domains that begin like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from search.analysis import Token, analyse
from search.analysis.tokens import folded, pieces
from search.engines.base import Engine, EngineQuery, Group, Term
from search.params import LONGEST_QUERY

STORY = "story"
# The facets whose values are suggested, in the order of the groups behind the stories.
FACETS = ("rule", "law", "municipality", "life_domain")
SHORTEST = 2  # letters of the beginning of a word
ENDINGS = 8  # words that the last, unfinished one may become
EACH = 4  # suggestions a group
MOST_LABELS = 4096  # of which the words are kept: all that are suggested, in both languages, are a thousand

Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Suggestion:
    """Something to choose.

    Attributes:
        kind: "story", or the name of the facet.
        value: Key of the story, or value of the facet.
        label: What is shown.
        url: Path of the story; "" for the value of a facet.
    """

    kind: str
    value: str
    label: str
    url: str = ""


def suggest(
    text: str, labels: Labels, engine: Engine, language: str = "nl", each: int = EACH
) -> tuple[Suggestion, ...]:
    """What begins like the text: stories first, then values of the facets.

    Args:
        text: What was typed so far.
        labels: Label by value, by facet.
        engine: The engine that has the stories.
        language: "nl" or "en".
        each: Most suggestions of a kind.

    Raises:
        EngineError: The engine does not answer; `from_labels` needs none.
    """
    words = analyse(text[:LONGEST_QUERY], language)
    return (*_stories(words, engine, language, each), *from_labels(text, labels, language, each))


def from_labels(text: str, labels: Labels, language: str = "nl", each: int = EACH) -> tuple[Suggestion, ...]:
    """Values of the facets whose label has all words of the text, the last one as a beginning."""
    asked = [token.exact for token in analyse(text[:LONGEST_QUERY], language)]
    if not asked or len(asked[-1]) < SHORTEST:
        return ()
    return tuple(
        suggestion
        for facet in FACETS
        for suggestion in _of_facet(facet, labels.get(facet, {}), asked, language)[:each]
    )


def _of_facet(facet: str, labels: Mapping[str, str], asked: list[str], language: str) -> list[Suggestion]:
    found = []
    for value, label in labels.items():
        words = _words(label, language)
        if _has(words, asked):
            first = not words[0].startswith(asked[0])
            found.append((first, len(label), label, value))
    return [Suggestion(facet, value, label) for _, _, label, value in sorted(found)]


@lru_cache(MOST_LABELS)
def _words(label: str, language: str) -> tuple[str, ...]:
    """The words of a label, and the pieces of those with a hyphen: Fryslân of Súdwest-Fryslân."""
    whole = [token.exact for token in analyse(label, language)]
    return (*whole, *(folded(piece) for word in label.split() if "-" in word for piece in pieces(word)))


def _has(words: tuple[str, ...], asked: list[str]) -> bool:
    whole = all(word in words for word in asked[:-1])
    return whole and any(word.startswith(asked[-1]) for word in words)


def _stories(words: tuple[Token, ...], engine: Engine, language: str, each: int) -> Iterator[Suggestion]:
    if not words or len(words[-1].exact) < SHORTEST:
        return
    last = words[-1]
    ends = [word for word, _ in engine.words("title_exact", last.exact, ENDINGS)] or [last.exact]
    groups = [
        Group(((Term("title_exact", token.exact, 1.0),), (Term("title_lemma", token.lemma, 0.5),)))
        for token in words[:-1]
        if not token.stop
    ]
    groups.append(Group(tuple((Term("title_exact", word, 1.0),) for word in ends)))
    answer = engine.search(
        EngineQuery(groups=tuple(groups), minimum=len(groups), selected={"language": (language,)}, limit=each)
    )
    for hit in answer.hits:
        yield Suggestion(STORY, hit.key, str(hit.stored["title"]), str(hit.stored["url"]))
