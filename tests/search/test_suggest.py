from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.base import Engine
from search.suggest import Suggestion, from_labels, suggest
from tests.search.test_encode import STORY

LABELS = {
    "rule": {"kostendelersnorm": "Kostendelersnorm", "urgentie": "Regels voor urgentie"},
    "law": {"participatiewet": "Participatiewet", "awb": "Algemene wet bestuursrecht"},
    "municipality": {"GM0344": "Utrecht", "GM0518": "'s-Gravenhage", "GM1900": "Súdwest-Fryslân"},
    "life_domain": {"wonen": "Wonen"},
    "partner": {"kosten": "Kosten"},
}


@pytest.fixture(scope="module")
def engine(indexed) -> Engine:
    facets = {"language": ("nl",)}
    titles = {"1": "Urgentie voor een vader", "2": "Vader krijgt uitstel", "3": "Een huis voor oma"}
    dutch = [replace(STORY, key=key, title=title, facets=facets) for key, title in titles.items()]
    english = replace(
        STORY, key="4", title="Urgency for a father", language="en", facets={"language": ("en",)}
    )
    return indexed([*dutch, english])


def shown(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    return [(each.kind, each.value) for each in found]


def test_stories_and_labels_that_begin_like_it(engine: Engine) -> None:
    assert shown(suggest("urg", LABELS, engine)) == [("story", "1"), ("rule", "urgentie")]


def test_all_words_count_and_the_last_is_a_beginning(engine: Engine) -> None:
    assert shown(suggest("vader urg", LABELS, engine)) == [("story", "1")]
    assert shown(suggest("algemene be", LABELS, engine)) == [("law", "awb")]


def test_only_stories_in_the_language(engine: Engine) -> None:
    assert shown(suggest("urg", {}, engine, "en")) == [("story", "4")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gravenh", "GM0518"),
        ("frys", "GM1900"),
        ("xyz", None),
        ("'s-grav", "GM0518"),
        ("sudwest", "GM1900"),
        ("UTR", "GM0344"),
    ],
)
def test_municipalities_are_found_without_capitals_and_accents(text: str, value: str | None) -> None:
    assert [each.value for each in from_labels(text, LABELS)] == ([value] if value else [])


def test_a_label_that_begins_so_comes_first() -> None:
    labels = {"rule": {"a": "Hoge kosten", "b": "Kosten delen met anderen"}}
    assert [each.value for each in from_labels("kost", labels)] == ["b", "a"]


@pytest.mark.parametrize("text", ["", "u", " ", "…", '"'])
def test_too_little_suggests_nothing(engine: Engine, text: str) -> None:
    assert suggest(text, LABELS, engine) == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_no_trouble(engine: Engine, text: str) -> None:
    assert len(suggest(text, LABELS, engine)) <= 4 * 5
