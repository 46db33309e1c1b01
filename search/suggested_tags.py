"""Which values of facets a text points to, for who tags a story: the thesaurus read sentence by sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from search.meaning import Interpreter
from search.params import LONGEST_QUERY
from search.question import parse
from search.service import interpreter

# Of a text that is longer the rest is not read.
LONGEST = 30_000
# From this share on a value is worth a look; a person chooses.
LEAST = 0.35
MOST = 6  # values a facet
_SENTENCE = re.compile(r"[^.!?\n]+")


def suggested_tags(
    text: str, language: str, facets: Sequence[str], words: Interpreter = interpreter
) -> dict[str, tuple[str, ...]]:
    """Values that the text names or describes, by facet, the surest first.

    Args:
        text: A story or a part of it, of any length.
        language: "nl" or "en".
        facets: Names of the facets that are wanted.
        words: What words mean.
    """
    unsure: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    for sentence in _sentences(text[:LONGEST]):
        for named, weight in _strongest(words, sentence, language).items():
            unsure[named] *= 1 - min(weight, 1.0)
    found: dict[str, list[tuple[float, str]]] = {facet: [] for facet in facets}
    for (facet, value), doubt in unsure.items():
        if facet in found and 1 - doubt >= LEAST:
            found[facet].append((doubt, value))
    return {facet: tuple(value for _doubt, value in sorted(values)[:MOST]) for facet, values in found.items()}


def _strongest(words: Interpreter, sentence: str, language: str) -> Mapping[tuple[str, str], float]:
    """The strongest weight of each value in a sentence: a word said twice says no more."""
    best: dict[tuple[str, str], float] = {}
    for meaning in words.meanings(parse(sentence, language)):
        for value, weight in meaning.leanings.items():
            best[value] = max(best.get(value, 0.0), weight)
    return best


def _sentences(text: str) -> Iterator[str]:
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        for start in range(0, len(sentence), LONGEST_QUERY):
            yield sentence[start : start + LONGEST_QUERY]
