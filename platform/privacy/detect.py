"""Finds personal data in Dutch text: the one entrance to the detectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from privacy.addresses import find_addresses
from privacy.ages import find_ages
from privacy.dates import find_birth_dates
from privacy.findings import Finding, Kind, settle
from privacy.identifiers import find_identifiers
from privacy.lexicon import Lexicon, lexicon
from privacy.names import find_names
from privacy.organisations import find_organisations
from privacy.places import find_places
from privacy.plates import find_plates
from privacy.rare import find_rare_traits
from privacy.tokens import tokenise

__all__ = ["Finding", "Kind", "find", "load"]

# A long text is taken in pieces, so that work and memory grow with its length and no more.
PIECE = 20_000
_BREAKS = re.compile(r"\n\s*\n|\n|[.!?]\s")


def load() -> None:
    """Read the word lists now instead of at the first text.

    Raises:
        LexiconError: One is missing.
    """
    lexicon()


def find(text: str) -> tuple[Finding, ...]:
    """What in a text may identify a resident.

    It warns and never approves: no finding does not mean that a text is safe.

    Args:
        text: Any text, of any length and with any characters.

    Returns:
        Findings in order, without overlap; offsets are code points of `text`.
    """
    words = lexicon()
    pieces = _pieces(text)
    found = [_shift(one, start) for start, piece in pieces for one in _find_in(piece, words)]
    return settle(found)


def _shift(one: Finding, by: int) -> Finding:
    return replace(one, start=one.start + by, end=one.end + by) if by else one


def _find_in(text: str, words: Lexicon) -> Iterator[Finding]:
    tokens = tokenise(text)
    yield from find_identifiers(text)
    yield from find_plates(text)
    yield from find_birth_dates(text)
    yield from find_ages(text)
    yield from find_addresses(text, tokens, words)
    yield from find_organisations(text, tokens, words)
    yield from find_rare_traits(text, tokens, words)
    yield from find_names(text, tokens, words)
    yield from find_places(text, tokens, words)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of at most `PIECE` code points, cut behind a line or sentence if there is one."""
    start = 0
    while len(text) - start > PIECE:
        end = start + PIECE
        cut = max((match.end() for match in _BREAKS.finditer(text, end - PIECE // 4, end)), default=end)
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]
