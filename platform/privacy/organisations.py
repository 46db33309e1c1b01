"""Schools, employers and care institutions: by a word of their kind, by what somebody does there, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy import name_words as names
from privacy import organisation_words as near
from privacy.findings import LIKELY, POSSIBLE, Finding, Kind
from privacy.lexicon import Lexicon, Phrases
from privacy.organisation_names import find_by_name
from privacy.organisation_rules import is_workplace, kinds_by_context
from privacy.places import PART_OF_TOWN
from privacy.tokens import UPPER, Token, phrase_at

SUGGESTIONS: dict[Kind, str] = {
    "school": "een school in de regio",
    "werkgever": "een werkgever in de regio",
    "instelling": "een zorginstelling in de regio",
}
REASONS: dict[Kind, str] = {
    "school": "Name of a school",
    "werkgever": "Name of an employer",
    "instelling": "Name of a care institution or shelter",
}

# A name: words with a capital, linked by small words: "De Gouden Draak", "Huis ter Heide", "'t Klokhuis".
_CAP = rf"[{UPPER}][\w'’&-]{{0,40}}(?:\.(?=[{UPPER}])[\w'’&-]{{1,40}}){{0,4}}"
_LINK = (
    r"(?:(?:de|het|['’]t|van|der|den|des|te|ten|ter|voor|&|en(?= (?:Partners|Zn|Zonen|Zoon|Co\b)))\s){0,2}"
)
_SPOT = re.compile(
    rf"(?<![\w'’-])(?P<article>(?:(?:de|het"
    rf"|een)\s)?)[\"“”‘’']?(?P<name>(?:['’]t\s)?{_CAP}(?:[ ]{_LINK}{_CAP}){{0,5}})"
)
_COMPANY = re.compile(
    rf"(?<![\w-]){_CAP}(?: {_LINK}{_CAP}){{0,4}} (?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|&"
    rf" Z(?:oo)?n(?:en)?\b\.?|{near.TRADE})(?!\w)"
)
_AT_PLACE = re.compile(
    rf"(?<![\w-])[\w-]{{0,20}}(?:opvang|locatie|azc|zorgcentrum|opvangcentrum|woongroep|opvanghuis"
    rf"|verpleeghuis|praktijk) (?:aan|in|op) (?:(?:de|het) {_CAP}|(?<=azc in ){_CAP})"
)
_TYPES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("school", re.compile(near.SCHOOL_TYPE)),
    ("instelling", re.compile(near.CARE_TYPE)),
    ("werkgever", re.compile(near.WORK_TYPE)),
)
_WIDE_TYPES = frozenset(("aanbieder", "zorgaanbieder", "werkgever", "instelling"))
_SCHOOL_NAME = re.compile(
    r"(?:College|Lyceum|Gymnasium|Atheneum|Academie|Scholengemeenschap|School|Mavo|Hogeschool)\b"
    r"|\w(?:school|college|lyceum|gymnasium|schoal|skoalle|ianum|aneum|aeum)\b"
)
_HOSPITAL_NAME = re.compile(r"(?:(?:Sint|St\.?) )?[\w-]+(?:ziekenhuis|gasthuis|hospice|kliniek|verpleeghuis)")
_PLAIN_SCHOOL = re.compile(
    r"(?:basis|hoge|middelbare|voor|zomer|taal|avond|dans|sport|rij|muziek|praktijk|dag|privé|vak|brede"
    r"|kook|ouder|gemeente)-?(?:school|college|academie)"
)
_NO_SCHOOL_BEHIND = re.compile(
    r"\s?(?:van|voor|tot) (?:B ?& ?W|Burgemeester|Bestuur|Beroep|de Rechten|Rechten|Arbeid|Economische"
    r"|Kerkrentmeesters|[a-z]+)|\s?B ?& ?W"
)
_OWN_BEFORE = re.compile(r"\b(?:in|bij|van|door|via|uit|naar|op|met|de|het|aan|voor|tot)\s$|[(]$", re.I)
_ARTICLE = re.compile(r"^(?:de|het|een|['’]t) ", re.I)
_TRAIL = re.compile(r"\s(?:en|of|van|voor|de|het|te|ten|ter|der|den|&)$")


_PREFIX = re.compile(r"^(?:van|den|der|ter|ten|te) (?:(?:de|der|den|het) )?")
_CARE_NEAR = re.compile(
    r"\b(?:wachtlijst|opname|opvang|plaatsing|kliniek|logeer\w*|zorg|begeleiding|dagbesteding|indicatie"
    r"|bewoner\w*)\b",
    re.I,
)
_BETWEEN = re.compile(r" (?:als|zoals|genaamd|heet|namelijk) $")
_PROPER = re.compile(rf"(?:De|Het) [{UPPER}]")
_SHELTERED = re.compile(r"\b(?:beschermd|begeleid|beschut) wonen $", re.I)
_AT = re.compile(r"\b(?:in|op|naar|uit|bij)\s$")
SHORTEST_NOUN = 4


def find_organisations(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Finding]:
    """Names of schools, employers and care institutions.

    Args:
        text: Any text.
        tokens: Its words.
        words: What is known about words.

    Yields:
        Findings that may overlap; the span holds the word of its kind ("basisschool De Regenboog").
    """
    namer = _Namer(text, words)
    for match in _SPOT.finditer(text):
        yield from namer.judge(match)
    for match in _COMPANY.finditer(text):
        if not namer.is_public(match.group()):
            yield namer.finding("werkgever", *match.span(), LIKELY)
    for match in _AT_PLACE.finditer(text):
        if not namer.is_public(match.group().rsplit(" ", 1)[-1]):
            yield namer.finding("instelling", *match.span(), POSSIBLE)
    for kind, start, end in find_by_name(text, words):
        if not namer.is_public(text[start:end]):
            yield namer.finding(namer.kind(kind, start), start, end, LIKELY)
    yield from namer.own_names(tokens)


class _Namer:
    """The rules, on one text."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.text = text
        self.words = words

    def judge(self, match: re.Match[str]) -> Iterator[Finding]:
        """What one group of words with capitals is, if it is an organisation."""
        spot, start, name = self.without_opener(match)
        end = start + len(name)
        typed = self.typed(spot, start, name)
        if typed is not None:
            kind, begin = typed
            if not self.is_public(self.text[begin:end]) and not self.is_public(name):
                yield self.finding(self.kind(kind, begin), begin, end, LIKELY)
            return
        if self.is_public(name):
            return
        if self.is_school(name, end, self.opens(spot)):
            begin = start + self.opening_article(name)
            yield self.finding(self.kind("school", begin), begin, end, LIKELY)
        elif _HOSPITAL_NAME.fullmatch(name) and not self.words.is_known(name.lower()):
            yield self.finding(self.kind("instelling", start), start, end, LIKELY)
        bare = not match["article"] and _ARTICLE.match(name) is None
        if self.is_person_or_place(name, spot, bare) and not self.is_name_of_home(name, spot, bare):
            return
        for kind in self.by_context(spot, name, end, bare):
            yield self.finding(self.kind(kind, start), start, end, POSSIBLE)

    def without_opener(self, match: re.Match[str]) -> tuple[int, int, str]:
        """Where the article before the name begins, where the name does, and the name.

        A word that has its capital only since it opens a sentence is no part of it: "Mocht De Zandloper".
        """
        spot, start, name = match.start(), match.start("name"), self.shorten(match["name"])
        first, _, rest = name.partition(" ")
        if rest and rest[0].isupper() and not match["article"] and self.opens(spot) and self.is_opener(first):
            spot = start = start + len(first) + 1
            name = rest
        return spot, start, name

    def is_opener(self, word: str) -> bool:
        """Whether a word at the beginning of a sentence is an ordinary one, and no article."""
        lower = word.lower()
        if lower in ("de", "het", "een") or lower in names.TITLES:
            return False
        plain = self.words.is_known(lower) and lower not in self.words.names and not self.type_of(lower)
        return plain and lower not in self.words.allowed.known

    def is_name_of_home(self, name: str, spot: int, bare: bool) -> bool:
        """Whether an ordinary word is a name: it has a capital within a sentence, and an article."""
        plain = _ARTICLE.sub("", name)
        if " " in plain or self.opens(spot) or plain.lower() in near.WITH_CAPITAL or self.is_public(plain):
            return False
        return (
            not bare and not near.REGION.fullmatch(plain) and plain.lower() not in self.words.villages.known
        )

    def typed(self, spot: int, start: int, name: str) -> tuple[Kind, int] | None:
        """The kind that a word before the name or within it says, and where that word begins."""
        before = self.text[max(0, spot - 40) : spot]
        before = _BETWEEN.sub(" ", before)
        last = before.split()[-1] if before.strip() and before.endswith((" ", "\u00a0")) else ""
        if last and (kind := self.type_of(last)):
            return kind, self.text.rindex(last, 0, spot)
        if last and _PROPER.match(name) and (self.is_noun(last) or last.endswith("afdeling")):
            return "school" if last == "onderwijs" else "instelling", self.text.rindex(last, 0, spot)
        if sheltered := _SHELTERED.search(before):
            return "instelling", spot - len(before) + sheltered.start()
        at = 0
        parts = name.split(" ")
        for index, part in enumerate(parts[:-1]):
            kind = self.type_of(part)
            if kind and not (part.lower() in _WIDE_TYPES and self.type_of(parts[index + 1])):
                return kind, start + at
            at += len(part) + 1
        return None

    @staticmethod
    def type_of(word: str) -> Kind | None:
        """The kind of organisation that a word names: "basisschool", "Stichting", "ROC"."""
        lower = word.lower().strip("(\"'“”‘’")
        if lower in near.NO_TYPE:
            return None
        return next((kind for kind, pattern in _TYPES if pattern.fullmatch(lower)), None)

    def is_noun(self, word: str) -> bool:
        """Whether a word before "De Peppel" may be what it is: "zwembad", "buurtkamer"."""
        ordinary = word.islower() and len(word) >= SHORTEST_NOUN and self.words.is_known(word)
        verb = word in names.VERBS or (
            word.endswith(("t", "de", "te", "den", "ten")) and not word.endswith(("est", "kt", "akt"))
        )
        person = (
            word in names.PEOPLE
            or word in names.TITLES
            or word in names.BEFORE_PERSON
            or word in near.NOT_NOUNS
        )
        return ordinary and not verb and not person

    @staticmethod
    def opening_article(name: str) -> int:
        """How long the article is that has its capital from the beginning of a sentence only."""
        found = re.match(r"(?:Het|De|Een|Op|Na|Bij|Naar|Van|Aan|In|Voor) (?:(?:het|de) )?", name)
        return found.end() if found else 0

    def is_school(self, name: str, end: int, start_of_sentence: bool) -> bool:
        """Whether the name says that it is a school: "Vechtstede College", "Mariaschool"."""
        if not _SCHOOL_NAME.search(name) or _NO_SCHOOL_BEHIND.match(self.text, end):
            return False
        name = name[self.opening_article(name) :]
        if " " in name:
            return True
        known = start_of_sentence and self.words.is_known(name.lower())
        return not known and not self.words.is_common(name.lower()) and not _PLAIN_SCHOOL.match(name.lower())

    def opens(self, spot: int) -> bool:
        """Whether a sentence begins here."""
        before = self.text[max(0, spot - 2) : spot].strip(" ")
        return not before or before[-1] in ".!?:\n"

    def by_context(self, spot: int, name: str, end: int, bare: bool) -> Iterator[Kind]:
        """The kinds that fit."""
        if re.fullmatch(PART_OF_TOWN, name):
            return
        kinds = list(kinds_by_context(self.text, spot, end, bare=bare))
        # Within a sentence an article with a capital is part of a name: "op De Linde".
        if not kinds and _PROPER.match(name) and not self.opens(spot):
            at_place = _AT.search(self.text, max(0, spot - 6), spot)
            is_near = at_place or _CARE_NEAR.search(self.text, max(0, spot - 100), end + 60)
            # No family name begins with "Het"; with "De" a word that no list has is one of an organisation.
            noun = name.split(" ")[1].lower()
            unknown = noun not in self.words.surnames and not self.words.is_known(noun)
            if is_near or name.startswith("Het ") or unknown:
                kinds = ["instelling"]
        yield from kinds

    def own_names(self, tokens: list[Token]) -> Iterator[Finding]:
        """Organisations of our lists."""
        lists: tuple[tuple[Kind, Phrases], ...] = (
            ("instelling", self.words.care_providers),
            ("school", self.words.schools),
        )
        for at, token in enumerate(tokens):
            if not token.capital and not token.lower.startswith("'"):
                continue
            for kind, phrases in lists:
                length = phrase_at(tokens, at, phrases)
                # "De hoop was" has a capital only since it opens a sentence.
                written = length and (tokens[at + length - 1].capital or not token.opens)
                if written and (length > 1 or self.stands_for_itself(token)):
                    end = tokens[at + length - 1].end
                    yield self.finding(self.kind(kind, token.start), token.start, end, POSSIBLE)

    def stands_for_itself(self, token: Token) -> bool:
        """Whether one word is surely the organisation: no word or name, or spoken of as a place to be."""
        if _OWN_BEFORE.search(self.text[max(0, token.start - 8) : token.start]):
            return token.lower not in self.words.sure_first_names
        return not (self.words.is_known(token.lower) or token.lower in self.words.names)

    def kind(self, kind: Kind, start: int) -> Kind:
        """The kind, or `werkgever` for somebody who works there."""
        return "werkgever" if is_workplace(self.text, start) else kind

    def shorten(self, name: str) -> str:
        """The name up to a public organisation, without small words at its end."""
        parts = name.split(" ")
        for cut, part in enumerate(parts[1:], start=1):
            public = part.isupper() and part.lower() in self.words.allowed.known
            # "Zorgboerderij De Hooischelf voor Luca".
            for_somebody = parts[cut - 1] == "voor" and part.lower() in self.words.first_names
            if public or for_somebody:
                parts = parts[:cut]
                break
        return _TRAIL.sub("", " ".join(parts))

    def is_public(self, name: str) -> bool:
        """Whether the name is a municipality, a public organisation or a law."""
        lower = _ARTICLE.sub("", name.lower())
        if lower in self.words.allowed.known or name.lower() in self.words.allowed.known:
            return True
        if lower.endswith(near.PUBLIC_END) and " " not in lower:
            return True
        return lower.startswith(near.PUBLIC_BEGIN) or lower.split(" ")[0] in near.PUBLIC_WORDS

    def is_person_or_place(self, name: str, spot: int, bare: bool) -> bool:
        """Whether the words are a person ("bij Jan"), a place ("in Loon") or an ordinary word."""
        words, lower = self.words, name.lower()
        plain = _ARTICLE.sub("", lower)
        first = re.sub(r"['’]s?$", "", _PREFIX.sub("", plain).split(" ")[0])
        if (
            first in words.never_names
            or first in near.ADJECTIVES
            or (first.endswith(("se", "sche")) and words.is_known(first))
        ):
            return True
        if any(
            name.lower() in known.known for known in (words.employers, words.care_providers, words.schools)
        ):
            return False
        proper = _PROPER.match(name) is not None
        if plain in words.villages.known or (not proper and " " not in plain and words.is_common(plain)):
            return True
        if not bare:
            return False
        if (
            self.text[max(0, spot - 5) : spot].lower().endswith((" in ", " uit ", " te ", "naar "))
            or first in words.first_names
        ):
            return True
        return " " not in name and (first in words.surnames or words.is_common(first))

    @staticmethod
    def finding(kind: Kind, start: int, end: int, certainty: float) -> Finding:
        return Finding(start, end, kind, certainty, REASONS[kind], SUGGESTIONS[kind])
