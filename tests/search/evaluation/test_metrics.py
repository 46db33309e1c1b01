from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.evaluation.metrics import Scores, ndcg, recall, reciprocal_rank, scores

GRADES = {"a": 3, "b": 2, "c": 1, "d": 0}


def test_ndcg_by_hand() -> None:
    # d b a: 0/log2(2) + 2/log2(3) + 3/log2(4) = 2.7619; best a b c: 3 + 2/log2(3) + 1/log2(4) = 4.7619.
    assert ndcg(["d", "b", "a"], GRADES) == pytest.approx((2 / log2(3) + 1.5) / (3 + 2 / log2(3) + 0.5))
    assert ndcg(["d", "b", "a"], GRADES) == pytest.approx(0.58000, abs=1e-5)


def test_the_best_order_is_one_and_nothing_found_is_nought() -> None:
    assert ndcg(["a", "b", "c"], GRADES) == pytest.approx(1.0)
    assert ndcg([], GRADES) == 0.0
    assert ndcg(["a"], {}) == 0.0


def test_ndcg_looks_at_ten() -> None:
    others = [f"x{number}" for number in range(10)]
    assert ndcg([*others, "a"], GRADES) == 0.0
    many = {f"r{number}": 3 for number in range(30)}
    assert ndcg(list(many)[:10], many) == pytest.approx(1.0)


def test_recall_counts_grade_two_and_three_among_twenty() -> None:
    assert recall(["a"], GRADES) == 0.5
    assert recall(["c", "b", "a"], GRADES) == 1.0
    assert recall([*(f"x{number}" for number in range(20)), "a"], GRADES) == 0.0
    assert recall(["c"], {"c": 1}) == 0.0


def test_the_first_relevant_story_decides_the_reciprocal_rank() -> None:
    assert reciprocal_rank(["c", "d", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["c", "d"], GRADES) == 0.0


def test_means_count_a_missing_query_as_nought_and_pass_over_one_without_relevant_stories() -> None:
    judgments = {"1": {"a": 3}, "2": {"b": 2}, "3": {"c": 1}}
    assert scores({"1": ["a"], "3": ["c"]}, judgments) == Scores(0.5, 0.5, 0.5, 2)
    assert scores({}, {}) == Scores(0.0, 0.0, 0.0, 0)


SLUGS = st.sampled_from("abcdefgh")


@given(st.lists(SLUGS, unique=True), st.dictionaries(SLUGS, st.integers(0, 3)))
def test_measures_stay_between_nought_and_one(ranking: list[str], grades: dict[str, int]) -> None:
    for measure in (ndcg, recall, reciprocal_rank):
        assert 0.0 <= measure(ranking, grades) <= 1.0 + 1e-9
