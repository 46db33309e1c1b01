"""Both engines answer every development query alike: hits, counts, totals, and nearly the same order."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command

from search import service
from search.documents import records
from search.encode import encode
from search.engines.base import EngineAnswer
from search.facets import FACETS
from search.understanding import understand
from tests.elasticsearch.servers import make_engine, on_server
from tests.search.engines.suite.asking import fill

pytestmark = on_server("8")

CORPUS = Path(__file__).parents[2] / "relevance"
STORIES = sorted((CORPUS / "stories").glob("*.yaml"))
ENOUGH = 0.9  # of the first ten


@pytest.fixture
def elastic(elasticsearch_8):
    yield from make_engine(elasticsearch_8)


def queries():
    with (CORPUS / "queries.tsv").open() as file:
        return [row["query"] for row in csv.DictReader(file, delimiter="\t")]


def ask(engine, text) -> EngineAnswer:
    query = understand(text, "nl", engine, service.interpreter).query
    return engine.search(replace(query, counted=tuple(facet.name for facet in FACETS), limit=1000))


def test_both_engines_answer_every_development_query_alike(tree, indexed, elastic):
    call_command("import_examples", *STORIES, publish=True, verbosity=0)
    stories = list(records())
    assert len(stories) >= 120
    embedded = indexed(stories)
    fill(elastic, *(encode(story, 1) for story in stories))
    texts, overlaps, different = queries(), [], []
    assert len(texts) >= 90
    for text in texts:
        one, other = ask(embedded, text), ask(elastic, text)
        sets = [{hit.key for hit in answer.hits} for answer in (one, other)]
        if one.total != other.total or one.facets != other.facets or sets[0] != sets[1]:
            different.append(text)
        first = [[hit.key for hit in answer.hits[:10]] for answer in (one, other)]
        if first[0]:
            overlaps.append((len(set(first[0]) & set(first[1])) / len(first[0]), text))
    assert not different
    assert not [(share, text) for share, text in overlaps if share < ENOUGH]
    assert len(overlaps) > len(texts) * 0.9
