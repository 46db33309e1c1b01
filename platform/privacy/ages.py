"""Exact ages of people; not durations, not the ages that a rule is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import CERTAIN, LIKELY, POSSIBLE, Finding
from privacy.neutral_ages import SPELLED, UNITS, neutral_age, years

_WORD = "(?:" + "|".join(sorted(SPELLED.keys() - {"een"}, key=len, reverse=True)) + ")"
_NUM = r"(?:1[01][0-9]|[1-9]?[0-9])"
_HALF = rf"(?:{_NUM}(?:[,.]5|½| en een half)?|{_WORD}|een|één|anderhalf)"
_BIG = "(?:" + "|".join(word for word in sorted(SPELLED, key=len, reverse=True) if word not in UNITS) + ")"
_BARE = r"[1-9][0-9]"
_AGE = rf"(?:{_NUM}(?:[,.]5| en een half)?|{_BIG})"
_YEARS = r"(?:jaar|jaren|jr\b\.?|jrs|j\b\.|j(?=[,.;)\s]))"
_MONTHS = r"(?:maanden|maand|mnd\b\.?|mndn|weken|week|wkn|dagen)\b"
_WITH_MONTHS = rf"{_HALF}\s?{_YEARS}(?: en {_NUM}\s?{_MONTHS})?(?: oude?\b)?"

PERSON = (
    r"(?:zoon|dochter|zoontje|dochtertje|kind|kindje|kinderen|kids|baby|peuter|kleuter|tiener|jongen"
    r"|jongetje|meisje|meid"
    r"|man|vrouw|meneer|mevrouw|heer|dame|mw\.?|dhr\.?|mevr\.?|moeder|vader|oma|opa|broer|broertje|broers"
    r"|zus|zusje"
    r"|zussen|zusjes|zonen|dochters|jongens|meisjes|kleinkind|kleinkinderen|kleinzoon|kleindochter"
    r"|nichtje|neefje|neef"
    r"|nicht|tante|oom|tweeling|drieling|jongere|jongeman|jongvolwassene|cli[eë]nte?|inwoner|inwoonster"
    r"|bewoner|bewoonster"
    r"|huurder|huurster|pati[eë]nte?|leerling|student|studente|weduwe|weduwnaar|alleenstaande|ouder"
    r"|persoon|iemand|partner"
    r"|echtgenoot|echtgenote|vriend|vriendin|pleegkind|pleegzoon|pleegdochter|stiefzoon|stiefdochter"
    r"|statushouder|asielzoeker"
    r"|vluchteling|wajonger|kandidaat|werknemer|zzp'er|ondernemer|buurman|buurvrouw|mantelzorger"
    r"|slachtoffer|puber|pubers"
    r"|ltd\.?|ex|jongens|schoonmoeder|schoonvader|pleegmoeder|pleegvader|stiefvader|stiefmoeder|poolse"
    r"|syri[eë]r|eritree[eë]r)"
)

# The number is a span of time, or the age in a rule, when this stands before or behind it.
_NOT_BEFORE = re.compile(
    r"\b(?:tussen(?: de)?|vanaf|onder(?: de)?|boven(?: de)?|tot(?: en met)?|t/m|ouder dan|jonger dan"
    r"|minimaal|maximaal|minstens"
    r"|hoogstens|binnen|na|sinds|gedurende|duurt|duurde|per|elke?|ieder|meer dan|minder dan|over|om de"
    r"|afgelopen|laatste"
    r"|eerste|komende|artikel|stap|ongeveer om|van rond|gemiddeld|leeftijdsgrens van|grens van|kamer"
    r"|nummer|nr\.?"
    r"|bijlage|lid|week|zone|lijn|groep|klas|fase|route|deel)\s{1,2}(?:de |het |een )?$",
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
_RANGE_BEHIND = re.compile(rf"(?:\s{_YEARS})?\s?(?:tot|t/m|-|–|tot en met)\s?[0-9]", re.I)
_RANGE_BEFORE = re.compile(r"[0-9]\s?(?:tot|t/m|-|–)\s?$|tussen (?:de )?[0-9]{1,2} en (?:de )?$", re.I)
_THING = re.compile(
    r"\b(?:auto|gebouw|huis|woning|flat|school|fiets|rolstoel|scootmobiel|schuld|hypotheek|pand|wet"
    r"|regeling|bedrijf|keuken"
    r"|lening|project|hond|kat|paard|trein|boerderij|stichting|cv|ketel|afspraak|contract|wijk|wachttijd"
    r"|wachtlijst|periode|straf|traject|behandeling|opname|indicatie|duur)\b[^.;!?\n]{0,30}$",
    re.I,
)

_ADJECTIVE = re.compile(
    rf"(?<![\w-])(?:{_NUM}[- ]?jarige?n?|{_WORD}-?jarige?n?|[0-9]{{1,3}}\s?jr-ige)(?!\w)", re.I
)
_OLD = re.compile(
    rf"(?<![\w.,/-])(?:{_HALF}\s?{_YEARS}(?: en {_NUM}\s?{_MONTHS})?|{_NUM}\s?{_MONTHS}"
    rf"|{_WORD}\s{_MONTHS}) oude?\b(?!er)",
    re.I,
)
_IS_YEARS = re.compile(
    rf"\b(?:is|was|ben|bent|wordt|werd|word|worden|zijn|waren|leeftijd:?|lft\.?:?|ltd\.?:?)"
    rf"(?: (?:nu|inmiddels|pas|net|al|bijna|ongeveer|ruim|nog maar|slechts|dan|toen|straks|volgende week"
    rf"|morgen|ook|zelf))*"
    rf" (?P<age>{_WITH_MONTHS}|(?:{_NUM}|{_WORD})\s?{_MONTHS})(?=\s*(?:[.,;:!?)]|$|en\b|maar\b|met\b"
    rf"|toen\b|ongehuwd"
    rf"|alleenstaand|oud\b|als\b))",
    re.I,
)
_COUNTED = (
    r"(?:jonge |kleine |volwassen |kleinere |opgroeiende |schoolgaande )?(?:kinderen|kids|kleuters"
    r"|peuters|baby's|zonen|zoons|dochters|jongens"
    r"|meisjes|pubers|tieners|broers|zussen|euro|procent|keer|weken|dagen|uur|maanden|personen|mensen"
    r"|huizen|banen|naar|tot)\b"
)
_OF_YEARS = re.compile(
    rf"\b{PERSON}(?: (?-i:[A-ZÀ-Þ])[\w'’-]+){{0,2}}(?: \([a-z]+\))?,? van (?:bijna |net |ongeveer |amper "
    rf"|ruim |pas )?"
    rf"(?P<age>{_WITH_MONTHS}|(?:{_NUM}|{_WORD})\s?{_MONTHS}|{_NUM}|{_WORD})(?![\w%]|[.,:][0-9]| {_COUNTED})",
    re.I,
)
_TITLED_OF = re.compile(
    rf"\b(?:mw|mevr|mevrouw|dhr|hr|meneer)\.?(?: [\w'’-]+){{1,3}} van (?P<age>{_BARE})"
    rf"(?![\w%]|[.,:][0-9]| {_COUNTED})",
    re.I,
)
_LOOSE_YEARS = re.compile(
    rf"(?:(?<=[,(/])|^)\s?(?:bijna |net )?(?P<age>{_WITH_MONTHS}|{_NUM}\s?{_MONTHS})(?=\s?(?:[,.;:)/]|$"
    rf"|oud\b))",
    re.I | re.M,
)
_BRACKETS = re.compile(
    rf"\((?:(?P<sex>[mvx])[ /,]{{1,2}}|(?:leeftijd|bijna|toen|nu|net|pas|inmiddels)"
    rf" ?)?(?P<age>{_AGE})(?: en (?P<other>{_NUM}))?"
    rf"(?:, [^()\n]{{1,40}})?\)",
    re.I,
)
_IN_COMMAS = re.compile(
    rf"(?:\b{PERSON}|\b[MV])(?: \w[\w'’-]+){{0,3}}, (?P<age>{_AGE})(?: en"
    rf" (?P<other>{_NUM}))?(?:\s{_YEARS})?(?=\s?[,.;)\n]|$)",
    re.I,
)
_NAME_COMMAS = re.compile(
    rf"(?:^|[.!?:]\s|\n)[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){{0,3}}, (?P<age>{_AGE})(?=\s?[,.;)\n])", re.M
)
_IS = re.compile(
    rf"\b(?:is|was|ben|zijn|wordt|werd)(?: (?:nu|inmiddels|pas|net|al|bijna|nog maar|slechts|toen|dan"
    rf"|zelf|allebei|beiden?|in \w+|straks))*"
    rf" (?P<age>{_AGE})(?=\s?(?:[,.;!)]|$| en\b| maar\b| toen\b| geworden\b))"
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
_TURNED = re.compile(
    rf"\b(?:toen|sinds|omdat|dat|als|nu|totdat|voordat|voor|nadat|tot|straks"
    rf"|wanneer)\s(?:\w+\s){{0,4}}?(?P<age>{_AGE})(?:\s{_YEARS})?"
    rf" (?:was|werd|is|wordt|geworden|waren|werden)\b",
    re.I,
)
_TURNS = re.compile(
    rf"\b(?:wordt|werd|word|bijna|worden|geworden|leeftijd van)(?: (?:in \w+"
    rf"|(?:volgende|vorige|deze|afgelopen) \w+|morgen|gisteren|onlangs|binnenkort|dan|hij|zij|ze"
    rf"|over \w+ \w+))?"
    rf" (?P<age>{_AGE})(?=\s?(?:[.,;)!?]|$| en\b| jaar\b))",
    re.I,
)
_PAIR = re.compile(
    rf"\b(?:zijn|waren|van|worden|\()\s?(?P<age>{_AGE})(?:,\s(?P<middle>{_NUM}))?(?:\s{_YEARS})? en"
    rf" (?P<other>{_NUM}(?:\s{_YEARS})?)"
    rf"(?=\s?(?:[.,;)!?]|$| en\b| jaar\b))",
    re.I,
)
_CHILDREN = (
    r"(?:kinderen|kids|zonen|zoons|dochters|jongens|meisjes|broers|broertjes|zussen|zusjes|kleinkinderen)"
)
_SPELLED_PAIR = re.compile(
    rf"\b{_CHILDREN} (?:zijn|waren|van)(?: (?:nu|pas|inmiddels|toen))? (?P<age>{_WORD})"
    rf"(?:, (?P<middle>{_WORD}))? en (?P<other>{_WORD})(?! (?:jaar )?(?:weken|maanden|dagen|uur|euro)\b)\b",
    re.I,
)
_ORDINAL = (
    r"(?:[0-9]{1,3}(?:e|ste|de)|(?:der|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?:de|ste)|"
    r"[a-zë]{0,16}(?:tiende|tigste))"
)
_AT = re.compile(
    rf"\b(?:op|na|sinds|rond|met|vanaf|voor|tegen)\s(?:haar|zijn|mijn|diens|d['’]r)\s(?P<age>{_ORDINAL})"
    rf"(?! (?:verdieping|keer|poging|vrouw|man|kind|baan))\b",
    re.I,
)
_SHORT = re.compile(
    rf"\b(?:hij|zij|man|vrouw|moeder|vader|zoon|dochter) (?P<age>{_NUM})(?=\s?[,;.)]|$)", re.I
)
_BY_NOW = re.compile(
    rf", (?:inmiddels|nu|pas|net|bijna|nog maar) (?P<age>{_AGE})(?=\s?[,.;)])",
    re.I,
)
_BIRTHDAY = re.compile(rf"\b(?P<age>{_ORDINAL}) (?:verjaardag|levensjaar)\b", re.I)
_OF_BIRTHDAY = re.compile(r"\s(?:verjaardag|levensjaar)\b")
_AT_AGE = re.compile(
    rf"\b(?:op|met)\s(?P<age>{_NUM}-jarige leeftijd|[a-zë]{{4,24}}jarige leeftijd)"
    rf"|\bmet\s(?:haar|zijn|mijn|m['’]n|d['’]r)\s(?P<other>{_AGE} jaar)\b"
    rf"|\bleeftijd(?: \w+)?:? (?:van )?(?P<bare>{_NUM}(?: jaar)?)\b(?! (?:tot|jaar en ouder|en ouder))",
    re.I,
)
_TOLD = re.compile(r"\bvan (?:(?:bijna|net|amper|ruim|pas|ongeveer) )?$", re.I)
# "Moeder van drie" has three children.
_PARENT = re.compile(r"\b(?:moeder|vader|ouders?|oma|opa|echtpaar|gezin)(?: \w+)? van $", re.I)
_YOUNGEST_PARENT = 13


def find_ages(text: str) -> Iterator[Finding]:
    """Exact ages of people: "van 17", "zeventienjarige", "17 jr", "(43)", "bijna 18", "op haar 19e".

    Args:
        text: Any text.

    Yields:
        Findings of the kind `leeftijd`; they may overlap.
    """
    for match in _ADJECTIVE.finditer(text):
        if not _of_a_rule(text, match.start(), match.end()):
            yield _age(text, match.span(), CERTAIN)
    for match in _OLD.finditer(text):
        if not _THING.search(text[max(0, match.start() - 50) : match.start()]):
            yield _age(text, match.span(), LIKELY)
    for pattern, certainty in _PATTERNS:
        for match in pattern.finditer(text):
            for name in ("age", "middle", "other", "bare"):
                if pattern.groupindex.get(name) and match[name] and _is_age(text, match.span(name)):
                    yield _age(text, match.span(name), certainty)


_PATTERNS = (
    (_OF_YEARS, LIKELY),
    (_TITLED_OF, POSSIBLE),
    (_IS_YEARS, LIKELY),
    (_LOOSE_YEARS, POSSIBLE),
    (_BRACKETS, LIKELY),
    (_IN_COMMAS, LIKELY),
    (_NAME_COMMAS, POSSIBLE),
    (_PAIR, POSSIBLE),
    (_SPELLED_PAIR, POSSIBLE),
    (_IS, POSSIBLE),
    (_TURNED, POSSIBLE),
    (_TURNS, POSSIBLE),
    (_AT, LIKELY),
    (_BIRTHDAY, LIKELY),
    (_BY_NOW, POSSIBLE),
    (_SHORT, POSSIBLE),
    (_AT_AGE, POSSIBLE),
)


def _is_age(text: str, span: tuple[int, int]) -> bool:
    words = text[span[0] : span[1]]
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
    spanned = not told and _SPAN_BEHIND.match(text, span[1]) is not None
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
