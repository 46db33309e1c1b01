from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy import detect
from privacy.detect import find
from privacy.findings import Finding, settle
from privacy.neutral_ages import neutral_age
from tests.privacy.labelled_set import PARTS, load


def said(text: str) -> list[tuple[str, str]]:
    return [(finding.kind, text[finding.start : finding.end]) for finding in find(text) if finding.is_warning]


def test_offsets_are_code_points() -> None:
    text = "😀👩‍👧 ﷺ e\u0301 mevrouw Hofstede"
    (finding,) = find(text)
    assert text[finding.start : finding.end] == "Hofstede"


def test_a_finding_says_why_and_what_to_write_instead() -> None:
    name, age, school = find("Zijn zoon Daan is 17 en zit op basisschool De Regenboog.")
    assert (name.kind, name.suggestion) == ("naam", "X")
    assert (age.kind, age.suggestion) == ("leeftijd", "in de tienerjaren")
    assert (school.kind, school.suggestion) == ("school", "een school in de regio")
    assert all(finding.reason and finding.is_warning for finding in (name, age, school))


@pytest.mark.parametrize(
    ("words", "neutral"),
    [
        ("23", "begin twintig"),
        ("34 jaar", "midden dertig"),
        ("55-jarige", "volwassene van midden vijftig"),
        ("zeventienjarige", "tiener"),
        ("negenenveertigjarige", "volwassene van eind veertig"),
        ("5 maanden", "heel jong"),
        ("achttien", "rond de twintig"),
        ("101", "negentig of ouder"),
        ("negende", "kinderjaren"),
        ("zestiende", "tienerjaren"),
        ("45e", "latere leeftijd"),
    ],
)
def test_neutral_ages(words: str, neutral: str) -> None:
    assert neutral_age(words) == neutral


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("Het gezin met elf kinderen wachtte.", "gezin met meerdere kinderen"),
        ("Er waren negen broers en zussen.", "meerdere broers en zussen"),
        ("Zij heeft het syndroom van Guillain-Barré.", "een medische aandoening"),
        ("Een drieling in één kamer.", "een bijzondere omstandigheid"),
    ],
)
def test_neutral_words_fit_the_sentence(text: str, neutral: str) -> None:
    (found,) = find(text)
    assert (found.kind, found.suggestion) == ("zeldzaam", neutral)


