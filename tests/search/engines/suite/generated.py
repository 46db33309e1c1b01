"""Against the contract computed plainly, over a generated corpus."""

from __future__ import annotations

import random

import pytest

from tests.search.engines.oracle import Oracle, random_query
from tests.search.engines.stories import corpus
from tests.search.engines.suite.asking import fill


class OracleSuite:
    """Against the contract computed plainly over a generated corpus."""

    def test_generated_questions_have_the_right_hits_order_scores_and_counts(self, engine):
        stories = corpus(300)
        fill(engine, *stories)
        oracle = Oracle(stories)
        chance = random.Random(5)  # noqa: S311 - repeatable, not a secret
        found = 0
        for number in range(100):
            query = random_query(chance)
            right, answer = oracle.answer(query), engine.search(query)
            found += answer.total
            assert answer.total == len(right.keys), (number, query)
            assert answer.facets == right.facets, (number, query)
            assert {hit.key for hit in answer.hits} == set(right.keys), (number, query)
            if query.sort == "relevance":
                for hit in answer.hits:
                    assert hit.score == pytest.approx(right.scores[hit.key], rel=2e-3, abs=1e-4), (
                        number,
                        query,
                    )
            else:
                assert [hit.key for hit in answer.hits] == right.keys, (number, query)
        assert found > 700
