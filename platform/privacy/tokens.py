"""A text cut into words, with what the detectors ask about each."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from privacy.lexicon import Phrases

UPPER = "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper())
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:[-'’][^\W\d_][\w\u0300-\u036f]*)*|['’]t\b")
_SENTENCE_END = re.compile(r"[.!?:;\n\r•*>-]|^", re.M)
_GENITIVE = re.compile(r"(?<=\w)['’]s$")
_CAPITAL = re.compile(f"[{UPPER}]")


def word_set(text: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(text.split())


def one_of(words: str) -> str:
    """A regular expression for any of these words, tried by their first letter: quicker than in a row.

    Args:
        words: By spaces; each may itself be a regular expression that begins with a plain letter.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in words.split():
        by_letter[word[0]].append(word[1:])
    groups = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return f"(?:{'|'.join(groups)})"


class Token(NamedTuple):
    """A word.

    Attributes:
        start: First code point in the text.
        end: One past the last; a genitive 's is left out.
        text: The word.
        lower: The word in lower case.
        capital: Whether it begins with a capital letter.
        opens: Whether it begins a sentence, a line, or what is said behind a colon.
        gap: What stands between this word and the one before.
        genitive: Whether 's or ' follows.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    opens: bool
    gap: str
    genitive: bool

    @property
    def acronym(self) -> bool:
        """Whether it is all capitals, as in UWV."""
        return len(self.text) > 1 and self.text.isupper()


def tokenise(text: str) -> list[Token]:
    """The words of a text in order."""
    tokens: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        gap = text[last:start]
        owned = _GENITIVE.search(word)
        if owned:
            word = word[: owned.start()]
        opens = not tokens or _opens(gap, tokens[-1])
        end = start + len(word)
        genitive = owned is not None or (word[-1:] in "sxz" and text[end : end + 1] in ("'", "’"))
        capital = _CAPITAL.match(word) is not None
        tokens.append(Token(start, end, word, word.lower(), capital, opens, gap, genitive))
        last = match.end()
    return tokens


def _opens(gap: str, before: Token) -> bool:
    if "\n" in gap or any(sign in gap for sign in "!?:;•"):
        return True
    # A point behind one letter or a short title is no end of a sentence.
    return "." in gap and len(before.text) > 1 and before.lower not in ABBREVIATIONS


ABBREVIATIONS = word_set(
    "mw mevr mvr dhr hr fam mr dr drs ir ing prof ds mej st nr tel geb jr ca bijv evt resp o.a. t.a.v."
    " t.n.v. v.d vd"
    " gebr gebrs"
)


def phrase_at(tokens: list[Token], at: int, phrases: Phrases) -> int:
    """How many words from here on are a phrase of the list, the most there are; 0 when none."""
    if tokens[at].lower not in phrases.firsts:
        return 0
    longest = 0
    words: list[str] = []
    for offset in range(min(phrases.longest, len(tokens) - at)):
        token = tokens[at + offset]
        if offset and token.gap.strip(" \u00a0-&'’."):
            break
        words.append(token.lower)
        if " ".join(words) in phrases.known:
            longest = offset + 1
    return longest


def covered(tokens: list[Token], phrases: Phrases) -> list[bool]:
    """For each word, whether it is part of a phrase of the list that is written with a capital."""
    marks = [False] * len(tokens)
    at = 0
    while at < len(tokens):
        length = (
            phrase_at(tokens, at, phrases) if tokens[at].capital or tokens[at].lower.startswith("'") else 0
        )
        for offset in range(length):
            marks[at + offset] = True
        at += max(length, 1)
    return marks
