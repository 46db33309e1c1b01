"""Puts neutral words in the place of what was found so that the sentence reads on: the words around it too.

"De 17-jarige dochter" becomes "De dochter in de tienerleeftijd", "mevrouw Jansen" becomes "mevrouw", and of
"(BSN 111222333)" nothing stays. A finding says what is neutral; this says what to write in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from privacy import name_words as near
from privacy.age_wording import reword_age
from privacy.code_wording import reword_birth_date, reword_code
from privacy.findings import Finding, Kind
from privacy.replacement import Replacement, begins_sentence, capital_like, leave_out

_ARTICLE = re.compile(r"\b(?:de|het|een|['’]t)\s$", re.I)
_STREET = re.compile(r"\b(?:aan|in|op|bij)\s(?:de|het)\s$", re.I)
# What may stand behind a street: its postcode, with or without the place.
_REST_OF_ADDRESS = re.compile(r",?\s[1-9][0-9]{3}\s?[A-Z]{2}\b(?:,?\s[A-ZÀ-Þ][\w'’-]+)?")
CODES = frozenset[Kind](("bsn", "iban", "kenteken", "zaaknummer"))
_PART_BEFORE = re.compile(r"\b(?:wijk|buurt|stadsdeel|dorp|dorpje|gehucht)\s$", re.I)
_BEFORE_POSTCODE = re.compile(r",\s$|\s$")
_COMMA_BEFORE = re.compile(r"(?<=[\w)]),\s$")
_AND_NAME = re.compile(r"(?:,\s[A-ZÀ-Þ][\w'’-]+){0,3}\s(?:en|&)\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?")
_WORD_BEFORE = re.compile(r"(?P<word>[\w'’-]+)(?P<point>\.?)\s$")
_DETERMINER = re.compile(
    r"\b(?:de|het|een|haar|zijn|mijn|hun|ons|onze|jouw|uw|die|deze|dat|dit|diens|geen|elke?|twee|drie|beide)\s"
    r"(?:[a-zà-ÿ-]+\s)?$",
    re.I,
)
LADIES = frozenset({"mw", "mevr", "mvr", "mevrouw", "mej", "mejuffrouw"})
GENTLEMEN = frozenset({"dhr", "hr", "heer", "meneer", "mijnheer"})
WITH_HET = frozenset({"gezin", "echtpaar", "kind", "meisje", "slachtoffer", "maatje", "kleinkind"})
_OWN = re.compile(r"['’]s?\b")


def reword(text: str, finding: Finding) -> Replacement:
    """What to write in the place of a finding, and of which words.

    Args:
        text: The text in which it was found.
        finding: What was found; its span is within what is replaced.
    """
    of_kind = _OF_KIND.get(finding.kind)
    if of_kind is not None:
        return of_kind(text, finding.start, finding.end)
    if finding.kind in CODES:
        return reword_code(text, finding.start, finding.end, finding.suggestion)
    if finding.kind == "adres":
        return _address(text, finding.start, finding.end, finding.suggestion)
    return _plain(text, finding.start, finding.end, finding.suggestion)


def apply(text: str, finding: Finding) -> str:
    """The text with the finding reworded."""
    new = reword(text, finding)
    return f"{text[: new.start]}{new.words}{text[new.end :]}"


def _plain(text: str, start: int, end: int, words: str) -> Replacement:
    """The words as they are, in the place of an article that stands before them too."""
    first = _start_of(_ARTICLE, text, start) if words.startswith("een ") else start
    return Replacement(first, end, capital_like(text, first, words))


def _address(text: str, start: int, end: int, words: str) -> Replacement:
    rest = _REST_OF_ADDRESS.match(text, end)
    end = rest.end() if rest else end
    street = _start_of(_STREET, text, start)
    if street < start:
        return Replacement(street, end, capital_like(text, street, f"op {words}"))
    return _plain(text, start, end, words)


def _postcode(text: str, start: int, end: int) -> Replacement:
    return leave_out(text, _start_of(_BEFORE_POSTCODE, text, start), end)


def _place(text: str, start: int, end: int) -> Replacement:
    """Behind "de wijk" nothing: that says it."""
    if _PART_BEFORE.search(text, max(0, start - 20), start):
        return leave_out(text, start, end)
    return _plain(text, start, end, "een dorp of wijk in de regio")


def _name(text: str, start: int, end: int) -> Replacement:
    others = _AND_NAME.match(text, end)
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    word = before["word"].lower() if before else ""
    if before and word in near.SHORT_TITLES - LADIES - GENTLEMEN:  # "raadsvrouw mr. Vroom"
        role = _WORD_BEFORE.search(text, max(0, before.start() - 40), before.start())
        before, word = (
            (role, role["word"].lower()) if role and role["word"].lower() in near.PEOPLE else (before, word)
        )
    if before and (word in near.TITLES or word in near.PEOPLE):
        return _behind_title(text, before, others.end() if others else end)
    comma = _COMMA_BEFORE.search(text, 0, start)
    if comma and text[end : end + 1] == ",":
        return Replacement(comma.start(), end + 1, "")
    if others:
        return Replacement(start, others.end(), _person(text, start, "de inwoners"))
    own = _OWN.match(text, end)
    if own or text[start:end].endswith(("'s", "’s")):
        return Replacement(start, own.end() if own else end, _person(text, start, "diens"))
    return Replacement(start, end, _person(text, start, "de inwoner"))


def _behind_title(text: str, title: re.Match[str], end: int) -> Replacement:
    """The title stays and the name goes; what cannot stand alone becomes a word that can."""
    start, word = title.start(), title["word"].lower()
    start = _start_of(_ARTICLE, text, start) if word == "heer" else start
    bare = not _DETERMINER.search(text, 0, start)
    if word in LADIES or word in GENTLEMEN:
        words = "mevrouw" if word in LADIES else "meneer"
        bare = False
    elif word == "fam":
        words = "familie"
    elif word in near.SHORT_TITLES:
        words, bare = "een betrokkene", False
    else:
        words = title["word"].lower() if begins_sentence(text, start) else title["word"]
    if bare:
        words = f"{'het' if words in WITH_HET else 'de'} {words}"
    return Replacement(start, end, capital_like(text, start, words))


def _person(text: str, start: int, words: str) -> str:
    return words.capitalize() if begins_sentence(text, start) else words


def _start_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where what stands right before a place begins, or that place."""
    found = pattern.search(text, max(0, start - 40), start)
    return found.start() if found else start


_OF_KIND: dict[Kind, Callable[[str, int, int], Replacement]] = {
    "leeftijd": reword_age,
    "geboortedatum": reword_birth_date,
    "naam": _name,
    "postcode": _postcode,
    "plaats": _place,
}
