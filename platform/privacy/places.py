"""Villages and parts of towns, too small to name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import LIKELY, POSSIBLE, Finding
from privacy.lexicon import Lexicon
from privacy.name_words import NAME_BEFORE
from privacy.tokens import UPPER, Token, phrase_at, word_set

_CAPITAL = rf"[{UPPER}][\w'’-]{{0,40}}"
_IN = re.compile(
    r"\b(?:in|uit|te|bij|naar|van|vanuit|rond|nabij|richting|buiten|tot|over|dorp|buurtschap|gehucht"
    r"|stadje|plaats|plaatsje|kern|wijk|buurt|afkomstig uit"
    r"|wonende te)\s(?:de |het )?$",
    re.I,
)
_SURE_IN = re.compile(
    r"\b(?:in|uit|te|vanuit|nabij|richting|naar)\s(?:de |het )?$|\b(?:woonplaats|plaats|wpl)\.?:\s?$", re.I
)
_NAMED_PART = re.compile(
    rf"\b(?:(?:wijk|buurt|buurtschap|gehucht|dorp|dorpje|dorpskern|plaatsje|stadje|stadsdeel|eiland"
    rf"|volksbuurt|achterstandswijk|woonwagenkamp|terp|kern)"
    rf"(?: (?:genaamd|bij))?) (?P<name>(?:de |het |['’]t )?{_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}})"
)
PART_OF_TOWN = rf"[{UPPER}][\w'’-]*(?:wijk|buurt|dorp|kwartier)"
_PART_BY_END = re.compile(
    r"\b(?i:in|uit|naar|van|vanuit|rond|door|voor|over|bij|aan) (?:de |het )"
    rf"(?P<name>{PART_OF_TOWN})(?!\w)"
)
_BEHIND_ADDRESS = re.compile(r" ?[0-9]{1,4}[a-z]?,? ?(?:te |in )?", re.I)
_POSTCODE_BEFORE = re.compile(r"[0-9]{4} ?[A-Z]{2},? $")
_PART_WORDS = word_set("binnenstad centrum noord zuid oost west")


def find_places(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Finding]:
    """Villages, hamlets and parts of towns; never a municipality of today or a large town.

    Args:
        text: Any text.
        tokens: Its words.
        words: What is known about words.

    Yields:
        Findings of the kind `plaats`.
    """
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length = phrase_at(tokens, at, words.villages) if token.capital or token.lower.startswith("'") else 0
        allowed = phrase_at(tokens, at, words.allowed) if length else 0
        if length and length > allowed:
            certainty = _place_certainty(text, tokens, at, length, words)
            if certainty:
                yield _place(token.start, tokens[at + length - 1].end, certainty)
        at += max(length, allowed, 1)
    for pattern in (_NAMED_PART, _PART_BY_END):
        for match in pattern.finditer(text):
            name = re.sub(r"^(?:de|het|['’]t) ", "", match["name"])
            if (
                name.lower() not in words.allowed.known
                and name.lower() not in _PART_WORDS
                and name.lower() not in words.first_names
            ):
                yield _place(match.end("name") - len(name), match.end("name"), POSSIBLE)


def _place(start: int, end: int, certainty: float) -> Finding:
    return Finding(
        start, end, "plaats", certainty, "Small place or part of a town", "een dorp of wijk in de regio"
    )


def _place_certainty(text: str, tokens: list[Token], at: int, length: int, words: Lexicon) -> float:
    token = tokens[at]
    lead = text[max(0, token.start - 24) : token.start]
    if (at and _BEHIND_ADDRESS.fullmatch(token.gap)) or _POSTCODE_BEFORE.search(lead):
        return LIKELY
    # The village Een is an article nearly always.
    if (
        token.lower == "een"
        or NAME_BEFORE.search(lead)
        or (at and tokens[at - 1].capital and not tokens[at - 1].opens and token.gap == " ")
    ):
        return 0.0
    follows = tokens[at + length] if at + length < len(tokens) else None
    if follows is not None and follows.capital and follows.gap == " " and not follows.opens:
        return 0.0
    ordinary = length == 1 and (words.is_common(token.lower) or token.lower in words.names)
    if _SURE_IN.search(lead):
        return LIKELY if not ordinary else POSSIBLE
    if ordinary or token.opens:
        return 0.0
    return POSSIBLE if _IN.search(lead) or token.gap.strip() in ("", ",", "(") else 0.0
