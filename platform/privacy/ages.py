"""Exact ages of people; not durations, not the ages that a rule is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.age_patterns import ADJECTIVE, OLD, PATTERNS, PERSON, YEARS
from privacy.findings import CERTAIN, LIKELY, Finding
from privacy.neutral_ages import neutral_age, years

# The number is a span of time, or the age in a rule, when this stands before or behind it.
_NOT_BEFORE = re.compile(
    r"\b(?:tussen(?: de)?|vanaf|onder(?: de)?|boven(?: de)?|tot(?: en met)?|t/m|ouder dan|jonger dan"
    r"|minimaal|maximaal|minstens"
    r"|hoogstens|binnen|na|sinds|gedurende|duurt|duurde|per|elke?|ieder|meer dan|minder dan|over|om de"
    r"|afgelopen|laatste"
    r"|eerste|komende|artikel|stap|ongeveer om|van rond|gemiddeld|leeftijdsgrens van|grens van|kamer"
    r"|nummer|nr\.?"
    r"|bijlage|lid|(?<!volgende )(?<!vorige )(?<!deze )week|zone|lijn|groep|klas|fase|route"
    r"|deel)\s{1,2}(?:de |het |een )?$",
    re.I,
)
# Behind "jaar": a span of time.
_SPAN_BEHIND = re.compile(
    r"\s(?:getrouwd|geleden|ervaring|lang\b|later|samen|in dienst|gewerkt|werkzaam|dakloos|gewoond"
    r"|ingeschreven|celstraf|cel\b"
    r"|gevangenis|garantie|durend|tijd|wachten|wachttijd|gehuwd|gescheiden|verslaafd|clean|ziek\b"
    r"|werkloos|in behandeling"
    r"|onder bewind|in de|bij de|bij het|in het|voor de|op de|of ouder|en ouder|of jonger|tot \d|t/m|als "
    r"|achter|zonder|per "
    r"|na |schuldenvrij|huur|schuld|hulp|zorg|opvang|werk|uitkering|bijstand|lid |onder|thuis|wonen|recht)",
    re.I,
)
# Behind any number: something else is counted.
_UNIT_BEHIND = re.compile(
    r"\s?(?:-plus|\+|euro|%|procent|uur|keer|x\b|km|m2|dagen|weken|mnd|maanden)|[-.,/:][0-9]"
    r"|\s?[-–]\s?[0-9]|(?:\s?jaar)?\s(?:of|en) (?:ouder|jonger)\b",
    re.I,
)
_RANGE_BEHIND = re.compile(rf"(?:\s{YEARS})?\s?(?:tot|t/m|-|–|tot en met)\s?[0-9]", re.I)
_RANGE_BEFORE = re.compile(r"[0-9]\s?(?:tot|t/m|-|–)\s?$|tussen (?:de )?[0-9]{1,2} en (?:de )?$", re.I)
_THING = re.compile(
    r"\b(?:auto|gebouw|huis|woning|flat|school|fiets|rolstoel|scootmobiel|schuld|hypotheek|pand|voertuig|wet"
    r"|regeling|bedrijf|keuken"
    r"|lening|project|hond|kat|paard|trein|boerderij|stichting|cv|ketel|afspraak|contract|wijk|wachttijd"
    r"|wachtlijst|periode|straf|traject|behandeling|opname|indicatie|duur)\b[^.;!?\n]{0,30}$",
    re.I,
)

_NO_SUBJECT = re.compile(
    rf"\b(?:er|het(?! (?:{PERSON}|stel|echtpaar|gezinslid)\b)|dat|dit|wat"
    r"|aantal|score|iq|cijfer|totaal|som|tarief|prijs|bedrag|temperatuur|nummer"
    r"|leeftijdsgrens|gemiddelde?|huisnummer"
    r"|(?:aow|pensioen|minimum|maximum)[\w-]*|looptijd|termijn|duur|norm|grens|antwoord|stand"
    r"|uitslag)\b[^.;!?\n]{0,40}$",
    re.I,
)
# What went before does not say what the number belongs to.
_CLAUSE = re.compile(r",|\b(?:hij|zij|ze|ik|die|mw|dhr|mevrouw|meneer)\b", re.I)
_OF_BIRTHDAY = re.compile(r"\s(?:verjaardag|levensjaar)\b")
_IN_YEARS = re.compile(YEARS, re.I)
_TOLD = re.compile(r"\bvan (?:(?:bijna|net|amper|ruim|pas|ongeveer) )?$", re.I)
# "Moeder van drie" has three children.
_PARENT = re.compile(r"\b(?:moeder|vader|ouders?|oma|opa|echtpaar|gezin)(?: \w+)? van $", re.I)
_YOUNGEST_PARENT = 13
# "Meldt dat Dylano (10)": what stands before the name says nothing of the number.
_BEHIND_NAME = re.compile(rf"(?:[a-zà-ÿ:,] [A-ZÀ-Þ][a-zà-ÿ]+|\b{PERSON}) \((?:nu |toen |bijna |net )?$")

# Only around a number can there be an age; all patterns over a whole story would take most of the time.
_NUMBER = re.compile(
    r"[0-9]|een half|anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|derde|dert|veert"
    r"|twint|tacht|tigste|jarig|één",
    re.I,
)
_BEFORE, _BEHIND = 160, 80  # code points that a pattern may reach before and behind a number
_SENTENCE_END = re.compile(r"[.!?](?=\s)|$", re.M)


def find_ages(text: str) -> Iterator[Finding]:
    """Exact ages of people: "van 17", "zeventienjarige", "17 jr", "(43)", "bijna 18", "op haar 19e".

    Args:
        text: Any text.

    Yields:
        Findings of the kind `leeftijd`; they may overlap.
    """
    for window in _windows(text):
        for match in ADJECTIVE.finditer(text, *window):
            if not _of_a_rule(text, match.start(), match.end()):
                yield _age(text, match.span(), CERTAIN)
        for match in OLD.finditer(text, *window):
            if not _THING.search(text[max(0, match.start() - 50) : match.start()]):
                yield _age(text, match.span(), LIKELY)
        for pattern, certainty in PATTERNS:
            for match in pattern.finditer(text, *window):
                for name in ("age", "middle", "more", "other", "bare"):
                    if pattern.groupindex.get(name) and match[name] and _is_age(text, match.span(name)):
                        yield _age(text, match.span(name), certainty)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text with a number in them, each with room around it; they do not overlap."""
    start = end = -1
    for match in _NUMBER.finditer(text):
        if end >= 0 and match.start() - _BEFORE > end:
            yield start, end
            start = end = -1
        start = max(0, match.start() - _BEFORE) if end < 0 else start
        # To the end of a sentence: a word that is cut off may look like another.
        if match.end() + _BEHIND > end:
            stop = _SENTENCE_END.search(text, match.end() + _BEHIND)
            end = stop.end() if stop else len(text)
    if end >= 0:
        yield start, end


