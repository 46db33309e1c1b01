from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.highlight import PASSAGE, Marker, Segments
from search.meaning import Meaning
from search.question import parse


def marked(segments: Segments) -> list[str]:
    return [text for text, is_marked in segments if is_marked]


def text_of(segments: Segments) -> str:
    return "".join(text for text, _ in segments)


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("woning", "Twee woningen en een Woning.", ["woningen", "Woning"]),
        ("huur", "De huurachterstand liep op.", ["huurachterstand"]),
        ("schuldhulpverlening", "Hulp bij schulden.", ["Hulp", "schulden"]),
        ("ontruimen", "De ontruiming is uitgesteld.", ["ontruiming"]),
        ("cafe", "Het café ging dicht.", ["café"]),
        ("art. 3:4", "Zie artikel 3:4 Awb.", ["artikel", "3:4"]),
        ("<b>", "a <b>vet</b> & <script>", ["b", "b"]),
        ("de huur", "De huur van de woning", ["huur"]),
    ],
)
def test_whole_words_are_marked(query: str, text: str, words: list[str]) -> None:
    segments = Marker(parse(query)).mark(text)
    assert marked(segments) == words
    assert text_of(segments) == text


def test_synonyms_and_phrases_of_the_thesaurus_are_marked() -> None:
    meaning = Meaning(
        0, 1, "ontruiming", (("huisuitzetting", 0.8), ("gas en licht afgesloten", 0.5), ("bleef", 0.2))
    )
    marker = Marker(parse("ontruiming"), [meaning])
    assert marked(marker.mark("Na de huisuitzetting waren gas en licht afgesloten, maar licht bleef.")) == [
        "huisuitzetting",
        "gas",
        "licht",
        "afgesloten",
    ]


def test_a_mended_word_is_marked() -> None:
    assert marked(Marker(parse("urgntie"), corrections=["urgentie"]).mark("Met urgentie.")) == ["urgentie"]


def test_the_passage_is_where_most_of_the_question_is() -> None:
    filling = "Er gebeurde van alles en niemand wist er raad mee. " * 12
    texts = [filling, filling + "De huurschuld van het gezin leidde tot ontruiming. " + filling, filling]
    segments = Marker(parse("huurschuld ontruiming")).passage(texts)
    assert marked(segments) == ["huurschuld", "ontruiming"]
    assert len(text_of(segments)) < 2 * PASSAGE
    assert text_of(segments).startswith("…")


def test_no_passage_without_a_word_of_the_question() -> None:
    assert Marker(parse("huurschuld")).passage(["Niets daarvan.", ""]) == ()
    assert Marker(parse("")).passage(["Niets."]) == ()


TEXT = st.text(max_size=400) | st.text(st.sampled_from("abehu rs.!?\n-'<>&é"), max_size=900)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_marking_never_changes_the_text(query: str, text: str) -> None:
    marker = Marker(parse(query))
    segments = marker.mark(text)
    assert text_of(segments) == text
    assert all(part for part, _ in segments)
    passage = text_of(marker.passage([text]))
    assert passage.removeprefix("… ").removesuffix(" …") in text
    assert len(passage) <= 2 * PASSAGE + 4
