"""Names that nothing announces: on a list, behind initials, or unknown words that act as a person does."""

from __future__ import annotations

import re

from privacy import name_words as near
from privacy.findings import CERTAIN, LIKELY, POSSIBLE
from privacy.lexicon import COMMON
from privacy.name_context import RARE, SPACES, Context
from privacy.tokens import word_set

_MOST_INITIALS = 5
_INITIALS_BEHIND = re.compile(r", ?(?:[A-Z]\.){1,5}(?!\w| ?[A-Z][a-z]| (?:van|de|den|der|ter|ten|te|el)\b)")
_SHORTEST = 3
_SHORTEST_IN_CAPITALS = 4
_PARTS_OF_DOUBLE = 2
_BEFORE_MET = near.BEFORE_PERSON | near.VERBS
# An unknown word at the start of a sentence with such an end is a rare word, not a name.
_WORD_ENDINGS = tuple(
    word_set("en ing ingen heid atie nummer aties schap baar lijk isch ische ers aar ster punt")
)


def by_initials(here: Context, at: int) -> float:
    """J. de Vries, A.M. Verhoeven."""
    step = _past_initials(here, at)
    token = here.at(step)
    if step == at or token is None:
        return 0.0
    if _is_lone_initial(here, at):
        return LIKELY
    end = here.surname_from(step)
    if token.gap not in (". ", ".", ".\u00a0") or end == step:
        return 0.0
    if here.tokens[end - 1].capital is not here.tokens[at].capital or token.lower in near.TITLES:
        return 0.0
    of_a_name = token.lower in here.words.surnames or token.lower in near.INTERFIXES
    ordinary = here.words.is_common(token.lower) and not of_a_name
    return 0.0 if ordinary else CERTAIN


def before_initials(here: Context, at: int) -> float:
    """Vermeer, K.L., and Kuipers; Aaltje in a row of a table."""
    token, behind, words = here.tokens[at], here.at(at + 1), here.words
    if not token.capital or here.public[at]:
        return 0.0
    in_row = (
        behind is not None and behind.gap.strip() in (";", "|") and behind.lower in words.sure_first_names
    )
    in_row = in_row and token.lower in words.surnames
    return LIKELY if in_row or _INITIALS_BEHIND.match(here.text, token.end) else 0.0


def as_owner(here: Context, at: int) -> float:
    """Pieters bewindvoerder."""
    token, behind, words = here.tokens[at], here.at(at + 1), here.words
    owner = token.lower.removesuffix("s")
    if not token.capital or token.acronym or owner == token.lower or behind is None:
        return 0.0
    owned = behind.gap in SPACES and words.is_known(behind.lower) and not behind.capital
    unsure = owner in words.ambiguous or words.is_common(token.lower) or behind.lower in near.VERBS
    return POSSIBLE if owner in words.sure_first_names and owned and not unsure else 0.0


def _past_initials(here: Context, at: int) -> int:
    step = at
    while step < min(len(here.tokens), at + _MOST_INITIALS) and here.is_initial(step):
        token = here.tokens[step]
        if token.capital is not here.tokens[at].capital or (step > at and token.gap not in (".", ". ")):
            break
        step += 1
    return step


def _is_lone_initial(here: Context, at: int) -> bool:
    """One initial with something that only follows a name: "A. en B. Jacobs", "C. (kind)"."""
    behind, further = here.at(at + 1), here.at(at + 2)
    if behind is None:
        return False
    if behind.gap == ". (" and behind.lower in near.PEOPLE:
        return True
    linked = behind.lower == "en" and behind.gap == ". "
    return linked and further is not None and further.capital and here.is_initial(at + 2)


def by_first_name(here: Context, at: int) -> float:
    """A word of the lists of first names, with a capital."""
    token, words = here.tokens[at], here.words
    if not token.capital or here.public[at] or not _may_be_first_name(here, at):
        return 0.0
    sure = token.lower in words.sure_first_names
    if _has_surname(here, at):
        return CERTAIN if sure else LIKELY
    if here.behind_article(at):
        return 0.0
    if sure and token.lower not in words.ambiguous:
        return CERTAIN
    return _opening(here, at) if token.opens else _within(here, at)


def _within(here: Context, at: int) -> float:
    """How certain an uncertain first name is within a sentence, where a capital says something."""
    token = here.tokens[at]
    if here.behind_place_word(at):
        return 0.0
    return LIKELY if here.frequency(token) < COMMON or token.lower in here.words.ambiguous else POSSIBLE


def _opening(here: Context, at: int) -> float:
    """How certain it is at the start of a sentence, where every word has a capital."""
    token, words = here.tokens[at], here.words
    rare = here.frequency(token) < RARE and token.lower not in words.ambiguous
    unknown = rare and not words.is_known(token.lower)
    return (
        POSSIBLE if unknown or token.genitive or here.does_something(at) or _is_spoken_of(here, at) else 0.0
    )


