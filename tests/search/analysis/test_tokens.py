from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import analyse, index_text
from search.analysis.tokens import LONGEST_TERM


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("zorg- en welzijnsinstellingen", "zorg en welzijnsinstellingen"),
        ("Wmo-voorziening", "wmovoorziening"),
        ("en/of", "en of"),
        ("schulden/financiën", "schulden financien"),
        ("t/m 2024", "t m 2024"),
        ("zzp'ers en zzp’ers", "zzpers en zzpers"),
        ("'s-Hertogenbosch", "shertogenbosch"),
        ("b.v. o.a. i.v.m. d.w.z. n.v.t", "bv oa ivm dwz nvt"),
        ("art. 3:4 Awb", "art 3:4 awb"),
        ("artikel 22a, lid 1", "artikel 22a lid 1"),
        ("artikel 2.3.5 Wmo 2015", "artikel 2.3.5 wmo 2015"),
        ("artikel 18 lid 1.", "artikel 18 lid 1"),
        ("7:669 BW", "7:669 bw"),
        ("€ 1.200,50 en 1200 euro", "1200 en 1200 euro"),
        ("€1.250.000", "1250000"),
        ("12,5%", "12,5"),
        ("2024-2025", "2024 2025"),
        ("15-01-2024", "15 01 2024"),
        ("B&W", "b&w"),
        ("Súdwest-Fryslân", "sudwestfryslan"),
        ("ﬁets", "fiets"),
        ("STRASSE straße", "strasse strasse"),
        ("schuld\u00adhulp", "schuldhulp"),
        ("e-mail e\u2011mail", "email email"),
        ("a...b", "a b"),
        ("http://x.nl/a_b", "http x nl a b"),
        ("", ""),
        ("!?… – —", ""),
    ],
)
def test_what_a_word_is(text: str, exact: str) -> None:
    assert " ".join(token.exact for token in analyse(text)) == exact


def test_composed_and_decomposed_accents_meet() -> None:
    text = "financiën café Súdwest"
    parted = unicodedata.normalize("NFD", text)
    assert [t.exact for t in analyse(parted)] == [t.exact for t in analyse(text)]


def test_offsets_point_into_the_original_text() -> None:
    text = "Eén \U0001d4b3 zzp’er: art. 3:4, €\u00a01.200,50 – schuld\u00adhulp."
    shown = [text[token.start : token.end] for token in analyse(text)]
    assert shown == ["Eén", "\U0001d4b3", "zzp’er", "art", "3:4", "1.200,50", "schuld\u00adhulp"]


def test_the_exact_form_keeps_every_word_and_the_lemma_form_has_parts() -> None:
    exact, lemmas = index_text("De huurachterstanden van het gezin")
    assert exact == "de huurachterstanden van het gezin"
    assert lemmas == "huurachterstand huur achterstand gezin"


DUTCH = st.text(st.sampled_from("abdeghijlnorstuv éëï-'’./:&019 \u00ad\u0301"), max_size=300)


@settings(deadline=None)  # the first example loads the dictionaries
@given(st.one_of(st.text(max_size=300), DUTCH), st.sampled_from(["nl", "en"]))
def test_any_text_gives_ordered_bounded_terms(text: str, language: str) -> None:
    tokens = analyse(text, language)
    end = 0
    for number, token in enumerate(tokens):
        assert end <= token.start < token.end <= len(text)
        assert token.position == number
        end = token.end
        for term in (token.exact, token.lemma, *token.parts):
            assert term
            assert len(term) <= LONGEST_TERM
            assert not any(sign.isspace() for sign in term)
    exact, lemmas = index_text(text, language)
    assert exact.split() == [token.exact for token in tokens]
    assert len(lemmas.split()) == sum(1 + len(token.parts) for token in tokens if not token.stop)


@settings(deadline=None)  # the first example loads the dictionaries
@given(DUTCH)
def test_analysing_terms_again_changes_nothing(text: str) -> None:
    for token in analyse(text):
        again = analyse(token.exact)
        if len(again) == 1:
            assert again[0].exact == token.exact


@pytest.mark.parametrize(
    "sign", ["a", "schuld", "1.", "a.", "-", "'", "a-", "&", "\u0301", "1:", "\U0001d4b3"]
)
def test_ten_thousand_odd_characters_are_no_trouble(sign: str) -> None:
    for token in analyse(sign * (10_000 // len(sign))):
        assert len(token.exact) <= LONGEST_TERM
