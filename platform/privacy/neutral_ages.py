"""Numbers spelled in Dutch, and words that tell an age without telling it exactly."""

from __future__ import annotations

import re

UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _spelled() -> dict[str, int]:
    words = {word: number for number, word in enumerate([*UNITS, *_TEENS], start=1)}
    for ten, word in enumerate(TENS, start=2):
        words[word] = ten * 10
        for unit, small in enumerate(UNITS, start=1):
            link = "ën" if small.endswith("e") else "en"
            words[f"{small}{link}{word}"] = words[f"{small}en{word}"] = ten * 10 + unit
    words["honderd"] = 100
    return words


SPELLED = _spelled()


def years(words: str) -> int | None:
    """The number of whole years that an age says, None when it says none ("5 maanden" is 0)."""
    lower = words.lower()
    if re.search(r"maand|mnd|week|weken|dagen", lower) and not re.search(r"jaar|jr", lower):
        return 0
    found = re.search(r"[0-9]+", lower)
    if found:
        return int(found.group())
    stem = re.sub(r"(?:-?jarige?n?.*|ste|de)$", "", lower.split()[0]) if lower.split() else ""
    return SPELLED.get(stem)


def neutral_age(words: str) -> str:
    """Words that tell an age without telling it exactly.

    Args:
        words: As in the text: "17", "34 jaar", "zeventienjarige", "zestiende".
    """
    number = years(words)
    if number is not None and _ORDINAL.search(words):
        return next((phrase for limit, phrase in _LIFE if number < limit), "latere leeftijd")
    person = "jarige" in words.lower() and "leeftijd" not in words.lower()
    if number is None:
        return "op leeftijd" if not person else "iemand op leeftijd"
    for limit, noun, phrase in _BANDS:
        if number < limit:
            return noun if person else phrase
    if number >= _OLDEST:
        return "iemand van negentig of ouder" if person else "negentig of ouder"
    tens, units = divmod(number, 10)
    part = "begin" if units < _MIDDLE else "midden" if units < _LATE else "eind"
    phrase = f"{part} {TENS[tens - 2]}"
    return f"volwassene van {phrase}" if person else phrase


# Behind "op haar" and "vanaf zijn".
_ORDINAL = re.compile(
    r"(?:[0-9](?:e|ste|de)|(?:der|vier|vijf|zes|zeven|negen|tien|elf|twaalf)de|(?:acht|tig)ste)$", re.I
)
_LIFE = ((12, "kinderjaren"), (20, "tienerjaren"), (30, "jonge jaren"))
_MIDDLE, _LATE, _OLDEST = 4, 7, 100
_BANDS = (
    (4, "jong kind", "heel jong"),
    (12, "kind", "op de basisschoolleeftijd"),
    (18, "tiener", "in de tienerjaren"),
    (20, "jongere", "rond de twintig"),
)
