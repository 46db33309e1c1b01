"""What a visitor typed, taken apart: words, "phrases" and -exclusions. Any text is a valid question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.analysis import Token, analyse
from search.params import LONGEST_QUERY

MOST_WORDS = 40
MOST_PHRASES = 5
MOST_EXCLUSIONS = 10

_OPENING, _CLOSING = '"\u201c\u201d\u201e\u00ab', '"\u201c\u201d\u00bb'
_QUOTED = rf"[{_OPENING}](?P<quoted>[^{_OPENING}{_CLOSING}]+)[{_CLOSING}]"
# A hyphen only means "not" at the beginning of a word.
_SPECIAL = re.compile(rf"(?:(?<=\s)|^)(?:(?P<minus>-)?{_QUOTED}|-(?P<word>[^\W_]\S*))")

LONGEST_PLAIN = 80  # characters of a question that is counted or steered


def plain_query(text: str) -> str:
    """A question as it is compared with others: capitals, spaces and punctuation at the end do not count."""
    return " ".join(text.casefold().split()).rstrip(" ?!.")


@dataclass(frozen=True)
class Question:
    """A question taken apart.

    Attributes:
        text: The question as typed, as far as it counts.
        language: "nl" or "en".
        words: Words to look for, those of the phrases too, in order.
        phrases: Words that must stand together.
        exclusions: Words, or phrases, that may not occur.
    """

    text: str
    language: str
    words: tuple[Token, ...]
    phrases: tuple[tuple[Token, ...], ...] = ()
    exclusions: tuple[tuple[Token, ...], ...] = ()


def parse(text: str, language: str = "nl") -> Question:
    """The question in a text of at most `LONGEST_QUERY` characters; what is longer is not read."""
    text = text[:LONGEST_QUERY]
    phrases: list[tuple[Token, ...]] = []
    exclusions: list[tuple[Token, ...]] = []

    def take(match: re.Match[str]) -> str:
        tokens = analyse(match["quoted"] or match["word"], language)
        wanted = match["quoted"] and not match["minus"]
        if tokens:
            (phrases if wanted else exclusions).append(tokens)
        # What is left keeps its places, so that offsets point into the text as typed.
        return match[0] if wanted else " " * len(match[0])

    rest = _SPECIAL.sub(take, text)
    return Question(
        text=text,
        language=language,
        words=analyse(rest, language)[:MOST_WORDS],
        phrases=tuple(phrases[:MOST_PHRASES]),
        exclusions=tuple(exclusions[:MOST_EXCLUSIONS]),
    )
