"""Neutral words by one click leave a Dutch sentence behind, in which nothing is found any more."""

from __future__ import annotations

import re

import pytest

from privacy.detect import find
from privacy.wording import apply, reword
from tests.privacy.labelled_set import load

SENTENCES = {
    "Fatima de Vries woont op vier hoog.": "De inwoner woont op vier hoog.",
    "Wij spraken met Fatima de Vries over haar woning.": "Wij spraken met de inwoner over haar woning.",
    "Mevrouw Jansen belde de gemeente.": "Mevrouw belde de gemeente.",
    "De woning van meneer Bakker is te klein.": "De woning van meneer is te klein.",
    "De heer Bakker woont er al jaren.": "Meneer woont er al jaren.",
    "Familie Jansen kon niet verhuizen.": "De familie kon niet verhuizen.",
    "Dr. Jansen schreef een brief.": "Een betrokkene schreef een brief.",
    "Consulent Piet Visser belde.": "De consulent belde.",
    "De wijkagent, Jan Visser, kende het gezin.": "De wijkagent kende het gezin.",
    "Jan en Marie hebben schulden.": "De inwoners hebben schulden.",
    "Haar kinderen Ahmed en Sara slapen bij oma.": "Haar kinderen slapen bij oma.",
    "Haar zoon Ahmed gaat naar school.": "Haar zoon gaat naar school.",
    "Zij is 34 jaar en heeft twee kinderen.": "Zij is midden dertig en heeft twee kinderen.",
    "Een vrouw van 34 jaar vroeg om hulp.": "Een vrouw van midden dertig vroeg om hulp.",
    "Een 34-jarige alleenstaande moeder vroeg hulp.": (
        "Een alleenstaande moeder van midden dertig vroeg hulp."
    ),
    "De 17-jarige dochter kreeg geen hulp.": "De dochter in de tienerleeftijd kreeg geen hulp.",
    "De zestienjarige wilde weg.": "De tiener wilde weg.",
    "Twee 17-jarigen liepen weg.": "Twee tieners liepen weg.",
    "Op 17-jarige leeftijd liep hij weg.": "Op jonge leeftijd liep hij weg.",
    "Haar kinderen van 7 en 9 jaar slapen thuis.": "Haar kinderen in de basisschoolleeftijd slapen thuis.",
    "Op de dag dat hij 27 werd stopte de uitkering.": (
        "Op de dag dat hij een jaar ouder werd stopte de uitkering."
    ),
    "In de wijk Holtenbroek wonen veel gezinnen.": "In de wijk wonen veel gezinnen.",
    "De kinderen zijn 7 en 15 jaar.": "De kinderen zijn van verschillende leeftijden.",
    "De jongen van 15 woont bij zijn tante.": "De jongen in de tienerleeftijd woont bij zijn tante.",
    "Een baby van 5 maanden moest mee.": "Een baby van heel jonge leeftijd moest mee.",
    "Toen hij 16 was, raakte hij dakloos.": "Toen hij in de tienerleeftijd was, raakte hij dakloos.",
    "Op haar 19e werd zij dakloos.": "Rond de twintig werd zij dakloos.",
    "Zij wordt volgende maand 18.": "Zij wordt volgende maand een jaar ouder.",
    "De man (43) verloor zijn baan.": "De man (begin veertig) verloor zijn baan.",
    "Zij is geboren op 12-03-1985.": "Zij is geboren in de jaren tachtig.",
    "Geboren in 1985, woont hij al jaren alleen.": "Geboren in de jaren tachtig, woont hij al jaren alleen.",
    "Fatima (BSN 111222333) vroeg een urgentie aan.": "De inwoner vroeg een urgentie aan.",
    "Haar BSN is 111222333.": "Haar BSN is weggelaten.",
    "Zijn auto met kenteken 12-ABC-3 is verkocht.": "Zijn auto met een kenteken is verkocht.",
    "Haar rekening NL91ABNA0417164300 was geblokkeerd.": "Haar rekening was geblokkeerd.",
    "Bel haar op 06-12345678.": "Bel haar op een telefoonnummer.",
    "Zij woont aan de Kerkweg 4, 9001 AB Grou.": "Zij woont op een adres.",
    "Zij leert op het Piter Jelles in Leeuwarden.": "Zij leert op een school in de regio in Leeuwarden.",
    "Hij werkt bij bakkerij Hoekstra.": "Hij werkt bij een werkgever in de regio.",
    "Zij heeft de ziekte van Huntington.": "Zij heeft een medische aandoening.",
    "Het gaat om een drieling.": "Het gaat om een bijzondere omstandigheid.",
}
UGLY = re.compile(r"  | [.,;](?:\s|$)|\( |\(\)|,,")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_reads_on(sentence: str) -> None:
    text = sentence
    while found := [each for each in find(text) if each.is_warning]:
        text = apply(text, found[0])
    assert text == SENTENCES[sentence]


@pytest.mark.parametrize("part", ["dev", "held"])
def test_rewording_ends_whatever_the_text_and_takes_the_finding_away(part: str) -> None:
    for fragment in load(part):
        text = fragment.text
        for _click in range(2 * len(find(text)) + 1):
            found = find(text)
            if not found:
                break
            new = reword(text, found[0])
            assert new.start <= found[0].start < found[0].end <= new.end, fragment.text
            text = apply(text, found[0])
        assert not find(text), fragment.text
        assert UGLY.search(fragment.text) or not UGLY.search(text), text


def test_ages_in_a_row_go_together() -> None:
    """The second one alone would no longer be recognised as an age."""
    text = "Haar kinderen van 7 en 9 jaar slapen bij oma."
    assert "9" not in apply(text, find(text)[0])
