"""What to write in the place of an exact age, in the sentence in which it stands."""

from __future__ import annotations

import re

from privacy.age_patterns import PERSON
from privacy.neutral_ages import SPELLED, TENS, neutral_age, years
from privacy.replacement import Replacement, capital_like

CHILD, TEEN, YOUNG, GROWN = 4, 12, 18, 20
_MIDDLE_AGED, _ELDERLY = 40, 60
_NUMBER = (
    "(?:1[01][0-9]|[1-9]?[0-9]|" + "|".join(sorted(SPELLED.keys() - {"een"}, key=len, reverse=True)) + ")"
)
_YEARS = r"(?:\s?(?:jaar|jr\.?)(?:\soude?)?\b)"
_GROUP = re.compile(
    rf"(?:\bvan\s)?\b{_NUMBER}{_YEARS}?(?:,\s{_NUMBER}{_YEARS}?)*(?:,?\sen\s|,\s){_NUMBER}"
    rf"(?:{_YEARS}|(?=\s?[.,;:)!?\n]|\s(?:en|maar)\b|$))",
    re.I,
)
_MORE_YEARS = re.compile(rf"{_YEARS}", re.I)
_VAN = re.compile(r"\bvan\s$", re.I)
_ABOUT = re.compile(r"\b(?:bijna|net|amper|ruim|ongeveer|pas|nog maar)\s$", re.I)
_TURNS = re.compile(r"\b(?:word|wordt|werd|worden|werden)(?:\s[a-zà-ÿ]+){0,2}\s$", re.I)
_TURNS_BEHIND = re.compile(r"(?:\sjaar)?\s(?:wordt|werd|worden|werden|geworden)\b", re.I)
_SMALL = re.compile(r"\b(?:anderhalf|half|halve|een|één)\b", re.I)
_WITH_PERSON = re.compile(rf"\s(?P<who>(?:[a-zà-ÿ-]+\s){{0,2}}?{PERSON}(?:\s{PERSON})?)\b", re.I)
_AT = re.compile(r"\b(?:op|na|sinds|rond|met)\s(?:haar|zijn|mijn|diens|d['’]r)\s$", re.I)
_BIRTHDAY = re.compile(r"\s(?:verjaardag|levensjaar)\b", re.I)
_AGE_WORD = re.compile(r"\bleeftijd:?\s(?:van\s)?$", re.I)
_VARIOUS = "van verschillende leeftijden"


def reword_age(text: str, start: int, end: int) -> Replacement:
    """Words that tell an age without telling it exactly.

    Args:
        text: The whole text.
        start: First code point of the age.
        end: One past its last.
    """
    words = text[start:end].lower()
    number = years(words)
    if number is None and _SMALL.search(words):
        number = 1
    if words.endswith("leeftijd"):
        return Replacement(start, end, _at_an_age(number))
    if "jarige" in words or "jr-ige" in words or words.endswith("oude"):
        return _adjective(text, start, end, number)
    at, birthday = _AT.search(text, max(0, start - 20), start), _BIRTHDAY.match(text, end)
    if at or birthday:
        return _ordinal(text, (start, end), number, at, birthday)
    for group in _GROUP.finditer(text, max(0, start - 60)):
        if group.start() <= start and end <= group.end():
            return _several(text, group)
    return _alone(text, start, end, number)


def _alone(text: str, start: int, end: int, number: int | None) -> Replacement:
    more = _MORE_YEARS.match(text, end)
    end = more.end() if more and text[start:end].isalnum() else end
    about = _ABOUT.search(text, max(0, start - 12), start)
    start = about.start() if about else start
    if _TURNS.search(text, max(0, start - 40), start) or _TURNS_BEHIND.match(text, end):
        return Replacement(start, end, "een jaar ouder")
    if _AGE_WORD.search(text, max(0, start - 20), start):
        return Replacement(start, end, _phrase(number).removeprefix("in de "))
    return _in_place(text, start, end, _phrase(number))


def _in_place(text: str, start: int, end: int, phrase: str) -> Replacement:
    """The phrase, with "van" before it where it wants one and without where it does not."""
    van = _VAN.search(text, max(0, start - 6), start)
    if van and phrase == "heel jong":
        return Replacement(start, end, "heel jonge leeftijd")
    if van and phrase.startswith(("in de ", "van ")):
        start = van.start()
    return Replacement(start, end, capital_like(text, start, phrase))


def _several(text: str, group: re.Match[str]) -> Replacement:
    """Ages in a row become one phrase: none of them stays behind without words that show it is one."""
    found = re.findall(rf"\b{_NUMBER}\b", group.group(), re.I)
    phrases = {_phrase(years(each)) for each in found}
    start = group.start() + (len("van ") if group.group().lower().startswith("van") else 0)
    return _in_place(text, start, group.end(), phrases.pop() if len(phrases) == 1 else _VARIOUS)


def _phrase(number: int | None) -> str:
    """Behind "is", in brackets or between commas; most also behind "van"."""
    if number is None:
        return "op leeftijd"
    if number < CHILD:
        return "heel jong"
    if number < TEEN:
        return "in de basisschoolleeftijd"
    return "in de tienerleeftijd" if number < YOUNG else neutral_age(str(number))


def _adjective(text: str, start: int, end: int, number: int | None) -> Replacement:
    """Before somebody it moves behind them; where nobody follows it becomes a word for a person."""
    person = _WITH_PERSON.match(text, end)
    phrase = _phrase(number)
    if person:
        phrase = "van heel jonge leeftijd" if phrase == "heel jong" else phrase
        phrase = phrase if phrase.startswith(("in de ", "van ", "op ")) else f"van {phrase}"
        return Replacement(start, person.end(), capital_like(text, start, f"{person['who']} {phrase}"))
    many = text[start:end].lower().endswith("n")
    return Replacement(start, end, capital_like(text, start, _noun(number, phrase, many)))


def _noun(number: int | None, phrase: str, many: bool) -> str:
    """A word for somebody of that age that goes with "de" and "een"."""
    if number is None:
        return "ouderen" if many else "oudere"
    for limit, one, more in (
        (CHILD, "peuter", "peuters"),
        (TEEN, "basisschoolleerling", "basisschoolleerlingen"),
        (YOUNG, "tiener", "tieners"),
        (GROWN, "jongere", "jongeren"),
    ):
        if number < limit:
            return more if many else one
    return f"{'volwassenen' if many else 'volwassene'} van {phrase}"


def _ordinal(
    text: str,
    span: tuple[int, int],
    number: int | None,
    at: re.Match[str] | None,
    birthday: re.Match[str] | None,
) -> Replacement:
    """Behind "op haar" the nearest ten, else nothing: a birthday is told without its number."""
    start, end = span[0], birthday.end() if birthday else span[1]
    if at is None:
        return Replacement(start, end, text[span[1] : end].strip())
    if number is None or number < YOUNG:
        words = "als kind" if number is not None and number < TEEN else "als tiener"
    else:
        words = f"rond de {TENS[min(round(number / 10), 9) - 2]}"
    return Replacement(at.start(), end, capital_like(text, at.start(), words))


def _at_an_age(number: int | None) -> str:
    """Behind "op": on which age something happened."""
    if number is not None and number < GROWN:
        return "jonge leeftijd"
    if number is None or number >= _ELDERLY:
        return "hogere leeftijd"
    return "middelbare leeftijd" if number >= _MIDDLE_AGED else "volwassen leeftijd"
