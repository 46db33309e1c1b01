from __future__ import annotations

from dataclasses import replace

import pytest

from search.engines.base import Engine
from search.meaning import Meaning
from search.query import build
from search.question import parse
from tests.search.test_encode import STORY

FILLING = "Het wijkteam sprak met het gezin en de corporatie over een plan voor het komende jaar."
STORIES = {
    "woord": "De schuldhulpverlening begon.",
    "delen": "Er kwam hulp bij de schulden en een lening.",
    "verbuigd": "De huurder werd ontruimd.",
    "precies": "De ontruiming van de huurder ging niet door.",
    "synoniem": "De huisuitzetting ging niet door.",
    "los": f"Na de brand bleef het huis leeg. {FILLING} Toen was er eigen geld.",
    "samen": f"Na de brand bleef het geld leeg. {FILLING} Toen was er een eigen huis.",
}


@pytest.fixture(scope="module")
def engine(indexed) -> Engine:
    return indexed(
        replace(
            STORY,
            key=key,
            slug=key,
            title=f"Verhaal {number}",
            summary=FILLING,
            tags=(),
            body={"situation": text, "solution": FILLING},
            facets={"rule": ("urgentiecriteria",)} if key == "los" else {},
            published=1,
        )
        for number, (key, text) in enumerate(STORIES.items())
    )


def found(engine: Engine, text: str, meanings: list[Meaning] | None = None, **more) -> list[str]:
    return [hit.key for hit in engine.search(build(parse(text), meanings or (), **more)).hits]


def test_a_compound_finds_its_parts_after_itself(engine: Engine) -> None:
    assert found(engine, "schuldhulpverlening")[:2] == ["woord", "delen"]


def test_parts_find_the_compound(engine: Engine) -> None:
    assert set(found(engine, "schuld hulp verlening")) == {"woord", "delen"}


def test_the_word_as_written_comes_before_its_relatives(engine: Engine) -> None:
    assert found(engine, "ontruiming") == ["precies", "verbuigd"]
    assert found(engine, "ontruimd")[0] == "verbuigd"


def test_a_synonym_is_found_after_the_word(engine: Engine) -> None:
    meaning = Meaning(0, 1, "ontruiming", (("huisuitzetting", 1.0),))
    keys = found(engine, "ontruiming", [meaning])
    assert keys[0] == "precies"
    assert set(keys) == {"precies", "verbuigd", "synoniem"}


def test_a_facet_value_that_is_meant_is_found_after_words(engine: Engine) -> None:
    meaning = Meaning(0, 1, "ontruiming", leanings={("rule", "urgentiecriteria"): 0.1})
    assert found(engine, "ontruiming", [meaning]) == ["precies", "verbuigd", "los"]


def test_words_near_each_other_rank_first(engine: Engine) -> None:
    assert found(engine, "eigen huis")[:2] == ["samen", "los"]


def test_a_phrase_in_quotes_must_be_there(engine: Engine) -> None:
    assert found(engine, '"eigen huis"') == ["samen"]
    assert found(engine, '"huis eigen"') == []


def test_an_excluded_word_excludes_its_inflections(engine: Engine) -> None:
    assert set(found(engine, "huurder")) == {"verbuigd", "precies"}
    assert found(engine, "huurder -ontruimen") == []
    assert set(found(engine, 'huis -"eigen huis"')) == {"los", "synoniem"}


def test_some_words_of_a_long_question_are_enough(engine: Engine) -> None:
    question = "Mag een gemeente schuldhulpverlening geven aan iemand met een eigen onderneming in Frankrijk?"
    assert found(engine, question)[0] == "woord"


def test_a_mended_word_is_looked_for(engine: Engine) -> None:
    assert found(engine, "ontruimng") == []
    assert found(engine, "ontruimng", corrections={"ontruimng": ["ontruiming"]})[0] == "precies"


def test_a_question_of_stop_words_finds_what_has_them(engine: Engine) -> None:
    assert "precies" in found(engine, "van de")


def test_an_empty_question_finds_every_story(engine: Engine) -> None:
    assert len(found(engine, "")) == len(STORIES)
