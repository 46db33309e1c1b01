"""What somebody does, and the small words that lead from there to the name of an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from privacy import organisation_words as near
from privacy.findings import Kind

REACH = 80  # code points before a name that tell what it is
_FOLLOWS = 45  # code points behind it
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)")
_NOT_PAID = re.compile(
    r"\b(?:vrijwillig\w*|leert|studeert|opleiding|lessen|cursus|verpleegd|opgenomen)\b", re.I
)
_ARTICLE_END = re.compile(r"(?:de|het|een) $", re.I)


@dataclass(frozen=True)
class _Rule:
    """What somebody does, and the small words that lead from there to the organisation."""

    kind: Kind
    does: re.Pattern[str]
    link: re.Pattern[str]
    reach: int = 60
    with_article: bool = False


def _rule(kind: Kind, does: str, link: str, reach: int = 60, with_article: bool = False) -> _Rule:
    return _Rule(
        kind, re.compile(rf"\b{does}\b", re.I), re.compile(rf"\b(?:{link})\s$", re.I), reach, with_article
    )


_RULES = (
    _rule("werkgever", near.WORKING, "bij|via|voor|van|op|in|met"),
    _rule("school", near.STUDYING, "op|aan"),
    _rule("school", near.TEACHING, "van|bij", reach=30),
    _rule("instelling", near.STAYING, "in|bij|uit|naar|van|door|op|via", with_article=True),
    _rule("instelling", near.TREATED, "bij|door|van|in|via"),
)
_DIRECT: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "werkgever",
        re.compile(
            r"\b(?:weg bij|inkomen uit|inkomsten uit|werkgever[,:]?|baas[,:]?|bedrijf:?)\s\(?$"
            r"|\b(?:werkgever|baas|bedrijf) \($",
            re.I,
        ),
    ),
    ("school", re.compile(r"\b(?:school|opleiding)\s?(?::|\(|,|heet|genaamd)\s?$", re.I)),
    (
        "instelling",
        re.compile(r"\b\w*(?:aanbieder|instelling|opvang|woongroep|kliniek)[:,]?\s\(?$", re.I),
    ),
)
# What stands behind a name says the same: "bij de Hema heeft gewerkt", "op de Zevensprong zit".
_BEHIND: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "werkgever",
        re.compile(r"\b(?:bij|voor|via)\s$", re.I),
        re.compile(
            r"\b(?:gewerkt|werkzaam|werkt|werkte|in dienst|gesolliciteerd|stage|ontslagen|detachering"
            r"|gedetacheerd|aan het werk|aan de slag|uitgezonden|lopende band)\b",
            re.I,
        ),
    ),
    (
        "instelling",
        re.compile(r"\b(?:op|in|bij)\s$", re.I),
        re.compile(r"^\s(?:woont|woonde|wonen|verblijft|verbleef|verblijven|logeert)\b", re.I),
    ),
    (
        "instelling",
        re.compile(r"(?:^|[.;:!?\n,]\s?)(?:[A-Za-zà-ÿ]+ )?$"),
        re.compile(
            r"^ (?:[a-zà-ÿ]+ ){0,2}?(?:(?:geen|wel|nog|weer|een|twee|pas) )*"
            r"(?:plek|plaats|bed|kamer|wachtlijst)\b"
            r"|^ (?:neemt|nam|weigert|weigerde) (?:hem|haar|hen|cli[eë]nte?|niemand|geen)\b",
            re.I,
        ),
    ),
    (
        "school",
        re.compile(r"\b(?:op|naar)\s$", re.I),
        re.compile(r"^[^,\n]{0,12}\b(?:zit|zat|zitten|zaten)\b", re.I),
    ),
)


def clause_before(text: str, spot: int) -> str:
    """The clause before a place, at most `REACH` code points of it."""
    return _CLAUSE_END.split(text[max(0, spot - REACH) : spot])[-1]


def kinds_by_context(text: str, spot: int, end: int, *, bare: bool) -> Iterator[Kind]:
    """The kinds of organisation that the words around a name say: "in dienst van X", "opgenomen bij X".

    Args:
        text: The whole text.
        spot: Where the name begins, or the article before it.
        end: One past the name.
        bare: Whether it has no article.

    Yields:
        Each kind that fits; none is often right.
    """
    lead = clause_before(text, spot)
    for rule in _RULES:
        link = rule.link.search(lead)
        if link is None or (rule.with_article and bare):
            continue
        if rule.does.search(lead[-rule.reach :][: -len(link.group())]):
            yield rule.kind
    behind = _CLAUSE_END.split(text[end : end + _FOLLOWS])[0]
    for kind, before, does in _BEHIND:
        if before.search(lead) and does.search(behind):
            yield kind
    for kind, pattern in _DIRECT:
        if pattern.search(lead):
            yield kind


def is_workplace(text: str, start: int) -> bool:
    """Whether somebody is said to work, for money, at what is named here."""
    lead = _ARTICLE_END.sub("", clause_before(text, start))
    rule = _RULES[0]
    return bool(rule.link.search(lead) and rule.does.search(lead) and not _NOT_PAID.search(lead))
