"""The development corpus is whole: the importer takes it, and it covers the vocabularies."""

from __future__ import annotations

from collections import Counter, defaultdict
from io import StringIO
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
import yaml
from django.core.management import call_command

from examples.models import BlockingRule, ExamplePage, LifeDomain, Partner, TargetGroup

HERE = Path(__file__).parent
FILES = sorted((HERE / "stories").glob("*.yaml"))
STORIES: list[dict[str, Any]] = [story for path in FILES for story in yaml.safe_load(path.read_text())]
QUERIES = [line.split("\t") for line in (HERE / "queries.tsv").read_text().splitlines()]
QRELS = [line.split() for line in (HERE / "qrels.tsv").read_text().splitlines()]
QUERIES_OF_OTHERS = [line.split("\t") for line in (HERE / "queries-of-others.tsv").read_text().splitlines()]
QRELS_OF_OTHERS = [line.split() for line in (HERE / "qrels-of-others.tsv").read_text().splitlines()]
FICTIONAL = "Fictief: ontwikkelcorpus"
TEXTS = ("titel", "samenvatting", "situatie", "knelpunt", "oplossing", "legitimiteit", "rendement")
RELEVANT = 2


def named(key: str) -> set[str]:
    """The slugs of a vocabulary that the stories name."""
    values = [value for story in STORIES for value in story[key]]
    return {value["regel"] if isinstance(value, dict) else value for value in values}


def grades() -> dict[str, dict[str, int]]:
    """Grade by slug by query."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for qid, _zero, slug, grade in QRELS:
        found[qid][slug] = int(grade)
    return found


@pytest.fixture
def vocabularies(db: None) -> None:
    call_command("load_vocabularies", verbosity=0)
    call_command("load_pages", verbosity=0)


@pytest.mark.slow
@pytest.mark.usefixtures("vocabularies")
def test_the_importer_takes_every_story_and_they_cover_the_vocabularies() -> None:
    out = StringIO()
    call_command("import_examples", *FILES, dry_run=True, stdout=out)
    assert f"total: {len(STORIES)} made, 0 updated, 0 unchanged, 0 errors" in out.getvalue()
    for key, model in {
        "leefgebieden": LifeDomain,
        "regels": BlockingRule,
        "doelgroepen": TargetGroup,
    }.items():
        assert named(key) == set(
            model.objects.filter(locale__language_code="nl").values_list("slug", flat=True)
        )
    assert len(named("partners")) >= Partner.objects.filter(locale__language_code="nl").count() * 3 // 4
    assert {story["status"] for story in STORIES} == set(ExamplePage.Outcome.values)


def test_the_corpus_is_large_and_varied() -> None:
    assert len(STORIES) >= 130
    assert len({story["slug"] for story in STORIES}) == len(STORIES)
    places = {story["gemeente"] for story in STORIES}
    assert None in places
    assert len(places) > 30
    assert {story["jaar"] for story in STORIES} == set(range(2015, 2027))
    assert {story["orde"] for story in STORIES} == {1, 2, 3}
    rules = Counter(
        rule["regel"] if isinstance(rule, dict) else rule for story in STORIES for rule in story["regels"]
    )
    assert min(rules.values()) == 1
    assert max(rules.values()) >= 8


def test_every_story_is_marked_fictional_and_has_something_to_say() -> None:
    assert {story["bron"] for story in STORIES} == {FICTIONAL}
    short = [s["slug"] for s in STORIES if len(" ".join(s.get(key, "") for key in TEXTS).split()) < 150]
    assert not short


def test_no_text_is_used_twice() -> None:
    sentences = Counter(
        sentence.strip()
        for story in STORIES
        for key in TEXTS
        for sentence in story.get(key, "").split(".")
        if len(sentence.split()) > 6
    )
    assert not [sentence for sentence, times in sentences.items() if times > 1]


def test_queries_have_their_columns_and_the_split_that_is_stated() -> None:
    heading, *rows = QUERIES
    assert heading == ["qid", "query", "kind", "split"]
    assert len(rows) >= 105
    assert len({qid for qid, *_ in rows}) == len({query for _, query, *_ in rows}) == len(rows)
    by_kind = defaultdict(list)
    for qid, _query, kind, _split in rows:
        by_kind[kind].append(qid)
    held: set[str] = set()
    for qids in by_kind.values():
        held |= set(sorted(qids, key=lambda qid: crc32(qid.encode()))[: (len(qids) + 1) // 3])
    assert {qid for qid, _query, _kind, split in rows if split == "held"} == held
    assert {split for *_, split in rows} == {"dev", "held"}
    assert abs(len(held) / len(rows) - 1 / 3) < 0.03


def test_judgments_are_about_these_queries_and_stories() -> None:
    slugs = {story["slug"] for story in STORIES}
    found = grades()
    assert len(QRELS) == len({(qid, slug) for qid, _zero, slug, _grade in QRELS})
    assert set(found) == {qid for qid, *_ in QUERIES[1:]}
    assert {slug for judged in found.values() for slug in judged} <= slugs
    assert {grade for judged in found.values() for grade in judged.values()} == {0, 1, 2, 3}
    assert all(max(judged.values()) >= RELEVANT for judged in found.values())
    assert all(min(judged.values()) < RELEVANT for judged in found.values())


def test_queries_of_others_are_judged_over_the_same_stories() -> None:
    heading, *rows = QUERIES_OF_OTHERS
    assert heading == QUERIES[0]
    qids = {qid for qid, *_ in rows}
    assert len(qids) == len(rows) >= 110
    assert not qids & {qid for qid, *_ in QUERIES}
    assert {split for *_, split in rows} == {"others"}
    slugs = {story["slug"] for story in STORIES}
    assert {slug for _qid, _zero, slug, _grade in QRELS_OF_OTHERS} <= slugs
    assert {qid for qid, _zero, _slug, grade in QRELS_OF_OTHERS if int(grade) >= RELEVANT} == qids
