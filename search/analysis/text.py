"""A text to its terms: `analyse` for highlighting and questions, `index_text` for what an engine stores."""

from __future__ import annotations

from typing import NamedTuple

from search.analysis import terms, tokens


class Token(NamedTuple):
    """A word in a text.

    Attributes:
        exact: As written, without case and accents.
        lemma: Its dictionary form, without accents.
        parts: Further lemmas it is found by: parts of a compound, the verb that a noun comes from.
        start: Place of its first character in the text, in code points.
        end: Place behind its last character.
        position: Number of the word in the text, from 0.
        stop: Whether it says nothing by itself.
    """

    exact: str
    lemma: str
    parts: tuple[str, ...]
    start: int
    end: int
    position: int
    stop: bool = False


def analyse(text: str, language: str = "nl") -> tuple[Token, ...]:
    """The words of a text with their terms; a language that we do not know is read as Dutch."""
    language = language if language in terms.LANGUAGES else "nl"
    return tuple(
        Token(found.exact, found.lemma, found.parts, start, end, position, found.stop)
        for position, (word, start, end) in enumerate(tokens.words(text))
        for found in (terms.word(word, language),)
    )


def index_text(text: str, language: str = "nl") -> tuple[str, str]:
    """The text as an engine stores it: (exact terms, lemmas and parts), each separated by spaces.

    The exact form keeps every word, so that a phrase is a phrase; the lemma form leaves stop words out.
    """
    language = language if language in terms.LANGUAGES else "nl"
    exact: list[str] = []
    lemmas: list[str] = []
    for word, _, _ in tokens.words(text):
        found = terms.word(word, language)
        exact.append(found.exact)
        if not found.stop:
            lemmas.append(found.lemma)
            lemmas += found.parts
    return " ".join(exact), " ".join(lemmas)
