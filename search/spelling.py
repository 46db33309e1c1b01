"""Typing errors: words that no story and no dictionary has, and the words of the index that are close."""

from __future__ import annotations

from collections.abc import Sequence

from search.analysis import Token, analyse
from search.analysis.lexicon import frequencies, lemmas
from search.engines.base import Engine
from search.engines.texts import edits
from search.question import Question

SHORTEST = 4  # letters of a word that can be seen to be mistyped
MOST_MENDED = 3  # words of a question
MOST_WORDS = 2  # likely words for each
CANDIDATES = 20
MOST_EDITS = 2

Corrections = dict[str, tuple[str, ...]]


def corrections(question: Question, engine: Engine) -> Corrections:
    """Likely words by mistyped word (both as exact terms), best first; asks the engine only when in doubt.

    Raises:
        EngineError: The engine does not answer.
    """
    doubted = {token.exact: token for token in question.words if _doubtful(token, question.language)}
    tokens = list(doubted.values())[:MOST_MENDED]
    if not tokens:
        return {}
    known = engine.frequencies([pair for token in tokens for pair in _places(token)])
    unknown = [token for token in tokens if not any(known.get(pair) for pair in _places(token))]
    found = {token.exact: _close(token, engine) for token in unknown}
    return {word: close for word, close in found.items() if close}


def suggestion(question: Question, mended: Corrections) -> str:
    """The question as typed with its errors mended, or "" when there are none."""
    text, words = question.text, [token for token in question.words if token.exact in mended]
    for token in reversed(words):
        text = text[: token.start] + mended[token.exact][0] + text[token.end :]
    return text if words else ""


def _doubtful(token: Token, language: str) -> bool:
    if token.stop or len(token.exact) < SHORTEST or not token.exact.isalpha():
        return False
    return not any(
        form in words
        for form in (token.exact, token.lemma)
        for words in (lemmas(language), frequencies(language))
    )


def _places(token: Token) -> list[tuple[str, str]]:
    return [("body_exact", token.exact), ("body_lemma", token.lemma)]


def _close(token: Token, engine: Engine) -> tuple[str, ...]:
    # A compound that was merely never written before is no error, unless it is very near to one that was.
    most = 1 if token.parts else MOST_EDITS
    counted = engine.close_words("body_exact", token.exact, CANDIDATES)
    ranked = sorted((edits(token.exact, word, most), -number, word) for word, number in counted)
    near = [
        (distance, word) for distance, _, word in ranked if distance <= most and word[0] == token.exact[0]
    ]
    nearest = [word for distance, word in near if distance == near[0][0]]
    # A mistyped stop word is still one: there is nothing to look for.
    return (
        () if any(found.stop for word in nearest for found in analyse(word)) else tuple(nearest[:MOST_WORDS])
    )


def mended_words(mended: Corrections) -> Sequence[str]:
    """All words that are looked for instead of mistyped ones."""
    return [word for words in mended.values() for word in words]
