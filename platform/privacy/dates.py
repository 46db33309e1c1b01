"""Dates of birth: dates after a word of birth, and early full dates that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import CERTAIN, LIKELY, POSSIBLE, Finding

_MONTHS = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october|jan|feb|febr|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?"
)
_YEAR = r"(?:19|20)[0-9]{2}"
_TOGETHER_YEAR = r"(?:19[3-9]|20[0-2])[0-9]"
_FULL = (
    rf"(?:(?:0?[0-9]|[12][0-9]|3[01])\s?[-–—/.]\s?(?:0?[0-9]|1[0-2])\s?[-–—/.]\s?(?:{_YEAR}|['’]?[0-9]{{2}})"
    rf"|(?:0?[1-9]|[12][0-9]|3[01]) (?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}}) {_YEAR}"
    rf"|(?:0?[1-9]|[12][0-9]|3[01])-{_MONTHS}-[0-9]{{2}}"
    rf"|{_TOGETHER_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    rf"|{_YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12][0-9]|3[01])"
    rf"|(?:0?[1-9]|[12][0-9]|3[01])(?:e|ste|de|st|nd|rd|th)?[ -](?:of )?{_MONTHS}[ -]?"
    rf"(?:{_YEAR}|['’][0-9]{{2}}))"
)
_DATE = re.compile(rf"(?<![\w./-]){_FULL}(?![\w/-]|\.[0-9])", re.I)
_BIRTH_WORD = (
    r"(?:\bgeb\b\.?(?:\s?(?:dat(?:um)?|d\.?d)\b\.?)?|\bgeboren\b|\bgeboortedatum\b|\bgeboortedag\b"
    r"|\bgebdat\b|\bgbd\b|\bgd\b:|\bg\.d\.|\bd\.o\.b\.|[°*†]"
    r"|\bverjaardag\b|\bverjaart\b|\bjarig\b|\bgeboortejaar\b|\bter wereld\b|\bdob\b)"
)
_BIRTH = re.compile(_BIRTH_WORD, re.I)
_BIRTH_BEFORE = re.compile(
    _BIRTH_WORD + r"(?:\s(?:is|op|in|te|d\.?d\.?|was))?[^\w\n]{0,4}(?:op|in|dd\.?)?\s{0,2}$", re.I
)
_BIRTH_NEAR = re.compile(_BIRTH_WORD + r"[^\n.;!?]{0,30}$", re.I)
_SEASON = r"(?:voorjaar|najaar|zomer|winter|lente|herfst)"
_PART_BEFORE = re.compile(
    rf"\bin (?:de |het )?(?P<date>{_MONTHS} {_YEAR}|(?:{_SEASON} (?:van )?)?{_YEAR}) geboren\b", re.I
)
_YEAR_IN_WORDS = r"(?:negentienhonderd|tweeduizend)?[a-zë]*(?:tien|elf|twaalf|tig)"
_IN_WORDS = re.compile(
    rf"{_BIRTH_WORD}(?: op)?:? [\"“'‘]?(?:de )?"
    rf"(?P<date>(?:[a-zë]+(?:de|ste)|[0-9]{{1,2}}(?:e|de|ste)) (?:van )?{_MONTHS}"
    rf"(?: {_YEAR}| ['’][0-9]{{2}}| {_YEAR_IN_WORDS})?)(?!\w)",
    re.I,
)
_ALL_IN_WORDS = re.compile(
    rf"\b[a-zë]{{3,20}} {_MONTHS} (?:(?:negentien(?:honderd)?|tweeduizend)[a-zë]+"
    rf"|[a-zë]*en(?:veer|vijf|zes|zeven|tach|negen)tig)\b",
    re.I,
)
_DAY_BORN = re.compile(rf"(?<![\w-])(?P<date>[0-9]{{1,2}} {_MONTHS})(?: jl\.?)? geboren\b", re.I)
_TOGETHER = re.compile(
    rf"{_BIRTH_WORD}[^0-9\n]{{0,8}}"
    rf"(?P<date>{_YEAR}[01][0-9][0-3][0-9]|[0-3][0-9][01][0-9](?:{_YEAR}|[0-9]{{2}}))(?![0-9])",
    re.I,
)
_BIRTH_AFTER = re.compile(r"\s?(?:\(?geb\b\.?|geboren|is (?:haar|zijn|mijn|diens) geboorte)", re.I)
_PART = re.compile(
    rf"{_BIRTH_WORD}[ :]{{0,3}}(?:is )?(?:op |in |rond |eind |begin )?(?:het jaar )?(?:voorjaar |najaar "
    rf"|zomer )?"
    rf"(?P<date>(?:[0-9]{{1,2}} )?{_MONTHS}(?: {_YEAR})?|{_YEAR}|['’][0-9]{{2}})(?![\w-]|[./][0-9])",
    re.I,
)
_OF_YEAR = re.compile(
    rf"\b(?:is|was|ben|zijn|man|vrouw|jongen|meisje|meneer|mevrouw|cli[eë]nte?)\b(?: \w+)? van"
    rf" (?P<date>(?:{_MONTHS} )?{_YEAR})(?!\w|[-/.][0-9])",
    re.I,
)
_NO_BIRTH_BEFORE = re.compile(
    r"(?:\b(?:sinds|per|vanaf|tot|t/m|tot en met|ingaand[e]?|d\.?d\.?|dd|op|van|het besluit van|datum"
    r"|uiterlijk|voor|na|ingangsdatum|"
    r"beschikking|brief|met ingang van|m\.i\.v\.?|en|begin|eind|vervaldatum|v[oó]ór)\b\.?:?\s{0,2})$",
    re.I,
)
_OF_A_PAPER = re.compile(
    r"\b(?:artikel|rapport|wet|besluit|brief|beschikking|boek|film|auto|huis|woning|bouwjaar|regel|nota)\b",
    re.I,
)
# "Wie na 1 januari 1961 geboren is": a rule about many.
_OF_MANY = re.compile(
    r"\b(?:wie|mensen|iedereen|personen|zij die)\b[^.;!?\n]{0,12}\b(?:na|v[oó]ór|vanaf|tot|sinds)\s$", re.I
)
_YEAR_IN = re.compile(_YEAR)
_RELATIVE = r"(?:moeder|vader|zoon|dochter|kind|baby|tweeling|partner|broer|zus|pati[eë]nt|cli[eë]nte?)"
_PERSON = rf"(?:hij|zij|ze|ik|mw|mevr|mevrouw|mijnheer|meneer|dhr|hr|man|vrouw|jongen|meisje|cl|{_RELATIVE})"
# "Zij is van 23 augustus 1999", and a date beside a number with nine digits, as in a row of a table.
_SOMEBODY_OF = re.compile(rf"\b{_PERSON}\.? (?:is|ben|was) van\s$", re.I)
_PERSON_BEFORE = re.compile(rf"\b{_RELATIVE}:?\s(?:\((?:van )?)?$", re.I)
# "Mw. (1946)", "hij (sept. 1972)": a year in brackets right behind a person.
_YEAR_OF_PERSON = re.compile(rf"\b{_PERSON}\.? \((?P<date>(?:{_MONTHS} )?{_YEAR})\)", re.I)
_AGE_BEFORE = re.compile(r"\b[0-9]{1,2} ?(?:jaar|jr\.?|maanden|mnd)(?: oud)? \($", re.I)
_VALID_UNTIL = re.compile(r"\b(?:t/m|geldig(?: tot)?|verloopt(?: op)?|vervalt(?: op)?)\s$", re.I)
_NUMBER_BEHIND = re.compile(r"\s?[/|,;-]?\s?(?:bsn:?\s)?[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{3}(?![0-9])", re.I)
_NUMBER_BEFORE = re.compile(r"(?<![0-9])[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{3}\s?[/|,;-]?\s?$")
# Stories tell of help of the last years: an older date that stands alone is mostly one of birth.
_LATE_YEAR = 2012
_SHORT_YEAR = re.compile(r"(?:[3-9][0-9]|0[0-9])$")
_OLD_YEAR = re.compile(r"['’][0-9]{2}$")
_SUGGESTION = "een geboortedatum"


def find_birth_dates(text: str) -> Iterator[Finding]:
    """Dates of birth, whole or in part ("geb. '88", "geboren in april 1932").

    Args:
        text: Any text.

    Yields:
        Findings of the kind `geboortedatum`; the span is the date alone.
    """
    for match in _DATE.finditer(text):
        certainty = _certainty(text, match)
        if certainty:
            yield Finding(
                match.start(), match.end(), "geboortedatum", certainty, "Date of birth", _SUGGESTION
            )
    for match in _ALL_IN_WORDS.finditer(text):
        yield Finding(*match.span(), "geboortedatum", POSSIBLE, "Date of birth", _SUGGESTION)
    for match in _parts(text):
        yield Finding(*match.span("date"), "geboortedatum", LIKELY, "Part of a date of birth", _SUGGESTION)
    for match in _OF_YEAR.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        told = int(match["date"][-4:]) < _LATE_YEAR or _PERSON_BEFORE.search(before)
        if told and not _OF_A_PAPER.search(before):
            yield Finding(*match.span("date"), "geboortedatum", POSSIBLE, "Year of birth", _SUGGESTION)


def _parts(text: str) -> Iterator[re.Match[str]]:
    yield from _PART_BEFORE.finditer(text)
    yield from _DAY_BORN.finditer(text)
    yield from _YEAR_OF_PERSON.finditer(text)
    for word in _BIRTH.finditer(text):
        found = (pattern.match(text, word.start()) for pattern in (_PART, _IN_WORDS, _TOGETHER))
        yield from filter(None, found)


def _certainty(text: str, match: re.Match[str]) -> float:
    lead = text[max(0, match.start() - 60) : match.start()]
    if _OF_MANY.search(lead):
        return 0.0
    if _BIRTH_BEFORE.search(lead) or _BIRTH_AFTER.match(text, match.end()):
        return CERTAIN
    if _VALID_UNTIL.search(lead):
        return 0.0
    told_before = any(sign.search(lead) for sign in (_BIRTH_NEAR, _SOMEBODY_OF, _NUMBER_BEFORE, _AGE_BEFORE))
    if told_before or _NUMBER_BEHIND.match(text, match.end()):
        return LIKELY
    year = _YEAR_IN.search(match.group())
    early = int(year.group()) < _LATE_YEAR if year else _SHORT_YEAR.search(match.group()) is not None
    if early and (_in_brackets(text, match) or _PERSON_BEFORE.search(lead)):
        return LIKELY
    # Eight digits may be any number.
    told = (year and not match.group().isdigit()) or _OLD_YEAR.search(match.group())
    return POSSIBLE if told and early and not _NO_BIRTH_BEFORE.search(lead) else 0.0


def _in_brackets(text: str, match: re.Match[str]) -> bool:
    """A date alone in brackets right behind a word with a capital, as behind a name."""
    lead = text[max(0, match.start() - 40) : match.start()]
    closed = text[match.end() : match.end() + 1] in (")", ",", ";", ".", "")
    return closed and re.search(r"[A-ZÀ-Þ][^\W\d_]+(?: \(|, )$", lead) is not None
