"""Recognises the concepts that a question names, and the words by which stories may tell of them.

Labels of several words are recognised as a whole, the longest first, before compounds are split. Pure and
immutable, so that a process can swap one lookup for another while it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from search.analysis import Token
from search.thesaurus.index import ABBREVIATIONS, Index, Key, Word, key_of
from search.thesaurus.model import LANGUAGES, Concept, Label, LabelKind, TermRef, Thesaurus
from search.thesaurus.paraphrase import Paraphrases
from search.thesaurus.weights import MOST, Weights

Analyse = Callable[[str, str], Sequence[Token]]

# Of a neighbour only the plain words: its everyday phrases lead too far.
OF_NEIGHBOUR = ABBREVIATIONS | {LabelKind.PREFERRED}


@dataclass(frozen=True)
class Expansion:
    """Other words for what was recognised.

    Attributes:
        word: The words.
        relation: "same", "narrower", "broader" or "related".
        weight: Next to 1 for the words of the question; always less.
    """

    word: Word
    relation: str
    weight: float


@dataclass(frozen=True)
class Match:
    """A concept that a question names.

    Attributes:
        concept: Its id.
        label: The label that was recognised.
        start: Number of the first token of the question that belongs to it.
        end: Number behind the last.
        certainty: 1 for a preferred word; less when the words may mean something else.
        expansions: Other words for it, the heaviest first.
        leanings: Weight, at most 1, of each term of a vocabulary that it is or lies next to.
    """

    concept: str
    label: Label
    start: int
    end: int
    certainty: float
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
        self._indexes = {language: Index(words, language) for language in LANGUAGES}
        self._paraphrases = {
            language: Paraphrases(self._concepts.values(), analyse, language) for language in LANGUAGES
        }

    def described(self, tokens: Sequence[Token], language: str) -> list[tuple[Concept, float]]:
        """Concepts with a term that a question describes without naming them, each with its share of it."""
        return self._paraphrases.get(language, self._paraphrases[LANGUAGES[0]]).find(tokens)

    def find(self, text: str, tokens: Sequence[Token], language: str) -> tuple[Match, ...]:
        """What a question names and what that may be called.

        Args:
            text: The question as it was typed.
            tokens: The same, analysed.
            language: In which it was analysed.
        """
        index = self._indexes.get(language, self._indexes[LANGUAGES[0]])
        return tuple(
            replace(
                match,
                expansions=tuple(self._expansions(index, match, key_of(tokens[match.start : match.end]))),
                leanings=self._leanings(match),
            )
            for match in self._matches(index, text, tokens)
        )

    def _matches(self, index: Index, text: str, tokens: Sequence[Token]) -> Iterator[Match]:
        free = [True] * len(tokens)
        spans = sorted(index.spans(text, tokens), key=lambda span: (span[0] - span[1], span[0]))
        for start, end, words in spans:
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
        for name, word in surest.items():
            # What the words may well mean besides; to an abbreviation that is unsure itself, anything is.
            rivals = [
                other
                for other, theirs in surest.items()
                if word.label.kind == LabelKind.AMBIGUOUS or theirs.label.kind != LabelKind.AMBIGUOUS
            ]
            shared = 1.0 if all(self._are_near(name, other) for other in rivals) else self.weights.shared
            certainty = self.weights.certainty(word.label) * factor * shared
            yield Match(word.concept, word.label, start, end, certainty)

    def _are_near(self, one: str, other: str) -> bool:
        """Whether the concepts are neighbours: a word that they share is not ambiguous."""
        first, second = self._concepts[one], self._concepts[other]
        return one == other or bool(
            {one, other} & {*first.broader, *first.related, *second.broader, *second.related}
        )

    def _expansions(self, index: Index, match: Match, asked: Key) -> list[Expansion]:
        found: dict[Key, Expansion] = {}
        for relation, word, weight in self._words_around(index, match):
            key = key_of(word.tokens)
            known = found.get(key)
            if key != asked and (known is None or known.weight < weight):
                found[key] = Expansion(word, relation, weight)
        kinds = list(LabelKind)
        heaviest = sorted(
            found.values(),
            key=lambda each: (-each.weight, kinds.index(each.word.label.kind), each.word.label.text),
        )
        return heaviest[: self.weights.longest]

    def _words_around(self, index: Index, match: Match) -> Iterator[tuple[str, Word, float]]:
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

    def _leanings(self, match: Match) -> dict[TermRef, float]:
        concept = self._concepts[match.concept]
        around = [(name, weight) for _, name, weight in self._neighbours(concept)]
        leanings: dict[TermRef, float] = {}
        for name, weight in [*around, (concept.id, 1.0)]:
            term = self._concepts[name].term
            if term:
                leanings[term] = weight * min(1.0, match.certainty)
        return leanings
