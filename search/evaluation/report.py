"""Runs queries through systems and tells how good each was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.evaluation.metrics import Grades, Scores, scores
from search.evaluation.systems import System

Run = dict[str, Sequence[str]]


def run(system: System, queries: Mapping[str, str]) -> Run:
    """Slugs by query id; a slug that comes back twice counts where it came first."""
    return {qid: tuple(dict.fromkeys(system(query))) for qid, query in queries.items()}


def table(results: Mapping[str, Scores]) -> str:
    """The scores of each system, one a line."""
    width = max(map(len, results), default=0)
    lines = [f"{'':{width}}  nDCG@10  recall@20    MRR"]
    lines += [
        f"{name:{width}}  {found.ndcg:7.3f}  {found.recall:9.3f}  {found.mrr:5.3f}"
        for name, found in results.items()
    ]
    return "\n".join(lines)


def compare(
    systems: Mapping[str, System], queries: Mapping[str, str], judgments: Mapping[str, Grades]
) -> tuple[dict[str, Scores], dict[str, Run]]:
    """Scores and runs by system, over the judged queries that are asked."""
    runs = {name: run(system, queries) for name, system in systems.items()}
    judged = {qid: grades for qid, grades in judgments.items() if qid in queries}
    return {name: scores(found, judged) for name, found in runs.items()}, runs
