from __future__ import annotations

from dataclasses import replace

import pytest

from search.engines.base import Engine
from search.question import parse
from search.understanding import understand
from tests.search.test_encode import STORY


@pytest.fixture(scope="module")
def engine(indexed) -> Engine:
    first = replace(
        STORY,
        key="1",
        title="Urgentieverklaring",
        body={"situation": "De kostendelersnorm en de schuldhulpverlening."},
    )
    return indexed([first, replace(STORY, key="2", title="Een qwzx", body={"situation": "Niets."})])


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("urgntieverklaring", "urgentieverklaring"),
        ("een Urgentieverklaaring, graag", "een urgentieverklaring, graag"),
        ("kostendelernorm", "kostendelersnorm"),
        ("schuldhulpverlning", "schuldhulpverlening"),
    ],
)
def test_a_mistyped_word_is_mended_from_the_indexs_own_words(
    engine: Engine, text: str, suggestion: str
) -> None:
    understanding = understand(text, "nl", engine)
    assert understanding.suggestion == suggestion
    assert engine.search(understanding.query).hits[0].key == "1"


@pytest.mark.parametrize(
    "text", ["kostendelersnorm", "fiets", "qwzx", "zzzzzzzzzz", "de", "", "3:4", "huisgenotenregeling"]
)
def test_a_word_that_is_known_or_like_none_is_left_alone(engine: Engine, text: str) -> None:
    assert understand(text, "nl", engine).suggestion == ""


def test_the_question_itself_stays_as_it_was_typed(engine: Engine) -> None:
    assert understand("urgntieverklaring", "nl", engine).question == parse("urgntieverklaring")
