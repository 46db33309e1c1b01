"""Words that take the place of others in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[“\"]|\s[-•*]\s)$")
_CLOSES = frozenset(" .,;:)!?\n")


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to write in the place of what.

    Attributes:
        start: First code point of what goes.
        end: One past the last.
        words: What comes there; "" leaves it out.
    """

    start: int
    end: int
    words: str


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at a place."""
    return _SENTENCE.search(text, max(0, at - 4), at) is not None or not text[:at].strip()


def capital_like(text: str, at: int, words: str) -> str:
    """The words with a capital where a sentence begins."""
    return (
        words[:1].upper() + words[1:] if begins_sentence(text, at) and text[at : at + 1].isupper() else words
    )


def leave_out(text: str, start: int, end: int) -> Replacement:
    """Nothing in that place: no empty brackets, no two spaces, and none before a full stop."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    if start and text[start - 1] == " " and (end == len(text) or text[end] in _CLOSES):
        start -= 1
    elif start == 0:
        end += len(text[end:]) - len(text[end:].lstrip(" "))
    return Replacement(start, end, "")