def test_a_birthday_loses_its_number() -> None:
    (age,) = find("Ze kreeg de sleutel op haar achttiende verjaardag.")
    assert (age.kind, age.suggestion) == ("leeftijd", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gesproken met mevrouw De Koning en P. van het Hof.",
            [("naam", "De Koning"), ("naam", "P. van het Hof")],
        ),
        ("Gebeld met mw el khayari.", [("naam", "el khayari")]),
        ("Iedereen zegt Momo en noemt haar Bibi.", [("naam", "Momo"), ("naam", "Bibi")]),
        ("Zij werkt bij Van Rooijen Vleeswaren.", [("werkgever", "Van Rooijen Vleeswaren")]),
        ("Vandaag sprak ik Dirk de Vries.", [("naam", "Dirk de Vries")]),
        ("Fatimas bewindvoerder belde.", [("naam", "Fatimas")]),
        ("Mevrouw Kuijpers wil haar man thuis verzorgen.", [("naam", "Kuijpers")]),
        ("Toen Plus Wielinga dichtging, kwam zij thuis.", [("werkgever", "Plus Wielinga")]),
        (
            "Het dossier: Vermeer, K.L.; GEB.DAT.: 19780923",
            [("naam", "Vermeer"), ("geboortedatum", "19780923")],
        ),
        ("Mocht De Zandloper geen plek hebben, dan bellen we.", [("instelling", "De Zandloper")]),
        ("gebeld met obs de klaproos over haar", [("school", "obs de klaproos")]),
        ("Peuter 2;6 jr, zegt losse woordjes.", [("leeftijd", "2;6 jr")]),
        ("Vanaf haar zestiende woont zij hier.", [("leeftijd", "zestiende")]),
        ("Ze was veertien toen haar vader wegging.", [("leeftijd", "veertien")]),
        ("Zijn zoons zijn zes en elf.", [("leeftijd", "zes"), ("leeftijd", "elf")]),
        ("Gesproken met mw el khayari van 61.", [("naam", "el khayari"), ("leeftijd", "61")]),
        ("Het kind is anderhalf jaar.", [("leeftijd", "anderhalf jaar")]),
    ],
)
def test_what_the_first_contact_with_new_texts_taught(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "De uitspraak van het Hof; de Raad en de Kamer; punt a. de Raad, punt b. Het Hof.",
        "Wie tot zijn zevenentwintigste leert; zestien gemeenten; het was zeventien toen we klaar waren.",
        "De Wet Van der Staaij geldt niet voor de jonge moeder.",
        "Factuurnummer 2021-0033: 450 euro, artikel 2.3.5 Wmo 2015.",
        "Wie na 1 januari 1961 geboren is, krijgt later AOW. De AOW-leeftijd van 67 jaar geldt.",
        "Omdat de kliniek de behandeling stopte, ging zij naar de Gemeente en het Rijk.",
        "De commissie-Van Dam schreef over het UWV, de SVB en Veilig Thuis in Utrecht.",
        "Jongeren tussen de 18 en 27 jaar; 21 jaar getrouwd; open van 9.00 tot 17.00 uur.",
        "Bel 0800-2000, 14 030 of mail info@uwv.nl.",
        "In mei kreeg zij een roos. Een bakker en meneer pastoor hielpen.",
        "Zij belde; moeder NIET bellen. De rechter (2019) en de wet (2015) gaven ruimte.",
        "Moeder van drie kleuters, wachttijd bijna drie jaar, huur van 612 euro.",
    ],
)
def test_what_identifies_nobody_is_no_finding(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yusuf belt op 06-38291745", [("naam", "yusuf"), ("telefoon", "06-38291745")]),
        ("Gesproken met mw. de V. en Fatima's broer.", [("naam", "de V."), ("naam", "Fatima")]),
        ("Kinderen van 4 en 7.", [("leeftijd", "4"), ("leeftijd", "7")]),
        ("werkt bij Bouwbedrijf Hoekstra BV", [("werkgever", "Bouwbedrijf Hoekstra BV")]),
        ("opgenomen bij Antes", [("instelling", "Antes")]),
        ("Youssef van Stichting Dock", [("naam", "Youssef"), ("instelling", "Stichting Dock")]),
        ("zit op obs 't Klokhuis", [("school", "obs 't Klokhuis")]),
        ("woont in Kollumerzwaag", [("plaats", "Kollumerzwaag")]),
        ("de enige drieling van het dorp", [("zeldzaam", "de enige drieling van het dorp")]),
        ("Kerkstraat 12, 3817 ZK", [("adres", "Kerkstraat 12"), ("postcode", "3817 ZK")]),
        ("(Ploegschaar 40, 7255lx)", [("adres", "Ploegschaar 40"), ("postcode", "7255lx")]),
        ("Mw. (1946) loopt slecht.", [("geboortedatum", "1946")]),
        ("Meisje van 9 jaar (3 maart 2015)", [("leeftijd", "9 jaar"), ("geboortedatum", "3 maart 2015")]),
        ("het dossier van Hendriks (R2025.0147)", [("naam", "Hendriks"), ("zaaknummer", "R2025.0147")]),
        ("Alles is gelukt. Gr. Joke", [("naam", "Joke")]),
        ("t.a.v. R. Slootweg", [("naam", "R. Slootweg")]),
        ("woont bij beschermd wonen Lindehof", [("instelling", "beschermd wonen Lindehof")]),
    ],
)
def test_what_identifies_is_found_with_its_span(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_neutral_words_are_no_finding_again() -> None:
    text = (
        "Mevrouw Hofstede (43) en haar zoon Daan van 17 wonen in Kollumerzwaag en werken bij Bakkerij Jansen."
    )
    while found := find(text):
        assert len(text) < 500
        text = text[: found[0].start] + found[0].suggestion + text[found[0].end :]
    assert "Mevrouw X (begin veertig)" in text


def test_a_name_is_found_again_where_nothing_else_tells() -> None:
    text = "Mevrouw Zandstra belde.\n\nOver Zandstra is overlegd."
    assert said(text) == [("naam", "Zandstra"), ("naam", "Zandstra")]


def test_a_long_text_is_taken_in_pieces_with_right_offsets() -> None:
    sentence = "Mevrouw Hofstede woont in Kollumerzwaag. "
    text = sentence * (3 * detect.PIECE // len(sentence))
    found = find(text)
    assert len(found) == 2 * text.count(sentence)
    assert {text[finding.start : finding.end] for finding in found} == {"Hofstede", "Kollumerzwaag"}


def test_overlap_is_settled_the_same_way_in_any_order() -> None:
    def finding(start: int, end: int, kind: detect.Kind, certainty: float = 0.8) -> Finding:
        return Finding(start, end, kind, certainty, "", "")

    some = [
        finding(0, 9, "naam"),
        finding(0, 9, "adres"),
        finding(5, 20, "werkgever"),
        finding(21, 25, "bsn", 0.4),
        finding(21, 24, "leeftijd"),
        finding(30, 39, "plaats"),
    ]
    kept = [(one.start, one.kind) for one in settle(some)]
    assert kept == [(5, "werkgever"), (21, "leeftijd"), (30, "plaats")]
    assert settle(some[::-1]) == settle(some)


LABELLED = [fragment.text for part in PARTS for fragment in load(part)]
SPECIAL = st.sampled_from(
    [
        "\0",
        "\u202e",
        "\ud800",
        "😀",
        "\r\n",
        "0",
        "06",
        "NL",
        ".",
        "(",
        "De ",
        "mw. ",
        "'t ",
        "jaar",
        "A. ",
        "@",
        "İ",
    ]
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(LABELLED), st.text(max_size=30), SPECIAL), max_size=12).map("".join)
)
def test_any_text_gives_ordered_findings_within_it(text: str) -> None:
    found = find(text)
    end = 0
    for finding in found:
        assert end <= finding.start < finding.end <= len(text)
        assert 0 < finding.certainty <= 1
        assert finding.reason
        end = finding.end
    assert found == find(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A",
        "9",
        "0",
        " ",
        ".",
        "A.",
        "a-",
        "A-",
        "'t ",
        "de ",
        "De ",
        "van ",
        "van der ",
        "1 ",
        "1.",
        "06 ",
        "NL00",
        "@",
        "a@",
        "a.",
        "mw. ",
        "zaak ",
        "zaak-",
        "zaak A-",
        "geb. ",
        "twee",
        "tachtig",
        "Jan ",
        "jan, ",
        "werkt bij ",
        "werkt bij A ",
        "Straat ",
        "Laan van ",
        "straat",
        "(17",
        "17 jaar",
        "van 17 ",
        "op de ",
        "zus van ",
        "de enige ",
        "BSN ",
        "\n",
        "\u0301",
        "İ",
    ],
)
def test_a_text_made_to_be_slow_is_not(unit: str) -> None:
    find(unit * (20_000 // len(unit)))


@pytest.mark.slow
def test_a_million_characters_without_a_break_end() -> None:
    assert find("x" * 1_000_000 + " Fatima")[-1].kind == "naam"
