"""Rare traits: what makes one resident stand out, even without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import POSSIBLE, Finding
from privacy.lexicon import Lexicon
from privacy.tokens import UPPER, Token, phrase_at

_MANY = (
    r"(?:zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
    r"|twintig|[7-9]|1[0-9]|2[0-9])"
)
_SEVEN_UP = r"(?:zeven|acht|negen|tien|elf|twaalf|[7-9]|1[0-2])"
_CLAUSE = r"[^.;:!?,\n()]{0,80}"
_REST = r"[^.;:!?\n(),]{0,60}?(?= (?:en|maar|die|waar|toen)\b|[.;:!?\n(),]|$)"
_ROLE = (
    r"(?:burgemeester|wethouder|raadslid|minister|kamerlid|gedeputeerde|profvoetballer|voetballer"
    r"|schaatser|wielrenner|turnster|judoka|bokser"
    r"|kickbokser|topsporter|olympi[eë]r|olympisch \w+|wereldkampioen\w*|europees kampioen|kampioen\w*"
    r"|acteur|actrice|zanger|zangeres|artiest"
    r"|schrijver|schrijfster|dichter|televisiepresentator|presentator|presentatrice|circusartiest"
    r"|trapezewerkster|balletdanser\w*|concertpianist\w*"
    r"|piloot|astronaut|diplomaat|ambassadeur|generaal|kolonel|prins|prinses|bisschop|imam|rabbijn|non"
    r"|notaris"
    r"|kapitein|loods|sluiswachter|vuurtorenwachter|molenaar|dorpsdokter|dorpsagent|hoogleraar|professor"
    r"|operazanger\w*"
    r"|stuntman|goochelaar|formule 1-coureur|coureur|renner|speler|speelster|topman|topvrouw"
    r"|jockey|missionaris|verzetsstrijder|parlementslid"
    r"|hofdame|international)"
)
_EVENT = (
    r"(?:vuurwerkramp|vliegramp|vliegtuigramp|treinramp|scheepsramp|watersnoodramp|bijlmerramp|cafébrand"
    r"|nieuwjaarsbrand|aanslag|schietpartij"
    r"|steekpartij|gijzeling|liquidatie\w*|ontvoering|gezinsdrama|familiedrama|moordzaak|moord op|mh17"
    r"|faro|srebrenica|genocide|tsunami"
    r"|\w*ongeluk met (?:de|het|een) \w+|(?:bus|trein|boot|vliegtuig|metro)ongeluk|\w*explosie|lawine"
    r"|kettingbotsing|terreuraanslag|natuurramp|overval op)"
)
# So few people do or did this that the word alone points at one.
_CALLING = (
    r"(?:circus(?:artiest|artieste|directeur|directrice|familie|clown)|goochelaar|buikspreker|stuntman|vuurtorenwachter|sluiswachter|astronaut|ambassadeur"
    r"|operazanger(?:es)?|rabbijn|bisschop|trapezewerk(?:er|ster)|beiaardier|klokkengieter|valkenier|orgelbouwer"
    r"|poppenspeler|vogelwachter|dijkgraaf|palingvisser|zeehondenopvanger)"
)
# Peoples and faiths of which few live here.
_SMALL_PEOPLE = (
    r"(?:[Kk]optisch|[Jj]ezidi(?:sch)?|[Dd]ruzisch|[Mm]andae[ïe]sch|[Rr]ohingya|[Oo]eigoers?|[Tt]ibetaans"
    r"|[Aa]ssyrisch|[Aa]rame[ëe]s|[Mm]ongools|[Zz]oroastrisch)e?"
)
_PATTERNS: tuple[tuple[re.Pattern[str], float], ...] = (
    # The only, the first, the last of its kind.
    (re.compile(
        rf"\b(?i:de|het) (?:enige|eerste|laatste|oudste|jongste|bekendste) (?:(?!kans|keer|optie|uitweg"
        rf"|oplossing|stap|dag|week|maand|jaar|plek"
        rf"|reden|weg|manier|hulp|zorg|afspraak|gesprek|tijd|lid|inkomen|lening|brief|aanvraag|ronde|fase"
        rf"|regeling|die\b|dat\b)[\w'’-]+ ){{1,4}}?"
        rf"(?:van|in|uit|op) (?:(?:het|de|ons|haar|zijn|heel|deze|dit) )?(?:dorp|stad|gemeente|provincie"
        rf"|land|regio|streek|eiland|buurt|wijk|school"
        rf"|straat|Nederland)\b{_REST}"), POSSIBLE),
    (re.compile(rf"\b(?i:als) (?:enige|eerste|laatste) (?:(?:van|in|vrouw|man|kind)\b){_REST}"), POSSIBLE),
    (re.compile(
        r"\b(?:enige|eerste|laatste) (?:[\w'’-]+ ){1,3}(?:van|in|op) (?:de|het|ons|dit|deze) (?:streek|regio"
        r"|dorp|eiland|stad|land|provincie|buurt|wijk)\b"), POSSIBLE),
    (re.compile(
        r"\b(?:overleefde|overleefd|overleeft)\b als (?:enige|een van de"
        r" weinigen)\b[^.;!?\n]{0,60}"), POSSIBLE),
    # Many children, many born at once.
    (re.compile(
        rf"(?<![\w.,])(?:moeder|vader|gezin|echtpaar|ouders)(?: van| met) (?:{_MANY} (?:kinderen|zonen"
        rf"|dochters|broers|jongens|meisjes)|{_SEVEN_UP})"
                r"(?![\w.]|[,][0-9]| (?:jaar|en |maanden|tot |jr|uur|euro|dagen|weken|leden"
                r"|personen))"), POSSIBLE),
    (re.compile(
        rf"(?<![\w.,])(?:{_MANY}) (?:jonge |eigen |biologische )?(?:kinderen|broers en zussen|broers|zussen)"
                r"(?! (?:per|tot|in de gemeente|hebben|krijgen|kregen|deden|zijn))(?: (?:bij|van|en de"
                r" ziekte)[^.;!?\n]{0,40})?"), POSSIBLE),
    (re.compile(r"\b(?:drieling|vierling|vijfling|siamese tweeling)\b"), POSSIBLE),
    (re.compile(
        rf"\b{_SMALL_PEOPLE} (?:echtpaar|gezin|familie|stel|man|vrouw|jongen|meisje|moeder|vader|asielzoeker"
        rf"|vluchteling|inwoner|cliënte?)\b"), POSSIBLE),
    (re.compile(r"\b(?:doofblinde?|doof en blind|blind en doof)\b", re.I), POSSIBLE),
    (re.compile(rf"\b{_CALLING}\b"), POSSIBLE),
    (re.compile(
        r"\b(?:(?:getatoeëerd|verminkt|verbrand)e? (?:gezicht|hoofd)|albino|albinisme|dwerggroei|reuzengroei"
        r"|vlinderziekte|zonder armen|zonder benen"
        r"|(?:verloor|kwijtgeraakt|mist) (?:beide|allebei de) (?:benen|armen|handen|ogen)"
        r"|ongeluk met (?:de|het|een) (?:\w*luchtballon|zweefvliegtuig|helikopter|koets|jetski|bobslee"
        r"|parachute|vliegtuigje|kermisattractie|achtbaan))\b", re.I), POSSIBLE),
    (re.compile(
        r"\b(?:woont|woonde|wonen|woonden) in (?:een|de) (?:oude |voormalige )?(?:watertoren|vuurtoren|bunker"
        r"|kasteel|molen|kerk|kerktoren|fort|klooster|treinwagon|grot|boomhut)\b", re.I), POSSIBLE),
    (re.compile(
        r"\b(?:dominee|priester|pastoor|imam|rechter|notaris|burgemeester|wethouder|officier) die\b"
        r"[^.;!?\n,]{0,25}\b(?:ambt|geschorst|veroordeeld|ontslagen|weggestuurd)\b[^.;!?\n,]{0,20}",
        re.I), POSSIBLE),
    (re.compile(
        r"\b(?:beul|kindsoldaat|krijgsheer|folteraar|lijfwacht|tolk|generaal|spion)\b (?:in|van|voor) (?:het"
        r" leger|de geheime dienst|het regime|een rebellengroep|rebellen|de taliban|een president)\b"
        r"[^.;!?\n,]{0,30}?(?= en\b|[.;!?\n,]|$)", re.I), POSSIBLE),
    (re.compile(
        r"\b(?:won|wonnen|gewonnen|wint)\b[^.;!?\n]{0,30}?(?:(?:in|bij|van) de [\w-]*loterij"
        r"|(?:de|een) (?:jackpot|hoofdprijs)\b)", re.I), POSSIBLE),
    # A profession or a past that everybody knows.
    (re.compile(
        rf"\b(?:voormalige?|oud|ex|gewezen|vroegere)[ -](?:[\w'’-]+ ){{0,3}}?[\w-]*{_ROLE}\b"
        rf"(?: (?:van|in|bij|op|kickboksen|schaatsen|judo){_REST})?",
        re.I), POSSIBLE),
    (re.compile(
        rf"\b(?:bekende?|beroemde?|befaamde?|legendarische?) (?:\w+ )?{_ROLE}\b{_CLAUSE}",
        re.I), POSSIBLE),
    (re.compile(
        r"\b(?:winnaar|winnares|finalist\w*|deelnemer|deelneemster|kandidaat)\b (?:van|in|aan|bij) (?:een"
        r" |de |het )?"
                r"(?:tv|televisie|olympische|songfestival|quiz|talenten|loterij|realityserie"
                r"|elfstedentocht|the voice|big brother)[^.;!?\n,]{0,40}",
                re.I), POSSIBLE),
    (re.compile(
        r"\b(?:olympisch|paralympisch)e? (?:kampioen\w*|schaatser|schaatsster|sporter|sportster|goud|zilver"
        r"|brons|medaille\w*|zwemmer|zwemster|atleet|atlete|roeier)\b",
        re.I), POSSIBLE),
    (re.compile(
        rf"\boud-[a-z]+(?:er|man|ster|ist|ier|or|lid) van (?:het |de )?[{UPPER}][^.;!?\n,]{{0,40}}"
    ), POSSIBLE),
    (re.compile(rf"\b(?:Miss|Mister) [{UPPER}]\w+"), POSSIBLE),
    # In the papers, on television.
    (re.compile(
        r"\b(?:landelijk |uitgebreid |breed )?(?:in het (?:landelijke? |lokale )?nieuws|in alle kranten"
        r"|op het journaal|op de voorpagina|op televisie|op tv)\b"), POSSIBLE),
    (re.compile(
        r"\b(?:bekend van|bekend uit|bekend door) (?:de |het |een )?(?:tv|televisie|krant|radio"
        r"|documentaire|realityserie|[\w-]+programma)[^.;!?\n,]{0,40}",
        re.I), POSSIBLE),
    (re.compile(
        rf"\b(?:(?:slachtoffer|overlevende|nabestaande|getuige|dader|weduwe|weduwnaar|kind|zus|broer"
        rf"|moeder|vader) van|"
                rf"overleefde|overlevende van|getuige in|betrokken bij)\s(?:(?:de|het"
                rf"|een)\s)?(?:[\w-]+\s){{0,2}}?{_EVENT}{_CLAUSE}",
                re.I), POSSIBLE),
    (re.compile(
        rf"\b(?:de|het|een) {_EVENT} (?:bij|in|van|op) (?:de |het )?[{UPPER}0-9][^.;!?\n,]{{0,40}}?(?= en"
        rf" | waar|[.;,!?]|$)"), POSSIBLE),
)  # fmt: skip
_SYNDROME = re.compile(
    rf"\b(?:(?:het )?syndroom van (?!Down\b|Gilles\b|Asperger\b|Korsakov\b|Korsakoff\b)(?:de |van"
    rf" )?[{UPPER}][\w-]+(?: (?:de |van )?[{UPPER}][\w-]+)*"
    rf"|(?:de )?ziekte van (?!Alzheimer\b|Parkinson\b|Crohn\b|Lyme\b|Pfeiffer\b|Graves\b|Bechterew\b"
    rf"|M[eé]ni[eè]re\b|Hodgkin\b)[{UPPER}][\w-]+)"
)
_RARE_WORDS = re.compile(
    r"\b(?:zeer |heel |uiterst |extreem )?zeldzame? (?:\w+ )?(?:ziekte|aandoening|afwijking|syndroom"
    r"|stofwisselingsziekte|spierziekte|kankersoort|vorm van \w+|beroep)\b",
    re.I,
)
_SUGGESTION = "een bijzondere omstandigheid"
_OF_CONDITION, _CONDITION = "Rare condition", "een medische aandoening"
_FAMILY = re.compile(
    rf"(?P<who>(?:moeder|vader|gezin|echtpaar|ouders)(?: van| met) )?(?:{_MANY})"
    r"(?: (?:jonge |eigen |biologische )?(?P<noun>kinderen|zonen|dochters|broers en zussen|broers|zussen"
    r"|jongens|meisjes))?"
)


def find_rare_traits(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Finding]:
    """What is so unusual that it points at one person.

    Args:
        text: Any text.
        tokens: Its words.
        words: What is known about words.

    Yields:
        Findings of the kind `zeldzaam`; they may overlap.
    """
    for pattern, certainty in _PATTERNS:
        for match in pattern.finditer(text):
            yield _rare(match.start(), match.end(), certainty, "Unusual: may point at one person", text)
    for pattern in (_SYNDROME, _RARE_WORDS):
        for match in pattern.finditer(text):
            yield _rare(match.start(), match.end(), POSSIBLE, _OF_CONDITION, text)
    for at, token in enumerate(tokens):
        length = phrase_at(tokens, at, words.rare_conditions)
        if length and _is_condition(tokens, at, length, words):
            yield _rare(token.start, tokens[at + length - 1].end, POSSIBLE, _OF_CONDITION, text)


def _is_condition(tokens: list[Token], at: int, length: int, words: Lexicon) -> bool:
    """A condition that bears a family name counts only where a condition is spoken of."""
    word = tokens[at]
    if length > 1 or not (word.lower in words.first_names or word.lower in words.surnames):
        return True
    around = {token.lower for token in tokens[max(0, at - 4) : at]}
    return bool(
        around & {"heeft", "met", "aan", "ziekte", "syndroom", "diagnose", "lijdt"}
    ) and "van" not in {word.lower}


def _rare(start: int, end: int, certainty: float, reason: str, text: str) -> Finding:
    while end > start and text[end - 1].isspace():
        end -= 1
    family = _FAMILY.match(text[start:end])
    if family:
        suggestion = f"{family['who'] or ''}meerdere {family['noun'] or 'kinderen'}"
    else:
        suggestion = _CONDITION if reason == _OF_CONDITION else _SUGGESTION
    return Finding(start, end, "zeldzaam", certainty, reason, suggestion)
