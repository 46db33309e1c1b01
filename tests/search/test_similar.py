from __future__ import annotations

from dataclasses import replace

import pytest

from search.encode import decode
from search.engines.base import Engine
from search.similar import Reason, reasons, similar_query, telling_words
from search.story import StoryRecord
from tests.search.test_encode import STORY

BASE = replace(STORY, tags=(), summary="", facets={"language": ("nl",)})


def story(key: str, text: str, language: str = "nl", **facets: tuple[str, ...]) -> StoryRecord:
    values = {**facets, "language": (language,)}
    return replace(
        BASE,
        key=key,
        slug=key,
        title=f"Verhaal {key}",
        body={"situation": text},
        facets=values,
        language=language,
    )


ASKED = story("1", "De hypotheek van het gezin liep vast.", rule=("norm",), target_group=("gezin",))
OTHERS = [
    story("2", "Een fiets werd gestolen.", rule=("norm",), target_group=("gezin",)),
    story("3", "Een fiets werd gestolen.", target_group=("gezin",)),
    story("4", "De hypotheek werd betaald."),
    story("5", "Niets van dit alles."),
    story("6", "The mortgage.", "en", rule=("norm",)),
]


@pytest.fixture(scope="module")
def engine(indexed) -> Engine:
    return indexed([ASKED, *OTHERS])


def test_more_that_is_shared_comes_first_and_the_story_itself_never(engine: Engine) -> None:
    hits = engine.search(similar_query(ASKED)).hits
    assert [hit.key for hit in hits] == ["2", "3", "4"]


def test_reasons_name_what_is_shared(engine: Engine) -> None:
    found = {hit.key: reasons(ASKED, decode(hit.stored)) for hit in engine.search(similar_query(ASKED)).hits}
    assert found["2"] == (Reason("rule", ("norm",)), Reason("target_group", ("gezin",)))
    assert found["4"] == (Reason("word", ("hypotheek",)),)
    assert reasons(ASKED, OTHERS[3]) == ()


def test_a_story_without_anything_telling_is_like_none(engine: Engine) -> None:
    empty = replace(BASE, key="9", title="De", body={})
    assert telling_words(empty) == []
    assert engine.search(similar_query(empty)).hits == ()
