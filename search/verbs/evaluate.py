"""`manage.py search evaluate`: how good the order of results is, beside plain systems."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from search.engines.base import EngineError
from search.engines.chosen import chosen_engine
from search.evaluation.judgments import JudgmentError, read_judgments, read_queries, write_run
from search.evaluation.report import compare, table
from search.evaluation.systems import baselines, ours
from search.service import interpreter
from search.verbs.base import Output


class Evaluate:
    """Ask every query of a file and score the answers by the judgments of another."""

    help = "score the results of queries by judgments, beside plain systems"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the two files and `--run`."""
        parser.add_argument("queries", type=Path, metavar="QUERIES.tsv", help="lines `qid<TAB>query`")
        parser.add_argument("qrels", type=Path, metavar="QRELS.tsv", help="lines `qid 0 slug grade`, 0 to 3")
        parser.add_argument("--run", type=Path, metavar="FILE", help="write our first 50 as a run of TREC")

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Print the table.

        Raises:
            CommandError: A file cannot be used, or the engine does not answer.
        """
        try:
            queries, judgments = read_queries(options["queries"]), read_judgments(options["qrels"])
            name = f"ours, {type(chosen_engine()).__name__.removesuffix('Engine').lower()}"
            systems = {name: ours(chosen_engine(), interpreter), **baselines()}
            results, runs = compare(systems, queries, judgments)
            if options["run"]:
                write_run(options["run"], runs[name], "mooi-maatwerk")
        except (JudgmentError, OSError, EngineError) as error:
            raise CommandError(str(error)) from error
        unjudged = len(queries.keys() - judgments.keys())
        if unjudged:
            out.write(f"{unjudged} of {len(queries)} queries have no judgments and do not count.")
        out.write(f"{results[name].queries} queries with relevant stories (grade 2 and 3)")
        out.write(table(results))
