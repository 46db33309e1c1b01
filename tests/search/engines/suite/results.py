"""Facet counts, order, pages."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from search.engines.base import (
    Deletion,
    EngineQuery,
)
from tests.search.engines.stories import START, asks, story
from tests.search.engines.suite.asking import keys


class FacetSuite:
    """Counting."""

    def test_or_within_a_facet_and_across(self, engine):
        engine.write(
            [
                story("1", rule=("a",), law=("x",)),
                story("2", rule=("b",), law=("x", "y")),
                story("3", rule=("c",), law=("y",)),
            ]
        )
        assert sorted(keys(engine, EngineQuery(selected={"rule": ("a", "b")}))) == ["1", "2"]
        assert keys(engine, EngineQuery(selected={"rule": ("a", "b"), "law": ("y",)})) == ["2"]
        assert sorted(keys(engine, EngineQuery(selected={"rule": ()}))) == ["1", "2", "3"]

    def test_a_facet_counts_without_its_own_selection(self, engine):
        engine.write(
            [
                story("1", rule=("a",), law=("x",)),
                story("2", rule=("b",), law=("x", "y")),
                story("3", rule=("c",), law=("y",)),
            ]
        )
        query = EngineQuery(selected={"rule": ("a", "b"), "law": ("y",)}, counted=("rule", "law", "partner"))
        answer = engine.search(query)
        assert answer.total == 1
        assert answer.facets == {"rule": {"b": 1, "c": 1}, "law": {"x": 2, "y": 1}, "partner": {}}

    def test_counts_are_of_all_hits_not_of_the_page(self, engine):
        engine.write(story(str(n), body_exact="a", rule=(f"r{n % 40}",)) for n in range(200))
        answer = engine.search(EngineQuery(groups=asks("a"), counted=("rule",), limit=1))
        assert answer.facets["rule"] == {f"r{n}": 5 for n in range(40)}
        assert len(answer.hits) == 1

    def test_every_value_is_counted_not_the_first_ten_nor_hundred(self, engine):
        engine.write([story("1", rule=tuple(f"r{n}" for n in range(3000)))])
        assert len(engine.search(EngineQuery(counted=("rule",))).facets["rule"]) == 3000

    def test_a_value_given_twice_counts_once(self, engine):
        engine.write([story("1", rule=("r", "r"))])
        assert engine.search(EngineQuery(counted=("rule",))).facets["rule"] == {"r": 1}

    def test_deleted_stories_are_not_counted(self, engine):
        engine.write([story("1", rule=("r",)), story("2", rule=("r",))])
        engine.write([Deletion("1", 2)])
        assert engine.search(EngineQuery(counted=("rule",))).facets["rule"] == {"r": 1}

    def test_counts_without_hits(self, engine):
        engine.write([story("1", rule=("r",))])
        answer = engine.search(EngineQuery(counted=("rule",), limit=0))
        assert (answer.total, answer.hits, answer.facets) == (1, (), {"rule": {"r": 1}})


class OrderSuite:
    """Sorting and paging."""

    def test_newest_and_most_copied(self, engine):
        engine.write(
            [
                story("1", published=START, copied=5),
                story("2", published=START + 9, copied=0),
                story("3", published=START + 5, copied=5),
            ]
        )
        assert keys(engine, EngineQuery(sort="newest")) == ["2", "3", "1"]
        assert keys(engine, EngineQuery(sort="most_copied")) == ["3", "1", "2"]
        assert keys(engine, EngineQuery()) == ["2", "3", "1"]

    @pytest.mark.parametrize("sort", ["relevance", "newest", "most_copied"])
    def test_equal_stories_go_by_newest_then_by_key_on_every_page(self, engine, sort):
        numbers = list(range(100, 160))
        random.Random(3).shuffle(numbers)  # noqa: S311 - repeatable, not a secret
        for start in range(0, 60, 10):
            batch = numbers[start : start + 10]
            engine.write(story(str(n), body_exact="a", published=START + n % 3) for n in batch)
        query = EngineQuery(groups=asks("a"), sort=sort, limit=7)
        pages = [keys(engine, replace(query, offset=offset)) for offset in range(0, 70, 7)]
        expected = sorted((str(number) for number in numbers), key=lambda key: (-(int(key) % 3), key))
        assert [key for page in pages for key in page] == expected

    def test_a_page_behind_the_last_is_empty_and_the_total_stays(self, engine):
        engine.write([story("1"), story("2")])
        answer = engine.search(EngineQuery(offset=900, limit=10))
        assert (answer.total, answer.hits) == (2, ())
