"""Numbers and codes: BSN, IBAN, telephone, e-mail and numbers of cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import CERTAIN, HINT, LIKELY, POSSIBLE, Finding, Kind

BSN_DIGITS = 9
BEFORE = 40  # code points in which a word before a number says what it is

_DIGITS = re.compile(r"[0-9]+")
# Numbers that are no person's: of an invoice, an order, a company, an article.
IMPERSONAL = re.compile(
    r"(?:factuur|order|bestel|artikel|product|serie|versie|kvk|rsin|btw|isbn|kamerstuk|polisvoorwaarden"
    r"|bedrag)"
    r"[\w.-]{0,12}[\s:.#-]{0,4}$",
    re.I,
)
_MONEY_AFTER = re.compile(r"\s{0,2}(?:euro\b|eur\b|€|%|procent|km\b|kwh\b|m2\b|stuks|regels)", re.I)
_MONEY_BEFORE = re.compile(r"(?:€|\beuro|\beur)\s{0,2}$", re.I)

_BSN = re.compile(r"(?<![\w+])(?<![0-9][.,/-])[0-9](?:[ .-]?[0-9]){7,8}(?![.,/-]?[0-9])(?!\w)")
_BSN_WORD = re.compile(
    r"(?:\bbsn(?:[ -]?(?:nr|nummer))?|\bbsnr|burger ?service ?(?:nummer|nr)|\bsofi ?-?(?:nummer"
    r"|nr)?)\b[^0-9\n]{0,24}$",
    re.I,
)
# Between such a word and a number that passes the check more may stand: "bsn (8 cijfers, 0 ervoor) 93343553".
_BSN_WORD_NEAR = re.compile(r"\b(?:bsn|burger ?service ?(?:nummer|nr))[^\n]{0,70}$", re.I)
_BSN_GROUPS = {
    (9,), (8,), (4, 2, 3), (3, 3, 3), (2, 2, 2, 3), (3, 2, 4), (3, 2, 2, 2), (4, 5), (5, 4), (3, 6), (6, 3),
}  # fmt: skip

_IBAN_START = re.compile(r"(?<!\w)[A-Za-z]{2}[0-9]{2}(?=[ .-]?[A-Za-z0-9])")
_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "PL": 28, "TR": 26, "ES": 24, "IT": 27, "PT": 25,
    "RO": 24, "BG": 22, "LU": 20, "AT": 20, "CH": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "IE": 22,
    "HU": 28, "CZ": 24, "SK": 24, "SI": 19, "HR": 21, "GR": 27, "CY": 28, "MT": 31, "EE": 20, "LV": 21,
    "LT": 20, "MA": 28,
}  # fmt: skip
_IBAN_NL = re.compile(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}", re.I)
_ACCOUNT = re.compile(
    r"\b(?:(?:bank|giro|post)?(?:rekening|giro)(?:nummer|nr)?|rek\.? ?nr)\b\.?[^0-9\n]{0,12}"
    r"((?:[0-9]{2}[. ]?){4}[0-9]{1,2}|[0-9]{7,10})(?![.,-]?[0-9])",
    re.I,
)

_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w%+'-](?:[\w.%+'-]{0,62}[\w%+-])?@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])"
)
_ROLE_MAILBOX = re.compile(
    r"(?:info|contact|klantenservice|klachten|post|postbus|balie|secretariaat|administratie|receptie"
    r"|no-?reply"
    r"|servicedesk|meldpunt|redactie|privacy|aanmelden|loket|werkplein|backoffice|frontoffice|helpdesk|planning"
    r"|wijkteam|sociaalteam|vragen|meldingen|bezwaar|schuldhulp|wmo|jeugd|toegang)@",
    re.I,
)

_PHONE = re.compile(
    r"(?<![\w+./-])(?:"
    r"\(?(?:\+|00)31\)?[ .–-]{0,2}(?:\(0\))?[ .–-]{0,2}[1-9](?:[ .–-]{0,2}[0-9]){8}"
    r"|\(06\)[ .–-]{0,3}[0-9](?:[ .–-]?[0-9]){7}"
    r"|06[ .…–/-]{0,4}[0-9](?:[ .–-]{0,3}[0-9]){7}"
    r"|\(0[1-9][0-9]{1,2}\)[ .–-]{0,3}[0-9](?:[ .–-]?[0-9]){5,6}"
    r"|0[1-9][0-9]{1,2}[ ]?[-–/. ][ ]?[0-9](?:[ .–-]?[0-9]){5,6}"
    r"|0[1-57][0-9]{8}"
    r"|\+[1-9][0-9]{0,2}(?:[ .–-]?\(?[0-9]\)?){7,12}"
    r")(?![0-9])(?!-[0-9])"
)
_PHONE_IN_WORDS = re.compile(
    r"\bnul[ -]?zes(?:[ ,-]+[a-zë]*(?:nul|een|één|twee|drie|vier|vijf|zes|acht|negen|zeven|tig|tien)){3,8}\b",
    re.I,
)
_EMAIL_IN_WORDS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?(?:\(at\)|\[at\]|\bapestaart(?:je)?\b) ?"
    r"[\w-]{1,63}(?: ?(?:\.|\bpunt\b) ?[a-z]{2,24})+\b",
    re.I,
)
_IBAN_BEFORE = re.compile(r"[A-Z]{2}[0-9]{2} ?[A-Z]{4}[0-9 ]*$", re.I)
_PHONE_PUBLIC = re.compile(r"0(?:800|900|906|909)")
_PHONE_SHARED = re.compile(r"0(?:88|85)|\+31(?:88|85)")

_CASE_WORD = (
    r"\b(?:(?:\w{0,15}zaak|\w{0,15}dossier|cli[eë]nt|cli[eë]nten|klant|casus|kenmerk|referentie|relatie"
    r"|aanvr(?:aag)?|cjib(?:[- ]?brief)?|aanmeld(?:ing)?s?|melding(?:en|s)?"
    r"|intake|registratie|beschikkings?|besluit|bezwaar|parket|rol|vreemdelingen|student|leerling|pati[eë]nt"
    r"|uitkerings?|werkproces|vergunnings?|ticket|urgentie(?:aanvraag)?|kandidaats?|inschrijf|lidmaatschaps?|huurders?"
    r"|contract|debiteur(?:en)?|vordering|incasso|proces-verbaal|pv|deelnemers?|trajects?|indicatie|zorg"
    r"|polis)"
    r"[- ]?(?:nummer|nr|num|id|code)?|v-?(?:nummer|nr)|[kc]l\.? ?nr|onder vermelding van|o\.?v\.?v|zknr|ref"
    r"|zaaknr|clientnr|nummer|nr)\b"
)
_CASE_VALUE = (
    r"(?P<value>[A-Za-z0-9](?:[A-Za-z0-9./_-]{0,30}[A-Za-z0-9])?(?: [0-9][0-9./-]{1,14}[0-9a-z]){0,3})(?!\w)"
)
_CASE = re.compile(
    rf"{_CASE_WORD}\.?(?: rechtbank| gezin| met| onder| is| was| luidt| staat)?(?: (?:kenmerk|nummer"
    rf"|nr\.?))?[\s:=#(.]{{0,4}}{_CASE_VALUE}",
    re.I,
)
_CASE_EXPLICIT = re.compile(r"nummer|nr|kenmerk|ref|code|\bid\b", re.I)
_CASE_BARE = re.compile(
    r"(?<![\w./-])(?:[A-Z]{1,5}[-/](?:[A-Z]{1,4}[-/])?(?:19|20)?[0-9]{2}[-/][0-9]{3,8}"
    r"|(?:19|20)[0-9]{2}[-/][A-Z]{1,4}[-/][0-9]{3,8}|[A-Z]{1,2}/[0-9]{2}/[0-9]{3,8}(?:-[0-9]{2})?"
    r"|PL[0-9]{4}-[0-9]{8,12}(?:-[0-9])?|(?:JE|FA|HA|FT|BZ) RK [0-9]{2}[-/.][0-9]{1,5}"
    r"|(?:KG ZA|CV EXPL) [0-9]{2}[-/.][0-9]{1,5}|[FR]\.[0-9]{1,2}/[0-9]{2}/[0-9]{1,4}|#[0-9]{5,8}"
    r"|[0-9]{2}/[0-9]{6}-[0-9]{2}|[A-Z]{1,2}20[0-2][0-9][-.][0-9]{3,6}"
    r"|[A-Z]{2}[0-9]{2}/[0-9]{3,6}|[0-9]{3}\.[0-9]{3}\.[0-9]{3}/[0-9]{2})(?![\w/-])"
)
_NOT_A_CASE = re.compile(
    r"(?:factuur|order|bestel|versie|artikel|kamer|telefoon|huis|rekening|bsn|bus)[\w-]{0,10}[\s:.]{0,3}$",
    re.I,
)
_SMALL_NUMBER = 3


def find_identifiers(text: str) -> Iterator[Finding]:
    """All numbers and codes of a person or a case in the text.

    Args:
        text: Any text.

    Yields:
        Findings in no particular order; they may overlap.
    """
    yield from _emails(text)
    yield from _ibans(text)
    yield from _phones(text)
    yield from _bsns(text)
    yield from _cases(text)


def _finding(match: tuple[int, int], kind: Kind, certainty: float, reason: str, suggestion: str) -> Finding:
    return Finding(match[0], match[1], kind, certainty, reason, suggestion)


def before(text: str, start: int, length: int = BEFORE) -> str:
    """The code points before a place."""
    return text[max(0, start - length) : start]


def _emails(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        role = _ROLE_MAILBOX.match(match.group())
        if role is None:
            yield _finding(match.span(), "email", CERTAIN, "E-mail address", "een e-mailadres")
    for match in _EMAIL_IN_WORDS.finditer(text):
        yield _finding(match.span(), "email", LIKELY, "E-mail address", "een e-mailadres")


def passes_bsn_check(digits: str) -> bool:
    """Whether 8 or 9 digits pass the 11-proef of the BSN.

    Args:
        digits: Only digits.
    """
    digits = digits.zfill(9)
    if len(digits) != BSN_DIGITS or digits == "000000000":
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
    )
    return total % 11 == 0


def _bsns(text: str) -> Iterator[Finding]:
    for match in _BSN.finditer(text):
        raw = match.group()
        groups = tuple(len(part) for part in _DIGITS.findall(raw))
        digits = re.sub(r"[^0-9]", "", raw)
        lead = before(text, match.start())
        named = _BSN_WORD.search(lead) is not None
        valid = passes_bsn_check(digits)
        if named:
            certainty = CERTAIN if valid else HINT
            yield _finding(
                match.span(), "bsn", certainty, "Citizen service number (BSN)", "een burgerservicenummer"
            )
        elif valid and _BSN_WORD_NEAR.search(before(text, match.start(), 80)):
            yield _finding(
                match.span(), "bsn", LIKELY, "Citizen service number (BSN)", "een burgerservicenummer"
            )
        elif (
            valid and len(digits) == BSN_DIGITS and groups in _BSN_GROUPS and not _is_impersonal(text, match)
        ):
            yield _finding(
                match.span(), "bsn", LIKELY, "A number that passes the check of a BSN", "een nummer"
            )


def _is_impersonal(text: str, match: re.Match[str]) -> bool:
    lead = before(text, match.start())
    return bool(
        IMPERSONAL.search(lead) or _MONEY_BEFORE.search(lead) or _MONEY_AFTER.match(text, match.end())
    )


def passes_iban_check(iban: str) -> bool:
    """Whether an IBAN without spaces has the length of its country and passes mod 97.

    Args:
        iban: Letters and digits, capitals or not.
    """
    iban = iban.upper()
    if _IBAN_LENGTHS.get(iban[:2]) != len(iban):
        return False
    turned = iban[4:] + iban[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _ibans(text: str) -> Iterator[Finding]:
    for match in _IBAN_START.finditer(text):
        end, iban = _take_iban(text, match.start())
        if passes_iban_check(iban):
            yield _finding(
                (match.start(), end), "iban", CERTAIN, "Bank account number (IBAN)", "een rekeningnummer"
            )
        elif _IBAN_NL.fullmatch(iban):
            reason = "Looks like an IBAN, but its check digits are wrong"
            yield _finding((match.start(), end), "iban", HINT, reason, "een rekeningnummer")
    for match in _ACCOUNT.finditer(text):
        yield _finding(match.span(1), "iban", POSSIBLE, "Bank account number", "een rekeningnummer")


def _take_iban(text: str, start: int) -> tuple[int, str]:
    wanted = _IBAN_LENGTHS.get(text[start : start + 2].upper(), 0)
    taken: list[str] = []
    for at in range(start, min(len(text), start + 2 * wanted)):
        sign = text[at]
        if sign.isascii() and sign.isalnum():
            taken.append(sign)
            if len(taken) == wanted:
                ends = at + 1 >= len(text) or not text[at + 1].isalnum()
                return at + 1, "".join(taken) if ends else ""
        elif sign not in " .-\u00a0":
            break
    return start, ""


def _phones(text: str) -> Iterator[Finding]:
    for match in _PHONE.finditer(text):
        number = re.sub(r"[^0-9+]", "", match.group())
        inside_iban = _IBAN_BEFORE.search(before(text, match.start())) is not None
        if _PHONE_PUBLIC.match(number) or inside_iban or _is_impersonal(text, match):
            continue
        certainty = HINT if _PHONE_SHARED.match(number) else CERTAIN
        yield _finding(match.span(), "telefoon", certainty, "Telephone number", "een telefoonnummer")
    for match in _PHONE_IN_WORDS.finditer(text):
        yield _finding(match.span(), "telefoon", LIKELY, "Telephone number", "een telefoonnummer")


def _cases(text: str) -> Iterator[Finding]:
    match = _CASE.search(text)
    while match:
        value, start = match["value"], match.start("value")
        taken = _is_case(text[match.start() : start], value)
        if taken and not _NOT_A_CASE.search(before(text, match.start())):
            yield _finding(
                (start, match.end("value")), "zaaknummer", LIKELY, "Number of a case or client", "een kenmerk"
            )
        # What is no number may be the word before one: "klant relatienummer 30091".
        match = _CASE.search(text, match.end() if taken else start)
    for match in _CASE_BARE.finditer(text):
        if not _is_impersonal(text, match):
            reason = "Looks like the number of a case"
            yield _finding(match.span(), "zaaknummer", POSSIBLE, reason, "een kenmerk")


def _is_case(word: str, value: str) -> bool:
    digits = len(re.sub(r"[^0-9]", "", value))
    first = value.split(" ", maxsplit=1)[0]
    if not any(sign.isdigit() for sign in first) and not first.isupper():
        return False
    if word.lower().startswith(("nummer", "nr")):
        return digits > _SMALL_NUMBER and not value.replace(" ", "").isdigit()
    if _CASE_EXPLICIT.search(word):
        return digits >= _SMALL_NUMBER - 1
    is_year = re.fullmatch(r"(?:19|20)[0-9]{2}", value) is not None
    return digits > _SMALL_NUMBER and not is_year and not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", value)
