"""Labels by their words: which runs of words in a question are a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.analysis import Token
from search.thesaurus.model import Label, LabelKind

Key = tuple[str, ...]

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
LITERAL = ABBREVIATIONS | {LabelKind.MISSPELLING}
# Into how many pieces a compound may have been typed.
MOST_PIECES = 3
# English stories keep the Dutch terms of law, without the everyday words around them.
DUTCH_IN_ENGLISH = ABBREVIATIONS | {LabelKind.PREFERRED, LabelKind.SYNONYM, LabelKind.FORMER}


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


class Index:
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
        if _is_literal(word):
            self.literal.setdefault(tuple(each.exact for each in word.tokens), []).append(word)
        else:
            self.whole.setdefault(key_of(word.tokens), []).append(word)

    def spans(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, list[Word]]]:
        """Every run of tokens that is a label: first token, the one behind the last, the labels."""
        found: dict[tuple[int, int], list[Word]] = {}
        for start, end in _runs(range(len(tokens)), self.longest):
            run = tokens[start:end]
            literal = self.literal.get(tuple(each.exact for each in run), ())
            words = [each for each in literal if _is_written(each, text, run)]
            words += self.whole.get(tuple(each.lemma for each in run), ())
            if not words and 1 < len(run) <= MOST_PIECES and not any(each.stop for each in run):
                words = self._joined(run)
            found[start, end] = words
        content = [number for number, each in enumerate(tokens) if _tells(each)]
        for first, behind in _runs(content, self.longest):
            key = tuple(tokens[number].lemma for number in content if first <= number < behind)
            known = found.setdefault((first, behind), [])
            known += [each for each in self.whole.get(key, ()) if each not in known]
        return ((start, end, words) for (start, end), words in found.items() if words)

    def _joined(self, run: Sequence[Token]) -> list[Word]:
        """A compound that was typed with spaces: schuld hulp verlening."""
        start = "".join(each.exact for each in run[:-1])
        last = run[-1]
        return [*self.whole.get((start + last.lemma,), ()), *self.literal.get((start + last.exact,), ())]


def _runs(numbers: Sequence[int], longest: int) -> Iterator[tuple[int, int]]:
    for place, first in enumerate(numbers):
        for last in numbers[place : place + longest]:
            yield first, last + 1


def _tells(token: Token) -> bool:
    return not token.stop or token.exact in TURNING


def key_of(tokens: Sequence[Token]) -> Key:
    """The lemmas that must all be there: without stop words, where that leaves two words or more."""
    telling = [each for each in tokens if _tells(each)]
    enough = sum(not each.stop for each in telling) > 1
    return tuple(each.lemma for each in (telling if enough else tokens))


def _is_literal(word: Word) -> bool:
    """Whether a label is only recognised as it stands.

    So are abbreviations and misspellings; the names of top concepts, for who "woont nog thuis" does not ask
    for all about living; labels of stop words; and a word that is inflected itself, for its lemma says other
    things: that of papieren is papier, that of zelfstandigen is zelfstandig.
    """
    first = word.tokens[0]
    inflected = len(word.tokens) == 1 and first.exact != first.lemma
    return inflected or word.is_top or word.label.kind in LITERAL or all(each.stop for each in word.tokens)


def _is_written(word: Word, text: str, tokens: Sequence[Token]) -> bool:
    """Whether a label that is all stop words, such as OM, is written just so, capitals included."""
    if not all(each.stop for each in tokens):
        return True
    return text[tokens[0].start : tokens[-1].end] == word.label.text
