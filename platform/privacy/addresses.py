"""Where somebody lives: streets, post boxes and postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import CERTAIN, LIKELY, POSSIBLE, Finding
from privacy.lexicon import Lexicon
from privacy.name_words import NAME_BEFORE
from privacy.tokens import UPPER, Token, phrase_at, word_set

_POSTCODE = re.compile(r"(?<![\w.,/-])[1-9][0-9]{3}[  .-]?(?!SA|SD|SS)[A-Z]{2}(?![\w/-])")
_POSTCODE_LOW = re.compile(r"(?<![\w.,/-])[1-9][0-9]{3} ?(?!sa|sd|ss)[a-z]{2}(?![\w/-])")
_POSTCODE_WORD = re.compile(
    r"\b(?:postcode|pc|woont|adres|gevestigd|verhuisd|straat|weg|laan|[0-9]{1,4}[a-z]?,?)\b[^\n.;]{0,20}$",
    re.I,
)
_YEAR_AND_WORD = re.compile(r"(?:19|20)[0-9]{2}[ -][A-Z]{2}")
_NO_POSTCODE = re.compile(
    r"(?:artikel|art\.|€|euro|nummer|nr\.?|wsf|iw|vw|bbz|kamerstukken|sinds|in|vanaf|jaar)\s?$", re.I
)

_STREET_END = (
    r"(?:straat|straatje|laan|laantje|weg|wegje|plein|pleintje|hof|hofje|kade|gracht|singel|dijk|dijkje"
    r"|pad|paadje|steeg|steegje|dreef|park"
    r"|plantsoen|wal|markt|baan|ring|poort|veld|erf|oord|haven|sloot|vaart|zijde|kamp|akker|akkers|hoek"
    r"|allee|boulevard|steiger|strjitte|leane"
    r"|dyk|wei|weide|brink|boord|burg|borg|horst|donk|heide|bos|berg|meer|gaarde|es|esch|rak|stede|stee"
    r"|tuin|tuinen|werf|passage"
    r"|promenade|kanaal|zoom|rode|loo|waard|polder|gouw|drift|hage|kamp|rand|ree|schans|straat|str\.?)"
)
_SURE_END = (
    r"(?:straat|straatje|laan|weg|plein|kade|gracht|singel|dijk|steeg|dreef|plantsoen|strjitte|leane|pad|hof"
    r"|boulevard|hofje|wal|markt|oord)"
)
_PLAIN_END = re.compile(r"(?:straat|laan|weg|plein|kade|gracht|singel|dreef|plantsoen|strjitte|boulevard)$")
_ALONG = re.compile(r"\b(?:aan|op|in|van|uit|naar|bij|langs|hoek|adres:?)(?: de| het| 't)? $", re.I)
_START = rf"[{UPPER}][\w'’-]{{0,40}}"
_CAPITAL = rf"[{UPPER}][\w'’-]{{0,40}}\.?(?:[{UPPER}]\.){{0,4}}"
_TITLE = rf"(?:(?:{_CAPITAL}|van|de|der|den|het|['’]t|ten|ter|te|la|Sint|St\.)[ ]){{0,4}}"
_NUMBER = (
    r"(?:[ ]?(?:nr\.?|nummer|huisnummer)?[ ]?[0-9]{1,5}(?:[ ]?(?:[a-hA-H]|bis|hs|huis|zw|rd|boven|beneden"
    r"|I{1,3}|IV)\b)?"
    r"(?:[ ]?[-/][ ]?(?:[0-9]{1,4}[a-zA-Z]?|[IVX]{1,4}|[a-zA-Z]{1,2})\b)?)"
)
_STREET = re.compile(
    rf"(?<![\w-]){_TITLE}(?:{_START}?{_SURE_END}|(?:{_CAPITAL} )(?:Straat|Weg|Laan|Plein|Gracht"
    rf"|Kade|Singel|Dijk|Markt|Hof|Pad|Steeg))"
    rf"(?!\w)(?P<number>{_NUMBER})?(?![\w])"
)
_STREET_NUMBERED = re.compile(
    rf"(?<![\w-])(?:{_TITLE}{_START}?{_STREET_END}|(?:Laan|Plein|Kade|Weg|Straat|Hof|Park)"
    rf" (?:van|der|de) (?:{_CAPITAL} ?){{1,3}}?)"
    rf" (?P<number>{_NUMBER})(?![\w%]| (?:euro|jaar|procent|keer))"
)
_STREET_LOW = re.compile(
    r"(?<![\w-])[a-zà-ÿ'’-]{2,30}(?:straat|laan|kade|gracht|singel|plantsoen|steeg|dreef|strjitte|weg"
    r"|plein|hof|dijk|pad)"
    rf"(?P<number> {_NUMBER})(?![\w%]| (?:euro|jaar|procent|keer|km))"
)
_LIVES = re.compile(
    rf"\b(?:woont|woonde|wonen|wonende|woonachtig|verhuisd|verhuist|verhuizing|adres|adres is|huis|woning"
    rf"|flat|kamer|pand|bewoner|bewoners|huurder"
    rf"|huurders|gezin|portiek|slaapt|slapen|staat|flatje|appartement)\b[^.;!?\n]{{0,30}}?\b(?:aan|op"
    rf"|naar|van|in|:)(?: de| het)? "
    rf"(?P<street>{_TITLE}{_START}?{_SURE_END}|{_START}(?: {_START})?"
    rf" {_NUMBER})(?!\w)"
)
_GIVEN = re.compile(
    rf"\b(?i:(?:[a-z]{{0,12}}adres|adresgegevens|straat)): ?(?P<street>{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
    rf" {_NUMBER})(?!\w)"
)
_BOX = re.compile(
    r"\b(?:Postbus|Antwoordnummer|postbus|antwoordnummer) [0-9]{2,6}(?!\w)|\bpb\.? [0-9]{3,5}(?!\w)"
)
_BEFORE_POSTCODE = re.compile(
    rf"(?<![\w-])(?P<street>{_TITLE}{_START} {_NUMBER}),?"
    r" (?=[1-9][0-9]{3} ?(?:[A-Z]{2}|[a-z]{2})(?!\w))"
)
_CAMP = re.compile(
    rf"\b(?:[Cc]amping|[Vv]akantiepark|[Bb]ungalowpark|[Rr]ecreatiepark) {_CAPITAL}(?:"
    rf" {_CAPITAL}){{0,2}}(?:,? (?:plek|plaats|nr\.?|nummer|huisje|chalet) ?[0-9]{{1,4}})?"
)
_SHORTEST_STREET = 6
_PLAIN_STREET = word_set("straat laan weg plein markt hof park ring dijk pad singel kade gracht")
_NOT_STREETS = re.compile(
    r"(?:(?:Snel|Rijks|Spoor|Om|Uit|Kas|Half|Voor|Zij|Toegangs|Levens|Onder|Aan|Over|Terug|Door|Loop"
    r"|Fiets|Voet|Doel|Arbeids|Woning|Huizen|Werk"
    r"|Speel|School|Dorps)weg|Doodlopende|Loopbaan|(?:Arbeids|Woning|Huur|Huizen|Koop|Kapitaal|Banen"
    r"|Kerst|Super|Jaar|Rommel|Vrij)markt|Gerechtshof|Kerkhof|"
    r"(?:Markt|School)plein|Het Plein|Overwal|Zandwal|Voetpad|Fietspad)$",
    re.I,
)


def find_addresses(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Finding]:
    """Streets with or without a number, post boxes and postcodes.

    Args:
        text: Any text.
        tokens: Its words.
        words: What is known about words.

    Yields:
        Findings of the kinds `adres` and `postcode`; they may overlap.
    """
    yield from _postcodes(text)
    yield from _listed(text, tokens, words)
    for pattern, certainty in (
        (_STREET_NUMBERED, CERTAIN),
        (_STREET_LOW, LIKELY),
        (_BOX, POSSIBLE),
        (_CAMP, POSSIBLE),
    ):
        for match in pattern.finditer(text):
            start = _past_prose(text, match.start(), match.end())
            yield Finding(start, match.end(), "adres", certainty, "Address", "een adres")
    for match in _STREET.finditer(text):
        start = _past_prose(text, match.start(), match.end())
        numbered = match["number"] is not None
        name = text[start : match.end()]
        if numbered or _is_street(text, start, name, words):
            yield Finding(
                start,
                match.end(),
                "adres",
                CERTAIN if numbered else POSSIBLE,
                "Street",
                "een straat in de buurt",
            )
    for match in (*_LIVES.finditer(text), *_GIVEN.finditer(text), *_BEFORE_POSTCODE.finditer(text)):
        start, end = match.span("street")
        start = _past_prose(text, start, end)
        name = text[start:end].lower()
        public = name in _PLAIN_STREET or name in words.allowed.known
        if not public and not _NOT_STREETS.search(text[start:end]):
            yield Finding(start, end, "adres", POSSIBLE, "Address", "een adres in de buurt")


def _is_street(text: str, start: int, name: str, words: Lexicon) -> bool:
    """Whether a name without a number is a street: it ends as one, and is spoken of as a place to be."""
    if _NOT_STREETS.search(name) or name.lower() in _PLAIN_STREET:
        return False
    if NAME_BEFORE.search(text[max(0, start - 12) : start]):
        return False
    if words.is_common(name.lower()) or name.lower() in words.allowed.known or len(name) < _SHORTEST_STREET:
        return False
    return _PLAIN_END.search(name) is not None or _ALONG.search(text[max(0, start - 12) : start]) is not None


_PROSE = re.compile(
    r"(?:(?:De|Het|Een|In|Op|Aan|Van|Naar|Bij|Adres|Te|Uit|Is|Voor|Over|Bewoner|Bewoners|van|de|het|te"
    r"|der|den|Woont|Hij|Zij|Ze) )+(?=\S)"
)


def _past_prose(text: str, start: int, end: int) -> int:
    """Where the street begins when words of the sentence were taken with it ("Op de Dorpsstraat")."""
    found = _PROSE.match(text, start, end)
    return found.end() if found else start


def _postcodes(text: str) -> Iterator[Finding]:
    for match in _POSTCODE.finditer(text):
        lead = text[max(0, match.start() - 16) : match.start()]
        if not _YEAR_AND_WORD.fullmatch(match.group()) and not _NO_POSTCODE.search(lead):
            yield Finding(*match.span(), "postcode", CERTAIN, "Postcode", "een postcode in de buurt")
    for match in _POSTCODE_LOW.finditer(text):
        lead = text[max(0, match.start() - 40) : match.start()]
        letters = match.group()[-2:]
        # "5462 gw" has letters that are no word, "1995 op" and "1500 pw" have some.
        told = " " not in match.group() or _POSTCODE_WORD.search(lead) or _NO_VOWEL.fullmatch(letters)
        if told and letters not in _UNITS:
            yield Finding(*match.span(), "postcode", LIKELY, "Postcode", "een postcode in de buurt")


_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-z]{2}")
_UNITS = word_set(
    "km kg kw mg ml cl dl cm dm mm gb mb kb tb wp eu en of is in op te de we ze hz pk px er na om al pp pw bw"
    " sv sr st gr dr mw hr vs nr kl ct jr vv ff zp ng"
)


# A house number right behind a street: "Het Rietland 26", "'t Zand 14-2"; no year, no amount.
_HOUSE = re.compile(
    r",? (?:nr\.? ?|nummer )?(?!(?:19|20)[0-9]{2}\b)[0-9]{1,4}(?:[ -]?[a-hA-H]|[-/][0-9a-zA-Z]{1,3})?"
    r"(?![\w%]|[.,:][0-9]| (?:euro|jaar|procent|keer|uur|weken|maanden|dagen|mensen|personen|km))"
)
_STANDS_AT = re.compile(r"\b(?:aan|op|bij|in|van|naar|adres:?|woont|te)(?: de| het)? $", re.I)


def _listed(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Finding]:
    """Streets of the list with a house number, for names that no ending gives away."""
    for at, token in enumerate(tokens):
        if not token.capital and not token.lower.startswith("'"):
            continue
        length = phrase_at(tokens, at, words.streets)
        if not length:
            continue
        end = tokens[at + length - 1].end
        house = _HOUSE.match(text, end)
        plain = length == 1 and words.is_known(token.lower)
        stands = _STANDS_AT.search(text[max(0, token.start - 12) : token.start]) is not None
        if house and (stands or not plain) and text[token.start : end].lower() not in words.allowed.known:
            yield Finding(
                token.start, house.end(), "adres", LIKELY if stands else POSSIBLE, "Address", "een adres"
            )
