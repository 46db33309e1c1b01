"""Names that the word before announces: a title, a relation, a greeting."""

from __future__ import annotations

import re

from privacy import name_words as near
from privacy.findings import CERTAIN, LIKELY, POSSIBLE
from privacy.name_context import RARE, SPACES, Context
from privacy.tokens import Token

_KIN_GAP = re.compile(r"[ \u00a0]{1,2}|, |: ?| \(|[ ][\"'‘“]")
_GREETING_GAP = re.compile(r"[ ]|,? ?\n{1,3}|, ")
_INTRODUCED = re.compile(
    r"(?:\b(?:[Dd]oor|[Vv]an|[Aa]an|[Cc][Cc]): "
    r"|\b(?:[Nn]aam is|[Ii]k ben|[Ii]k heet|[Tt]\.?[na]\.?v\.?|[Bb]etreft:?|[Dd]ossier van|[Zz]aak van) "
    r"|\b(?:(?:[Ii]edereen|[Mm]en) zegt|noem(?:t|en|de|den) (?:hem|haar|zich)) )$"
)
_LEAD = 18
_VERB_ENDINGS = ("eert", "eerde", "elde", "erde", "igt", "igde")
_WORD_ENDINGS = ("t", "de", "te", "en")


def behind_title(here: Context, at: int) -> float:
    """Mevrouw X, dhr. X, familie X."""
    if not here.follows_title(at):
        return 0.0
    token = here.tokens[at]
    if here.is_initial(at):
        return CERTAIN
    if token.lower in near.INTERFIX_STARTS:
        return CERTAIN if _is_surname_behind_title(here, at) else 0.0
    if token.capital:
        never = token.lower in here.words.never_names and token.lower not in here.words.sure_first_names
        fits = here.is_name_like(token) and not never and token.lower not in near.ROLES
        return CERTAIN if fits or here.is_surname_after_all(at, at) else 0.0
    return _small_behind_title(here, at)


def _is_surname_behind_title(here: Context, at: int) -> bool:
    """A name as in "hr de bruin", not as in "de familie van het dorp"."""
    end = here.surname_from(at, unlisted=True)
    if end == at:
        return False
    last, title = here.tokens[end - 1], here.tokens[at - 1].lower
    return last.capital or title not in near.GROUPS or not here.words.is_common(last.lower)


def _small_behind_title(here: Context, at: int) -> float:
    token, words = here.tokens[at], here.words
    if token.lower in near.VERBS or token.lower.endswith(_VERB_ENDINGS) or token.lower in words.never_names:
        return 0.0
    if token.lower in words.names and (not words.is_common(token.lower) or here.does_something(at)):
        return LIKELY
    unknown = not words.is_known(token.lower) and not token.lower.endswith(_WORD_ENDINGS)
    return POSSIBLE if unknown else 0.0


def behind_relation(here: Context, at: int) -> float:
    """Zoon X, cliënt X, buurvrouw X, consulent X."""
    earlier, token = here.at(at - 1), here.tokens[at]
    related = earlier is not None and not earlier.genitive and earlier.lower in near.PEOPLE
    if not related or not _KIN_GAP.fullmatch(token.gap):
        return 0.0
    direct = token.gap in SPACES
    if not token.capital:
        return _small_behind_relation(here, at) if direct else 0.0
    if here.is_initial(at):
        return LIKELY
    if not here.is_name_like(token) or here.public[at]:
        return 0.0
    if here.is_first_name(token):
        return CERTAIN
    return _unlisted_behind_relation(here, at, direct)


def _small_behind_relation(here: Context, at: int) -> float:
    token = here.tokens[at]
    initial = here.is_initial(at) and here.at(at + 1) is not None and here.surname_from(at + 1) > at + 1
    ordinary = here.words.is_common(token.lower) or token.lower in near.VERBS
    return LIKELY if initial or (here.is_first_name(token) and not ordinary) else 0.0


def _unlisted_behind_relation(here: Context, at: int, direct: bool) -> float:
    token, words = here.tokens[at], here.words
    if token.lower in near.INTERFIX_STARTS:
        return LIKELY if direct and here.surname_from(at) > at else 0.0
    if direct:
        # "moeder NIET bellen" is said with emphasis.
        named = token.lower in words.surnames and not token.acronym
        return 0.0 if words.is_common(token.lower) and not named else LIKELY
    surname = token.lower in words.surnames and here.frequency(token) < RARE
    return POSSIBLE if surname or not words.is_known(token.lower) else 0.0


def introduced(here: Context, at: int) -> float:
    """Hoi X, met vriendelijke groet X, mijn naam is X, namens X."""
    earlier, token, words = here.at(at - 1), here.tokens[at], here.words
    if earlier is None or not _is_introduced(here, earlier, token):
        return 0.0
    listed, common = here.is_first_name(token), words.is_common(token.lower)
    if not token.capital:
        return POSSIBLE if listed and not common else 0.0
    if here.is_initial(at):
        return LIKELY
    fits = here.is_name_like(token) and not here.public[at] and token.lower not in near.RELATIONS
    called = earlier.lower in near.INTRODUCTIONS and not token.opens
    ordinary = common or token.lower in words.never_names
    return LIKELY if fits and (listed or called or not ordinary) else 0.0


def _is_introduced(here: Context, earlier: Token, token: Token) -> bool:
    if earlier.lower in near.GREETINGS and _GREETING_GAP.fullmatch(token.gap):
        return True
    if earlier.lower in near.SHORT_GREETINGS and token.gap == ". ":
        return True
    if earlier.lower in near.INTRODUCTIONS and token.gap in (" ", ": "):
        return True
    return _INTRODUCED.search(here.text[max(0, token.start - _LEAD) : token.start]) is not None