def _is_age(text: str, span: tuple[int, int]) -> bool:
    words = text[span[0] : span[1]]
    if _BEHIND_NAME.search(text[max(0, span[0] - 40) : span[0]]) and text[span[1] : span[1] + 1] == ")":
        return True
    parent = _PARENT.search(text[max(0, span[0] - 40) : span[0]]) is not None
    if parent and (years(words) or 0) < _YOUNGEST_PARENT:
        return False
    # "Man van 45 jaar zonder werk" tells an age, "is 21 jaar getrouwd" a span of time.
    told = _TOLD.search(text[max(0, span[0] - 14) : span[0]]) is not None
    lead = _CLAUSE.split(text[max(0, span[0] - 60) : span[0]])[-1]
    if _THING.search(lead) or (not told and _NO_SUBJECT.search(lead)):
        return False
    if words[0].isdigit() and words.endswith("e"):
        return True
    in_years = _IN_YEARS.search(words) is not None
    spanned = in_years and not told and _SPAN_BEHIND.match(text, span[1]) is not None
    return not spanned and not _of_a_rule(text, *span)


def _of_a_rule(text: str, start: int, end: int) -> bool:
    lead = text[max(0, start - 30) : start]
    return bool(
        _NOT_BEFORE.search(lead)
        or _RANGE_BEFORE.search(lead)
        or _UNIT_BEHIND.match(text, end)
        or _RANGE_BEHIND.match(text, end)
    )


def _age(text: str, span: tuple[int, int], certainty: float) -> Finding:
    neutral = "" if _OF_BIRTHDAY.match(text, span[1]) else neutral_age(text[span[0] : span[1]])
    return Finding(*span, "leeftijd", certainty, "Exact age", neutral)