def _may_be_first_name(here: Context, at: int) -> bool:
    token, words = here.tokens[at], here.words
    if token.lower in near.CAPITAL_WORDS or token.lower in words.never_names:
        return False
    if token.acronym and (
        len(token.lower) < _SHORTEST_IN_CAPITALS or token.lower not in words.sure_first_names
    ):
        return False
    parts = token.lower.split("-")
    double = len(parts) == _PARTS_OF_DOUBLE and all(part in words.first_names for part in parts)
    return double or token.lower in words.first_names


def _has_surname(here: Context, at: int) -> bool:
    """Whether a family name with a capital follows right behind."""
    behind = here.at(at + 1)
    if behind is None or behind.gap not in SPACES or here.tokens[at].genitive:
        return False
    end = here.surname_from(at + 1)
    return end > at + 1 and here.tokens[end - 1].capital and not here.public[end - 1]


def _is_spoken_of(here: Context, at: int) -> bool:
    """Whether an age in brackets or another first name follows: "Sem (9)", "Roos en Fatima"."""
    token, behind, further = here.tokens[at], here.at(at + 1), here.at(at + 2)
    bracket = here.text[token.end : token.end + 3]
    if bracket.startswith(" (") and bracket[2:].isdigit():
        return True
    linked = behind is not None and behind.lower == "en" and further is not None and further.capital
    return linked and further is not None and here.is_first_name(further)


def by_surname(here: Context, at: int) -> float:
    """Bakker-Yilmaz, Postma: a family name by itself."""
    token, words = here.tokens[at], here.words
    if not token.capital or here.public[at] or token.acronym or token.lower in near.INTERFIX_STARTS:
        return 0.0
    if here.behind_article(at) or here.behind_place_word(at):
        return 0.0
    parts = token.lower.split("-")
    if len(parts) > 1 and all(part in words.names for part in parts):
        return LIKELY
    if token.lower not in words.surnames or token.lower in words.villages.known:
        return 0.0
    acts = here.does_something(at)
    rare = here.frequency(token) < RARE
    return POSSIBLE if (rare and (acts or not token.opens)) or (acts and not token.opens) else 0.0


def by_interfix(here: Context, at: int) -> float:
    """A capital Van or De within a sentence is of a name; at its start only before a known family name."""
    token = here.tokens[at]
    if not token.capital or token.lower not in near.INTERFIX_STARTS or here.behind_place_word(at):
        return 0.0
    end = here.surname_from(at)
    if end <= at + 1 or not here.tokens[end - 1].capital or any(here.public[at:end]):
        return 0.0
    last, words = here.tokens[end - 1].lower, here.words
    known = any(part in words.surnames for part in last.split("-"))
    if not token.opens:
        return LIKELY if known else 0.0
    sure = known and not words.is_common(last) and last not in words.villages.known
    return POSSIBLE if sure and here.does_something(end - 1) else 0.0


def before_arabic_part(here: Context, at: int) -> float:
    """Mohannad al-Jabiri."""
    token, behind = here.tokens[at], here.at(at + 1)
    announces = behind is not None and behind.gap in SPACES and near.ARABIC_PART.match(behind.text)
    return CERTAIN if token.capital and announces and token.lower not in near.TITLES else 0.0


def by_what_it_does(here: Context, at: int) -> float:
    """A word with a capital that no list knows, and that acts as a person does."""
    token, words = here.tokens[at], here.words
    if not here.is_name_like(token) or here.public[at] or token.acronym or len(token.lower) < _SHORTEST:
        return 0.0
    said = token.lower
    if words.is_known(said) or said in words.villages.known or said in words.never_names:
        return 0.0
    if here.behind_article(at) or here.behind_place_word(at):
        return 0.0
    compound = "-" in token.text and token.text.rsplit("-", 1)[1].islower()
    if compound or (token.opens and token.lower.endswith(_WORD_ENDINGS)):
        return 0.0
    earlier = here.at(at - 1)
    announced = earlier is not None and earlier.lower in _BEFORE_MET and token.gap in SPACES
    met = announced and not token.opens
    return POSSIBLE if met or token.genitive or here.does_something(at) else 0.0


def in_small_letters(here: Context, at: int) -> float:
    """yusuf, "tinus zegt": first names that are no words, written without a capital."""
    token, words = here.tokens[at], here.words
    sure = token.lower in words.sure_first_names or _is_no_word(here, at)
    if token.capital or not sure or len(token.lower) < _SHORTEST:
        return 0.0
    if token.lower in words.not_in_small_letters or token.lower in words.never_names:
        return 0.0
    return 0.0 if "@" in token.gap or token.gap == "." else POSSIBLE


def _is_no_word(here: Context, at: int) -> bool:
    """Whether a word is only known as a first name and does what people do; one behind "de" is a thing."""
    token = here.tokens[at]
    listed = here.is_first_name(token) and not here.behind_article(at)
    return listed and here.frequency(token) < RARE and here.does_something(at)
