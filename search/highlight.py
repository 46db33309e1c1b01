"""What is marked in a result: whole words that the question asks for, in any inflection, compound or synonym.

Texts come back as segments (text, whether it is marked), never as HTML: who shows them escapes them. The
texts of the segments put together are the text that was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.analysis import Token, analyse, terms, tokens
from search.analysis.lexicon import listed
from search.meaning import Meaning
from search.question import Question

Segments = tuple[tuple[str, bool], ...]

PASSAGE = 280  # characters of a passage, about
ELLIPSIS = "…"
CLOSE = 0.4  # weight from which another word means about the same, and not only something near it
EXACT, LEMMA, SYNONYM, PART, FILLER = 1.3, 1.0, 0.7, 0.4, 0.1

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?]+(?=\s)|\n|$)")


@dataclass(frozen=True)
class _Span:
    """Marked characters of a text; `term` is what they match, for counting each thing once."""

    start: int
    end: int
    term: str
    weight: float


class Marker:
    """Marks what a question asks for; made once a question, used for all its results.

    Args:
        question: The question, taken apart.
        meanings: What its words mean; their other words are marked too.
        corrections: Words that were looked for instead of mistyped ones.
    """

    def __init__(
        self, question: Question, meanings: Sequence[Meaning] = (), corrections: Sequence[str] = ()
    ) -> None:
        self._language = question.language
        self._single: dict[str, tuple[str, float]] = {}
        self._seen: dict[str, tuple[str, float] | None] = {}
        self._chains: dict[str, list[tuple[str, ...]]] = {}
        content = [token for token in question.words if not token.stop] or list(question.words)
        filler = listed(f"{question.language}_filler")
        for token in content:
            weak = token.lemma in filler and len(content) > 1
            self._want(token, FILLER if weak else 1.0)
        for text in corrections:
            for token in analyse(text, question.language):
                self._want(token, 1.0)
        for meaning in meanings:
            for text, weight in meaning.expansions:
                if weight >= CLOSE:
                    self._want_label(text)

    def mark(self, text: str) -> Segments:
        """The text with what is asked for marked; one unmarked segment when there is nothing."""
        return _segments(text, self._spans(text))

    def passage(self, texts: Sequence[str], length: int = PASSAGE) -> Segments:
        """The part of the texts that has most of what is asked for, in sentences where they are short enough.

        Args:
            texts: Texts of a story in reading order.
            length: Characters that the passage has about, at most twice as many.

        Returns:
            Segments; empty when no text has anything of the question.
        """
        best, chosen = 0.0, ("", 0, 0)
        for text in texts:
            spans = list(self._spans(text))
            if not spans:
                continue
            for start, end in _windows(text, length):
                inside = {span.term: span.weight for span in spans if start <= span.start and span.end <= end}
                score = sum(inside.values())
                if score > best:
                    best, chosen = score, (text, start, end)
        return self._cut(*chosen, length) if best else ()

    def _want(self, token: Token, weight: float) -> None:
        for term, factor in ((token.exact, EXACT), (token.lemma, LEMMA), *((p, PART) for p in token.parts)):
            known = self._single.get(term)
            if known is None or known[1] < weight * factor:
                self._single[term] = (token.lemma, weight * factor)

    def _want_label(self, text: str) -> None:
        lemmas = tuple(token.lemma for token in analyse(text, self._language) if not token.stop)
        if len(lemmas) == 1:
            self._single.setdefault(lemmas[0], (lemmas[0], SYNONYM))
        elif lemmas:
            self._chains.setdefault(lemmas[0], []).append(lemmas)

    def _spans(self, text: str) -> Iterator[_Span]:
        content: list[tuple[str, int, int]] = []
        for word, start, end in tokens.words(text):
            if word not in self._seen:
                self._seen[word] = self._wanted(word)
            found = self._seen[word]
            if found:
                yield _Span(start, end, *found)
            if self._chains:
                content.append((word, start, end))
        yield from self._chain_spans(content)

    def _wanted(self, text: str) -> tuple[str, float] | None:
        """What a word of a text matches: itself, its lemma, or else the best of its parts."""
        word = terms.word(text, self._language)
        found = self._single.get(word.exact)
        if found or word.stop:
            return found
        parts = [self._single[part] for part in word.parts if part in self._single]
        best = max(((term, weight * PART) for term, weight in parts), key=lambda each: each[1], default=None)
        return self._single.get(word.lemma) or best

    def _chain_spans(self, words: Sequence[tuple[str, int, int]]) -> Iterator[_Span]:
        known = ((terms.word(text, self._language), start, end) for text, start, end in words)
        content = [(word.lemma, start, end) for word, start, end in known if not word.stop]
        for place, (lemma, _, _) in enumerate(content):
            for chain in self._chains.get(lemma, ()):
                run = content[place : place + len(chain)]
                if tuple(each[0] for each in run) == chain:
                    for _, start, end in run:
                        yield _Span(start, end, " ".join(chain), SYNONYM)

    def _cut(self, text: str, start: int, end: int, length: int) -> Segments:
        part = text[start:end].rstrip()
        if len(part) > 2 * length:
            part = part[: 2 * length].rsplit(" ", 1)[0][: 2 * length]
        before = "" if start == 0 else f"{ELLIPSIS} "
        after = "" if not text[start + len(part) :].strip() else f" {ELLIPSIS}"
        marked = self.mark(part)
        return _joined([(before, False), *marked, (after, False)])


def _windows(text: str, length: int) -> Iterator[tuple[int, int]]:
    """Runs of whole sentences of about the length; a longer sentence in pieces that overlap by half."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    for place, (start, end) in enumerate(sentences):
        if end - start > length:
            yield from _pieces(text, start, end, length)
            continue
        for _, further in sentences[place + 1 :]:
            if further - start > length:
                break
            end = further  # noqa: PLW2901 - the window grows
        yield start, end


def _pieces(text: str, start: int, end: int, length: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = min(start + length, end)
        if stop < end:
            stop = max(text.rfind(" ", start, stop), start + length // 2)
        yield start, stop
        middle = text.find(" ", start + length // 2, stop)
        start = middle + 1 if middle > 0 and stop < end else stop


def _segments(text: str, spans: Iterator[_Span]) -> Segments:
    marked: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted({(span.start, span.end) for span in spans}):
        if start >= at:
            marked += [(text[at:start], False), (text[start:end], True)]
            at = end
    return _joined([*marked, (text[at:], False)])


def _joined(segments: Sequence[tuple[str, bool]]) -> Segments:
    """Without empty segments, and neighbours of one kind together."""
    joined: list[tuple[str, bool]] = []
    for text, marked in segments:
        if text and joined and joined[-1][1] == marked:
            joined[-1] = (joined[-1][0] + text, marked)
        elif text:
            joined.append((text, marked))
    return tuple(joined)
