"""Organisations that a name itself gives away: a firm, a shop of a chain, a home, a name in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy import organisation_words as near
from privacy.findings import Kind
from privacy.lexicon import Lexicon
from privacy.tokens import UPPER

_CAP = rf"[{UPPER}][\w'’-]{{1,40}}"
_FIRM = re.compile(
    rf"(?<![\w-]){near.FIRM} (?:(?:van|de|der|den|ter|te) ){{0,2}}{_CAP}(?: & Z(?:oo)?n(?:en)?)?"
)
_CHAIN = re.compile(rf"(?<![\w-]){near.CHAIN} (?:(?:van|de|der|den) ){{0,2}}{_CAP}(?: {_CAP})?")
_CARE = re.compile(rf"(?<![\w-]){_CAP}(?: {_CAP}){{0,2}} (?:(?:&|en) )?{near.CARE_END}(?![\w-])")
# An unknown word with such an end is a home when somebody is, goes or works there, or by its article.
_HOME = re.compile(
    rf"(?:\b(?i:collega|begeleid(?:er|ster)|medewerk(?:er|ster)|arts|behandelaar|verpleegkundige|verzorgende"
    rf"|cliënte?|bewon(?:er|ster)|bewoners|team|locatie|plek|kamer|bed|opname|verblijf|revalidatie|terug|ontslag"
    rf"|dagbesteding|verblijft|woont|woonde|verbleef|ligt|lag|opgenomen|overgeplaatst|verhuisd|revalideert|zit)"
    rf"(?: [a-zà-ÿ]+){{0,2}}? (?:van|in|op|bij|uit|naar) (?:[Dd]e |[Hh]et )?|(?<=[a-zà-ÿ,] )(?:de|het) )"
    rf"(?P<name>[{UPPER}][a-zà-ÿ]{{2,20}}{near.HOME_END})\b"
)
_DETERMINED = re.compile(r"\b(?:de|het|een|deze|dit|die|dat|onze|ons|haar|zijn|mijn|hun|elke|geen)\s$", re.I)
_SMALL = re.compile(
    r"(?<![\w-])(?P<whole>(?P<type>(?:\w{0,12}(?:basis|praktijk)school|peuterspeelzaal|kinderopvang"
    r"|kinderdagverblijf|kdv|bso|obs|cbs|kbs|ikc|sbo|vso|\w{0,12}(?:verpleeghuis|verzorgingshuis|zorgcentrum|woongroep|zorgboerderij"
    r"|hospice|kliniek|logeerhuis|gezinshuis)|huize|azc|bakkerij|slagerij|garage|supermarkt|kapsalon"
    r"|\w{1,12}bedrijf))"
    r" (?P<article>de |het |'t )?(?P<name>[a-zà-ÿ]{4,25}))\b"
)
_APPOSITION = re.compile(
    rf"(?<=[a-zà-ÿ] )(?:[Dd]e |[Hh]et |'t )?(?P<name>{_CAP}(?: {_CAP})?),"
    rf" (?:de|het|een|onze|haar|zijn|hun) (?:[a-zà-ÿ]+ )?(?P<type>[a-zà-ÿ-]*(?:school|opvang|kliniek"
    rf"|woongroep|verpleeghuis|zorgboerderij|hospice|bakkerij|bedrijf|fabriek|winkel|kinderopvang|dagbesteding"
    rf"|instelling|werkgever))\b"
)
_GOES_TO = re.compile(
    r"\b(?:zit|zat|zitten|gaat|ging) (?:op|naar) (?:de |het |'t )(?P<whole>(?P<name>[a-zà-ÿ]{5,20}))\b"
    r"(?=[^.;\n]{0,30}\b(?:groep|klas|gr\.?) ?[0-9])"
)
_WORK = re.compile(r"bakkerij|slagerij|garage|supermarkt|kapsalon|bedrijf|fabriek|winkel|werkgever")
_SCHOOL = re.compile(r"school|obs|cbs|kbs|ikc|sbo|vso")


def _kind_of(word: str) -> Kind:
    if _SCHOOL.search(word):
        return "school"
    return "werkgever" if _WORK.search(word) else "instelling"


def find_by_name(text: str, words: Lexicon) -> Iterator[tuple[Kind, int, int]]:
    """Kind and span of each.

    Args:
        text: Any text.
        words: What is known about words.
    """
    for match in (*_FIRM.finditer(text), *_CHAIN.finditer(text)):
        yield "werkgever", *match.span()
    for match in _CARE.finditer(text):
        if not words.is_known(match.group().split(" ")[0].lower()):
            yield "instelling", *match.span()
    for match in (*_HOME.finditer(text), *_APPOSITION.finditer(text)):
        if not _is_place(match["name"].lower(), words):
            yield _kind_of(match.groupdict().get("type", "")), *match.span("name")
    for kind, match in _in_small_letters(text, words):
        if not _is_place(match["name"], words):
            yield kind, *match.span("whole")


def _in_small_letters(text: str, words: Lexicon) -> Iterator[tuple[Kind, re.Match[str]]]:
    for match in _GOES_TO.finditer(text):
        if not _is_word(match["name"], words):
            yield "school", match
    for match in _SMALL.finditer(text):
        # "Omdat de kliniek de behandeling stopte" has an article before; "in kliniek de terp" is called so.
        determined = _DETERMINED.search(text, max(0, match.start() - 8), match.start())
        if not determined and (match["article"] or not _is_word(match["name"], words)):
            yield _kind_of(match["type"]), match


def _is_word(name: str, words: Lexicon) -> bool:
    """Whether it is an ordinary word, or a name of a person."""
    return words.is_known(name) or name in words.names


def _is_place(name: str, words: Lexicon) -> bool:
    """Whether it is a municipality, a village, or what is public."""
    return name in words.villages.known or name in words.allowed.known
