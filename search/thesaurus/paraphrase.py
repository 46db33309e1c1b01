"""Concepts that a question describes without naming one: most of its words are words for the concept."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from search.analysis import Token
from search.analysis.lexicon import listed
from search.thesaurus.model import Concept

LEAST = 0.3  # share of a question that must be about a concept
MOST_CONCEPTS = 3
FEWEST_WORDS = 2  # one word in common is a coincidence; the lookup knows whole labels
FILLER = 0.25  # what a word that questions are made of counts
PART = 0.6  # what a part of a compound counts

Analyse = Callable[[str, str], Sequence[Token]]


class Paraphrases:
    """The words of all concepts that are a term of a vocabulary: of their labels, definitions and slugs."""

    def __init__(self, concepts: Iterable[Concept], analyse: Analyse, language: str) -> None:
        self._language = language
        self._concepts = {each.id: each for each in concepts if each.term and not each.deprecated}
        self._words: dict[str, dict[str, float]] = defaultdict(dict)  # by lemma, by concept
        for concept in self._concepts.values():
            for text in _texts(concept, language):
                for token in analyse(text, language):
                    self._count(concept.id, token)

    def find(self, words: Sequence[Token]) -> list[tuple[Concept, float]]:
        """Concepts that the words describe, best first, each with the share of the words that is about it."""
        asked = {token.lemma: token for token in words if not token.stop}
        weights = {lemma: self._rarity(lemma) for lemma in asked}
        shares: dict[str, float] = defaultdict(float)
        numbers: dict[str, int] = defaultdict(int)
        for lemma, token in asked.items():
            for name, found in self._found(token).items():
                shares[name] += weights[lemma] * found
                numbers[name] += 1
        total = sum(weights.values()) or 1.0
        ranked = sorted(((share / total, name) for name, share in shares.items()), reverse=True)
        return [
            (self._concepts[name], share)
            for share, name in ranked[:MOST_CONCEPTS]
            if share >= LEAST and numbers[name] >= FEWEST_WORDS
        ]

    def _count(self, name: str, token: Token) -> None:
        if not token.stop:
            self._words[token.lemma][name] = 1.0
            for part in token.parts:
                self._words[part].setdefault(name, PART)

    def _found(self, token: Token) -> Mapping[str, float]:
        """How well the word fits each concept: by its lemma, or else by its best part."""
        found: dict[str, float] = {}
        for part in token.parts:
            for name, weight in self._words.get(part, {}).items():
                found[name] = max(found.get(name, 0.0), weight * PART)
        return {**found, **self._words.get(token.lemma, {})}

    def _rarity(self, lemma: str) -> float:
        having = len(self._words.get(lemma, ()))
        rarity = math.log(1 + (len(self._concepts) - having + 0.5) / (having + 0.5))
        return rarity * (FILLER if lemma in listed(f"{self._language}_filler") else 1.0)


def _texts(concept: Concept, language: str) -> list[str]:
    labels = [label.text for label in concept.labels if label.language == language]
    definitions = [text for found, text in concept.definitions if found == language]
    slug = [concept.term.slug.replace("-", " ")] if concept.term and language == "nl" else []
    return [*labels, *definitions, *slug]
