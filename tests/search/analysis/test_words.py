from __future__ import annotations

import pytest

from search.analysis import analyse

# Forms that must meet: all in a row have one lemma.
SAME_LEMMA = """
gemeente gemeenten
ontruimen ontruimd ontruimt ontruimde
ontruiming ontruimingen
schuld schulden
woning woningen
kind kinderen
gezin gezinnen
wet wetten
regel regels
uitkering uitkeringen
jongere jongeren
ouder ouders
dakloos dakloze daklozen
scheiden gescheiden scheidt
weigeren geweigerd weigert geweigerde
afwijzen afgewezen afwijst
aanvraag aanvragen aangevraagd
verhuizen verhuisd verhuist
inschrijven ingeschreven
uitschrijven uitgeschreven
terugvorderen teruggevorderd
uithuiszetten uithuisgezet
huurachterstand huurachterstanden
bijstandsgerechtigd bijstandsgerechtigde bijstandsgerechtigden
urgentieverklaring urgentieverklaringen
schuldhulpverlening schuldhulpverleningen
toeslag toeslagen
inkomen inkomens
briefadres briefadressen
wachttijd wachttijden
bedrag bedragen
baby baby's
auto auto's
zzp'er zzp'ers zzper
statushouder statushouders
gehandicapt gehandicapte gehandicapten
stad steden
huis huizen
krijgen kreeg krijgt gekregen
huur huren
mantelzorger mantelzorgers
beginsel beginselen
gedetineerd gedetineerde gedetineerden
lening leningen
identiteitsbewijs identiteitsbewijzen
maatwerkbudget maatwerkbudgetten
artikel art. artikelen
één een
privé prive
inwonen inwonend inwonende
deelnemer deelnemers
"""
# Words that look alike and must not meet, not even as a part.
APART = """
beleid begeleiding
ouder oud
jongere jong
uitkering kering
toeslag slag
bijstand stand
gemeente meente
inkomen komen
vermogen mogen
maatwerk maat
wethouder houder
beslag slag
voorrang rang
studerende ren
gedragen verdragen
internet internetten
kamer komen
"""
# A word and lemmas that it is also found by.
FOUND_BY = """
schuldhulpverlening schuld hulp hulpverlening verlenen
urgentieverklaring urgentie verklaring
kostendelersnorm deler norm
huurachterstanden huur achterstand
bijstandsuitkering bijstand uitkering
kinderopvangtoeslag kinderopvang kind opvang toeslag
leerlingenvervoer leerling vervoer
briefadressen brief adres
wmo-voorziening wmo voorziening
woonkostentoeslag toeslag
energiearmoede energie armoede
gehandicaptenparkeerkaart gehandicapt kaart
inburgeringstraject inburgering traject
beschermingsbewind bewind bescherming
beslagvrijevoet beslag vrij voet
geluidsoverlast geluid overlast
verslavingszorg verslaving zorg
identiteitsbewijzen identiteit bewijs
evenredigheidsbeginsel evenredigheid beginsel
verhuiskostenvergoeding verhuizen vergoeding
welzijnsinstellingen welzijn instelling
tussenvoorziening voorziening
doorstroomwoning woning
rijlessen les
ex-gedetineerde gedetineerd
huisuitzettingen huis uitzetting uitzetten
verhuizing verhuizen
ontruiming ontruimen
weigering weigeren
scheiding scheiden
terugvordering terugvorderen
inschrijving inschrijven
registratie registreren
dakloosheid dakloos
huurder huur
hulpverleners hulpverlening
jeugdhulpverlener jeugd hulp
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def lemma(word: str) -> str:
    return analyse(word)[0].lemma


def found_by(word: str) -> set[str]:
    token = analyse(word)[0]
    return {token.exact, token.lemma, *token.parts}


@pytest.mark.parametrize("forms", rows(SAME_LEMMA), ids=" ".join)
def test_inflections_meet_their_lemma(forms: list[str]) -> None:
    assert len({lemma(form) for form in forms}) == 1, {form: lemma(form) for form in forms}


@pytest.mark.parametrize("pair", rows(APART), ids=" ".join)
def test_words_of_other_meaning_stay_apart(pair: list[str]) -> None:
    word, other = pair
    assert not found_by(word) & {other, lemma(other)}
    assert lemma(word) not in found_by(other)


@pytest.mark.parametrize("row", rows(FOUND_BY), ids=lambda row: row[0])
def test_compounds_and_derived_words_are_found_by_their_parts(row: list[str]) -> None:
    word, *parts = row
    assert {lemma(part) for part in parts} <= found_by(word)


@pytest.mark.parametrize(
    "word", ["gemeentelijk", "verhuizen", "a", "wmo", "xqzwv", "de", "qqqqqqqqqqqqqqqqqqqq"]
)
def test_what_is_no_compound_has_no_parts(word: str) -> None:
    assert analyse(word)[0].parts == ()


def test_an_exact_form_is_what_was_written() -> None:
    tokens = analyse("Ontruimd Gemeenten café ÉÉN")
    assert [token.exact for token in tokens] == ["ontruimd", "gemeenten", "cafe", "een"]


def test_stop_words_are_marked_and_others_are_not() -> None:
    assert [token.stop for token in analyse("de woning van een gezin")] == [True, False, True, True, False]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("municipalities", "municipality"),
        ("evicted", "evict"),
        ("debts", "debt"),
        ("children", "child"),
        ("families", "family"),
        ("municipality's", "municipality"),
        ("rented", "rent"),
    ],
)
def test_english_inflections_meet(first: str, second: str) -> None:
    assert analyse(first, "en")[0].lemma == analyse(second, "en")[0].lemma


def test_english_has_no_dutch_compounds() -> None:
    assert analyse("schuldhulpverlening", "en")[0].parts == ()
    assert analyse("self-employed", "en")[0].parts == ("self", "employ")


def test_an_unknown_language_is_read_as_dutch() -> None:
    assert analyse("woningen", "xx") == analyse("woningen", "nl")
