"""Recognises the concepts that a question names, and the words by which stories may tell of them.

Labels of several words are recognised as a whole, the longest first, before compounds are split. Pure and
immutable, so that a process can swap one lookup for another while it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from search.analysis import Token
from search.thesaurus.model import LANGUAGES, Concept, Label, LabelKind, TermRef, Thesaurus
from search.thesaurus.weights import MOST, Weights

Key = tuple[str, ...]
Analyse = Callable[[str, str], Sequence[Token]]

# Stop words that turn the meaning of a phrase: "geen adres" is not "adres".
TURNING = frozenset(
    [
        "niet",
        "geen",
        "nooit",
        "zonder",
        "niets",
        "niemand",
        "tussen",
        "te",
        "minder",
        "weinig",
        "not",
        "no",
        "without",
        "too",
    ]
)
ABBREVIATIONS = {LabelKind.ABBREVIATION, LabelKind.AMBIGUOUS}
# They have no inflection to look through: only what is written the same is the same.
LITERAL = ABBREVIATIONS | {LabelKind.MISSPELLING}
# Of a neighbour only the plain words: its everyday phrases lead too far.
OF_NEIGHBOUR = ABBREVIATIONS | {LabelKind.PREFERRED}
# English stories keep the Dutch terms of law, without the everyday words around them.
DUTCH_IN_ENGLISH = OF_NEIGHBOUR | {LabelKind.SYNONYM, LabelKind.FORMER}


@dataclass(frozen=True)
class Word:
    """A label as it is recognised and searched.

    Attributes:
        concept: Id of its concept.
        label: The label.
        tokens: How the analysis reads it.
        is_top: Whether the concept is at the top: a place to look around, named by a word of every day.
    """

    concept: str
    label: Label
    tokens: tuple[Token, ...]
    is_top: bool


@dataclass(frozen=True)
class Match:
    """A concept that a question names.

    Attributes:
        concept: Its id.
        label: The label that was recognised.
        start: Number of the first token of the question that belongs to it.
        end: Number behind the last.
        certainty: 1 for a preferred word; less when the words may mean something else.
    """

    concept: str
    label: Label
    start: int
    end: int
    certainty: float


@dataclass(frozen=True)
class Expansion:
    """Other words for a part of the question.

    Attributes:
        match: What they are other words for.
        word: The words.
        relation: "same", "narrower", "broader" or "related".
        weight: Next to 1 for the words of the question; always less.
    """

    match: Match
    word: Word
    relation: str
    weight: float


@dataclass(frozen=True)
class Found:
    """What the thesaurus knows of a question; `leanings` has a weight, at most 1, by term of a vocabulary."""

    matches: tuple[Match, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    leanings: Mapping[TermRef, float] = field(default_factory=dict)


class Lookup:
    """All labels of a thesaurus, ready to be recognised in questions of both languages."""

    def __init__(self, thesaurus: Thesaurus, analyse: Analyse, weights: Weights | None = None) -> None:
        self.weights = weights or Weights()
        self._concepts = {each.id: each for each in thesaurus if not each.deprecated}
        self._narrower = thesaurus.narrower()
        words = [
            Word(each.id, label, tuple(analyse(label.text, label.language)), is_top=not each.broader)
            for each in self._concepts.values()
            for label in each.labels
        ]
        self._indexes = {language: _Index(words, language) for language in LANGUAGES}

    def find(self, text: str, tokens: Sequence[Token], language: str) -> Found:
        """What a question names and what that may be called.

        Args:
            text: The question as it was typed.
            tokens: The same, analysed.
            language: In which it was analysed.
        """
        index = self._indexes.get(language, self._indexes[LANGUAGES[0]])
        matches = tuple(self._matches(index, text, tokens))
        expansions = [each for match in matches for each in self._expansions(index, match, tokens)]
        return Found(matches, tuple(expansions), self.leanings(matches))

    def _matches(self, index: _Index, text: str, tokens: Sequence[Token]) -> Iterator[Match]:
        free = [True] * len(tokens)
        for start, end, words in sorted(
            index.spans(text, tokens), key=lambda span: (span[0] - span[1], span[0])
        ):
            if all(free[start:end]):
                free[start:end] = [False] * (end - start)
                yield from self._readings(words, start, end, 1.0)
        for number, token in enumerate(tokens):
            if free[number]:
                for part in token.parts:
                    words = [*index.whole.get((part,), ()), *index.literal.get((part,), ())]
                    yield from self._readings(words, number, number + 1, self.weights.part)

    def _readings(self, words: Iterable[Word], start: int, end: int, factor: float) -> Iterator[Match]:
        """The concepts that the same words may name, each by its surest label."""
        surest: dict[str, Word] = {}
        for word in sorted(words, key=lambda each: -self.weights.of(each.label)):
            surest.setdefault(word.concept, word)
        factor *= self.weights.shared if len(surest) > 1 else 1.0
        for word in surest.values():
            certainty = self.weights.certainty(word.label) * factor
            yield Match(word.concept, word.label, start, end, certainty)

    def _expansions(self, index: _Index, match: Match, tokens: Sequence[Token]) -> list[Expansion]:
        asked = _key(tokens[match.start : match.end])
        found: dict[Key, Expansion] = {}
        for relation, word, weight in self._words_around(index, match):
            key = _key(word.tokens)
            known = found.get(key)
            if key and key != asked and (known is None or known.weight < weight):
                found[key] = Expansion(match, word, relation, weight)
        kinds = list(LabelKind)
        heaviest = sorted(
            found.values(),
            key=lambda each: (-each.weight, kinds.index(each.word.label.kind), each.word.label.text),
        )
        return heaviest[: self.weights.longest]

    def _words_around(self, index: _Index, match: Match) -> Iterator[tuple[str, Word, float]]:
        for word in index.words.get(match.concept, ()):
            yield "same", word, min(MOST, self.weights.of(word.label) * match.certainty)
        for relation, name, weight in self._neighbours(self._concepts[match.concept]):
            if relation != "broader" or self._concepts[name].broader:  # no top concept
                for word in index.words.get(name, ()):
                    if word.label.kind in OF_NEIGHBOUR:
                        yield (
                            relation,
                            word,
                            min(weight, self.weights.of(word.label)) * min(1, match.certainty),
                        )

    def _neighbours(self, concept: Concept) -> Iterator[tuple[str, str, float]]:
        below = self._narrower.get(concept.id, ())
        around = {
            "narrower": below if len(below) <= self.weights.widest else (),
            "broader": concept.broader,
            "related": concept.related,
        }
        for relation, names in around.items():
            for name in names:
                if name in self._concepts:
                    yield relation, name, getattr(self.weights, relation)

    def leanings(self, matches: Iterable[Match]) -> dict[TermRef, float]:
        """The terms of vocabularies that the matches stand for, or are near to, with weights of at most 1."""
        leanings: dict[TermRef, float] = {}
        for match in matches:
            concept = self._concepts[match.concept]
            around = [(name, weight) for _, name, weight in self._neighbours(concept)]
            for name, weight in [(concept.id, 1.0), *around]:
                term = self._concepts[name].term
                if term:
                    leanings[term] = max(leanings.get(term, 0.0), weight * min(1.0, match.certainty))
        return leanings


class _Index:
    """The labels that count in one language."""

    def __init__(self, words: Iterable[Word], language: str) -> None:
        self.words: dict[str, list[Word]] = {}
        self.whole: dict[Key, list[Word]] = {}  # by lemmas
        self.literal: dict[Key, list[Word]] = {}  # by what is written
        self.longest = 1
        for word in words:
            label = word.label
            if label.language == language or (language == "en" and label.kind in DUTCH_IN_ENGLISH):
                self._add(word)

    def _add(self, word: Word) -> None:
        if not word.tokens:
            return
        if word.label.kind != LabelKind.MISSPELLING:
            self.words.setdefault(word.concept, []).append(word)
        self.longest = max(self.longest, len(word.tokens))
        # Who "woont nog thuis" does not ask for all about living.
        if word.label.kind in LITERAL or word.is_top:
            self.literal.setdefault(tuple(each.exact for each in word.tokens), []).append(word)
        else:
            self.whole.setdefault(_key(word.tokens), []).append(word)

    def spans(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, list[Word]]]:
        """Every run of tokens that is a label: first token, the one behind the last, the labels."""
        found: dict[tuple[int, int], list[Word]] = {}
        for start, end in _runs(range(len(tokens)), self.longest):
            literal = self.literal.get(tuple(each.exact for each in tokens[start:end]), [])
            words = [each for each in literal if _means_it(each, text, tokens[start:end])]
            words += self.whole.get(tuple(each.lemma for each in tokens[start:end]), [])
            found[start, end] = words
        content = [number for number, each in enumerate(tokens) if _tells(each)]
        for first, behind in _runs(content, self.longest):
            key = tuple(tokens[number].lemma for number in content if first <= number < behind)
            known = found.setdefault((first, behind), [])
            known += [each for each in self.whole.get(key, []) if each not in known]
        return ((start, end, words) for (start, end), words in found.items() if words)


def _runs(numbers: Sequence[int], longest: int) -> Iterator[tuple[int, int]]:
    for place, first in enumerate(numbers):
        for last in numbers[place : place + longest]:
            yield first, last + 1


def _tells(token: Token) -> bool:
    return not token.stop or token.exact in TURNING


def _key(tokens: Sequence[Token]) -> Key:
    """The lemmas that must all be there: without stop words, where that leaves more than one."""
    telling = tuple(each.lemma for each in tokens if _tells(each))
    return telling if len(telling) > 1 else tuple(each.lemma for each in tokens)


def _means_it(word: Word, text: str, tokens: Sequence[Token]) -> bool:
    """Whether an abbreviation that is a plain word too, such as OM, is written as an abbreviation."""
    if len(tokens) > 1 or not tokens[0].stop:
        return True
    return text[tokens[0].start : tokens[0].end] == word.label.text
