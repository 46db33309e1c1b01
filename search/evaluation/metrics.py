"""Measures of a ranking, as trec_eval computes them: linear gain, discount by the logarithm of the rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

RELEVANT = 2  # the grade from which a story counts as relevant
NDCG_DEPTH = 10
RECALL_DEPTH = 20

Grades = Mapping[str, int]


@dataclass(frozen=True)
class Scores:
    """Means over queries, each from 0 to 1."""

    ndcg: float
    recall: float
    mrr: float
    queries: int


def ndcg(ranking: Sequence[str], grades: Grades, depth: int = NDCG_DEPTH) -> float:
    """Discounted gain of the first stories, as a share of the best possible; 0 when nothing has a grade."""
    best = _gain(sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:depth])
    return _gain([max(grades.get(slug, 0), 0) for slug in ranking[:depth]]) / best if best else 0.0


def recall(ranking: Sequence[str], grades: Grades, depth: int = RECALL_DEPTH) -> float:
    """Share of the relevant stories that is among the first; 0 when none is relevant."""
    relevant = {slug for slug, grade in grades.items() if grade >= RELEVANT}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """One divided by the rank of the first relevant story; 0 when there is none."""
    ranks = (rank for rank, slug in enumerate(ranking, start=1) if grades.get(slug, 0) >= RELEVANT)
    return next((1.0 / rank for rank in ranks), 0.0)


def scores(run: Mapping[str, Sequence[str]], judgments: Mapping[str, Grades]) -> Scores:
    """Means over the queries that have a relevant story; a query that is not in the run counts as 0."""
    judged = {qid: grades for qid, grades in judgments.items() if max(grades.values(), default=0) >= RELEVANT}
    number = len(judged)
    if not number:
        return Scores(0.0, 0.0, 0.0, 0)
    rankings = [(run.get(qid, ()), grades) for qid, grades in judged.items()]
    return Scores(
        ndcg=sum(ndcg(*each) for each in rankings) / number,
        recall=sum(recall(*each) for each in rankings) / number,
        mrr=sum(reciprocal_rank(*each) for each in rankings) / number,
        queries=number,
    )


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
