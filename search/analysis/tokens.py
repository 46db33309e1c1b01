"""Text to words: what a word is, where it stands in the original text, and its folded form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST_TERM = 100  # characters of a term; what is longer is cut

# Combining accents belong to their letter; soft hyphens and zero-width signs are in a word and mean nothing.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = r"[^\W\d_]"
_RUN = rf"[^\W_](?:[^\W_]|[\u0300-\u036f{_INVISIBLE}])*"
_APOSTROPHE = "['\u2019\u02bc`]"
_HYPHEN = "[-\u2010\u2011]"

WORD = re.compile(
    rf"(?P<dotted>{_LETTER}(?:\.{_LETTER})+(?![^\W_]))"  # b.v., o.a., i.v.m.
    r"|(?P<number>\d+(?:[.,:]\d+)+[a-z]{0,2}(?![^\W_]))"  # 3:4, 2.3.5, 1.200,50, 18:30
    rf"|(?P<and>{_LETTER}&{_LETTER}(?![^\W_]))"  # B&W
    rf"|(?P<word>{_RUN}(?:{_APOSTROPHE}{_RUN}|{_HYPHEN}{_APOSTROPHE}?{_RUN})*)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMALS = re.compile(r",\d+$")
_DROPPED = re.compile(rf"{_APOSTROPHE}|[{_INVISIBLE}]|[\u0300-\u036f]")
_HYPHENS = re.compile(_HYPHEN)


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of the text as it stands there, with its first position and the one behind its last.

    Words joined by hyphens or apostrophes are one word; a chain of mere numbers (a date, years) is not.
    """
    for match in WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        if word.isalnum() or match.lastgroup != "word":
            yield word, start, end
            continue
        pieces = _HYPHENS.split(word)
        if len(pieces) == 1 or not all(piece.isdecimal() for piece in pieces):
            yield word, start, end
            continue
        for piece in pieces:
            yield piece, start, start + len(piece)
            start += len(piece) + 1


def pieces(word: str) -> list[str]:
    """Parts of a word between its hyphens."""
    return [piece for piece in _HYPHENS.split(word) if piece]


def fold(word: str) -> str:
    """The word without case, accents, apostrophes and hyphens; a number without its thousands' dots."""
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST_TERM]
    if _THOUSANDS.fullmatch(word):
        word = _DECIMALS.sub("", word).replace(".", "")
    elif not word[0].isdecimal():
        word = word.replace(".", "")
    plain = _DROPPED.sub("", _HYPHENS.sub("", unicodedata.normalize("NFKD", word)))
    # Again: case folding takes some letters apart.
    folded = _DROPPED.sub("", unicodedata.normalize("NFKD", plain.casefold()))
    return ("".join(folded.split()) or word.casefold())[:LONGEST_TERM]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """`fold`, remembered."""
    return fold(word)
