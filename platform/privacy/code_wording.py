"""What to write in the place of numbers that belong to one person, and of dates of birth."""

from __future__ import annotations

import re

from privacy.neutral_ages import TENS
from privacy.replacement import Replacement, capital_like, leave_out

_LABEL = re.compile(
    r"(?P<label>\b(?:burgerservicenummer|bsn|sofinummer|kenteken|(?:bank)?rekening(?:nummer)?|iban"
    r"|(?:zaak|dossier|client|cliënt|klant|kenmerk)(?:nummer|nr)?|kenmerk)\.?:?\s?)$",
    re.I,
)
_DETERMINER = re.compile(
    r"\b(?:de|het|een|haar|zijn|mijn|hun|ons|onze|uw|dit|dat|die|deze)\s(?:[a-zà-ÿ-]+\s)?$", re.I
)
_OPENS, _CLOSES = re.compile(r"\s?\((?:[^()\n]{0,30})$"), re.compile(r"\s?\)")
_IS = re.compile(r"(?:\b(?:is|was|luidt|heeft nummer)|:)\s$", re.I)
_LEFT_OUT = "weggelaten"

_YEAR = re.compile(r"(?:(?P<age>19|20)(?P<year>[0-9]{2})|['’](?P<short>[0-9]{2})|[-/. ](?P<last>[0-9]{2}))$")
_BORN = re.compile(
    r"\b(?:geb(?:\.|oren)?|geboortejaar|bouwjaar)\s(?:(?:op|in|te|d\.d\.)\s)?$|\b(?:op|in)\s$", re.I
)
_EARLIEST, _CENTURY, _THIS_CENTURY = 30, 100, 2000
_NOW = 30  # of two figures: up to this it is a year of this century


def reword_code(text: str, start: int, end: int, words: str) -> Replacement:
    """A number that says nothing to a reader: it goes, with brackets round it and what only announces it.

    Args:
        text: The whole text.
        start: First code point of the number.
        end: One past its last.
        words: What kind of number it is, as "een kenteken".
    """
    opens, closes = _OPENS.search(text, max(0, start - 40), start), _CLOSES.match(text, end)
    label = _LABEL.search(text, max(0, start - 40), start)
    if opens and closes and (label or not text[opens.start() : start].strip(" (")):
        return leave_out(text, opens.start(), closes.end())
    if _IS.search(text, max(0, start - 20), start):
        return Replacement(start, end, _LEFT_OUT)
    if label is None:
        return Replacement(start, end, capital_like(text, start, words))
    if _DETERMINER.search(text, 0, label.start()):
        return leave_out(text, start, end)
    name = label["label"].strip(" :.")
    words = f"een {name if name.isupper() else name.lower()}"
    return Replacement(label.start(), end, capital_like(text, label.start(), words))


def reword_birth_date(text: str, start: int, end: int) -> Replacement:
    """The decade in the place of a date or year of birth, or nothing where no year is told."""
    lead = _BORN.search(text, max(0, start - 30), start)
    first = lead.start() if lead else start
    born = lead is not None and lead.group().lower().startswith(("geb", "bouw"))
    decade = _decade(text[start:end])
    if not decade:
        return leave_out(text, first, end) if not born else Replacement(start, end, "in een ander jaar")
    return Replacement(first, end, capital_like(text, first, f"geboren {decade}" if born else decade))


def _decade(words: str) -> str:
    found = _YEAR.search(words.strip(" .,"))
    if not found:
        return ""
    short = int(found["year"] or found["short"] or found["last"])
    century = {"19": 1900, "20": 2000}.get(found["age"] or "", 2000 if short <= _NOW else 1900)
    year = century + short
    if year >= _THIS_CENTURY:
        return "na 2000"
    tens = (year % _CENTURY) // 10
    return f"in de jaren {TENS[tens - 2]}" if year % _CENTURY >= _EARLIEST else "voor 1930"
