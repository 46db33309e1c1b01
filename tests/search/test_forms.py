from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.facets import FACETS
from search.forms import address, chosen, read, with_value, without_filters, without_value
from search.params import LAST_PAGE, LONGEST_QUERY, MOST_VALUES, SearchParams, Sort


def asked(query: str, language: str = "nl") -> SearchParams:
    return read(QueryDict(query), language)


def test_everything_that_can_be_asked() -> None:
    params = asked(
        "q=Geen+adres&regel=a&regel=b&leefgebied=wonen&van=2019&tot=2024&sorteer=nieuwste&pagina=3&taal=alle"
    )
    assert params == SearchParams(
        text="Geen adres",
        selected={"rule": ("a", "b"), "life_domain": ("wonen",)},
        year_from=2019,
        year_to=2024,
        sort=Sort.NEWEST,
        page=3,
    )


def test_without_more_the_stories_of_the_page_s_own_language() -> None:
    assert asked("", "en").selected == {"language": ("en",)}
    assert asked("taal=nl", "en").selected == {"language": ("nl",)}
    assert asked("taal=xx", "en").selected == {"language": ("en",)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("pagina=0", 1),
        ("pagina=-4", 1),
        ("pagina=abc", 1),
        ("pagina=" + "9" * 400, LAST_PAGE),
        ("pagina=%D9%A3", 1),
    ],
)
def test_page_numbers_stay_in_bounds(query: str, expected: int) -> None:
    assert asked(query).page == expected


def test_years_the_wrong_way_round_are_turned() -> None:
    params = asked("van=2024&tot=2019")
    assert (params.year_from, params.year_to) == (2019, 2024)
    assert asked("van=19&tot=2019").year_from is None


def test_values_are_added_and_taken_away_from_the_first_page() -> None:
    params = asked("q=x&pagina=4&regel=a")
    more = with_value(params, "rule", "b")
    assert address(more) == "?q=x&regel=a&regel=b"
    assert address(without_value(more, "rule", "a")) == "?q=x&regel=b"
    assert address(without_filters(more)) == "?q=x"
    assert chosen(more) == [("rule", "a"), ("rule", "b")]


def test_an_address_is_read_as_it_was_written() -> None:
    for query in (
        "q=x&taal=alle",
        "taal=en&wet=wmo",
        "van=2020",
        "sorteer=nieuwste&pagina=2",
        "voorbeeld=a&voorbeeld=b",
        "",
    ):
        params = asked(query)
        assert asked(address(params).removeprefix("?")) == params


KEYS = [facet.key for facet in FACETS] + ["q", "pagina", "sorteer", "van", "tot", "voorbeeld", "anders"]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.text(max_size=700)), max_size=80))
def test_whatever_stands_in_the_address_there_is_a_bounded_question(pairs: list[tuple[str, str]]) -> None:
    query = QueryDict(mutable=True)
    for key, value in pairs:
        query.appendlist(key, value)
    params = read(query, "nl")
    assert len(params.text) <= LONGEST_QUERY
    assert 1 <= params.page <= LAST_PAGE
    assert all(len(values) <= MOST_VALUES for values in params.selected.values())
    assert read(QueryDict(address(params).removeprefix("?")), "nl") == params
