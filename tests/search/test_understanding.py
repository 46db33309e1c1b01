from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.analysis import analyse
from search.engines.base import Engine
from search.meaning import Interpreter
from search.query import MOST_CLAUSES
from search.thesaurus.interpreter import ThesaurusInterpreter
from search.thesaurus.lookup import Lookup
from search.thesaurus.reader import load
from search.understanding import understand
from tests.search.test_encode import STORY
from tests.search.test_question import clauses

pytestmark = pytest.mark.slow

FIXTURE = Path(__file__).parents[2] / "search" / "fixtures" / "thesaurus.ttl"
QUESTION = """
mag de gemeente van kostendelersnorm bijstand schulden wmo pw art. 18 uit huis gezet zonder adres urgntie
kinderen "geen geld" -huur lvb ontruiming 3:4 zzp'er geen ontruimng briefadres of
"""
WORDS = QUESTION.split()


@pytest.fixture(scope="module")
def interpreter() -> Interpreter:
    lookup = Lookup(load(FIXTURE.read_text(encoding="utf-8")), analyse)
    return ThesaurusInterpreter(lambda: lookup)


@pytest.fixture(scope="module")
def engine(indexed) -> Engine:
    return indexed([STORY])


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.one_of(
        st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join),
        st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=30).map(" ".join),
    ),
    language=st.sampled_from(["nl", "en"]),
)
def test_any_question_is_answered_with_a_bounded_query(
    engine: Engine, interpreter: Interpreter, text: str, language: str
) -> None:
    understanding = understand(text, language, engine, interpreter)
    assert clauses(understanding.query) <= MOST_CLAUSES
    engine.search(understanding.query)
    marked = understanding.marker().mark(text)
    assert "".join(part for part, _ in marked) == text


def test_what_the_question_names_is_found_by_other_words(engine: Engine, interpreter: Interpreter) -> None:
    understanding = understand("korting door inwonend kind", "nl", engine, interpreter)
    assert any(("rule", "kostendelersnorm") in meaning.leanings for meaning in understanding.meanings)
    assert [hit.key for hit in engine.search(understanding.query).hits] == [STORY.key]
