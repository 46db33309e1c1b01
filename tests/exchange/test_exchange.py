"""Stories go in and out, and what is wrong stays out."""

from __future__ import annotations

import json
from io import StringIO

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ReferenceIndex
from wagtail.search.query import MATCH_ALL

from examples.management.commands import import_examples
from examples.models import ExamplePage
from tests.rows import STORIES

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
STORY = {
    "slug": "een",
    "titel": "Een",
    "samenvatting": "Kort.",
    "situatie": "S.",
    "knelpunt": "K.",
    "oplossing": "O.",
}
KEYS = [*STORY, "regels", "jaar", "status", "stappen", "bron_url", "engels", "leefgebieden", "gemeente", "x"]


def run(*files, **options):
    out = StringIO()
    call_command("import_examples", *files, stdout=out, **options)
    return out.getvalue()


def exported(**options):
    out = StringIO()
    call_command("export_examples", stdout=out, **options)
    return out.getvalue()


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


@pytest.mark.parametrize("publish", [True, False])
def test_round_trip(tree, tmp_path, publish):
    assert "total: 26 made, 0 updated, 0 unchanged" in run(*STORIES, publish=publish)
    assert ExamplePage.objects.live().count() == (52 if publish else 0)
    assert ExamplePage.objects.count() == 52
    text = exported(all=not publish)
    again = write(tmp_path / "all.yaml", text.encode())
    assert "total: 0 made, 0 updated, 26 unchanged" in run(again, publish=publish)
    assert "total: 0 made, 0 updated, 26 unchanged" in run(*STORIES, publish=publish)
    assert exported(all=not publish) == text
    items = {item["slug"]: item for item in yaml.safe_load(text)["voorbeelden"]}
    for path in STORIES:
        for item in yaml.safe_load(path.read_text())["voorbeelden"]:
            assert items[item["slug"]]["titel"] == item["titel"]
            assert items[item["slug"]]["engels"]["situatie"] == item["engels"]["situatie"].strip()


def references():
    return set(ReferenceIndex.objects.values_list("object_id", "to_object_id", "model_path", "content_path"))


def found(words):
    return [story.slug for story in ExamplePage.objects.search(words)]


def test_the_indexes_of_the_admin_follow(tree, tmp_path):
    call_command("rebuild_references_index", verbosity=0)
    run(*STORIES, publish=True)
    after_import = references()
    call_command("rebuild_references_index", verbosity=0)
    assert len(after_import) > 200
    assert references() == after_import
    assert len(ExamplePage.objects.search(MATCH_ALL)) == 52

    path = write(tmp_path / "a.yaml", [{**STORY, "titel": "Zeskantig"}])
    run(path)
    assert found("Zeskantig") == ["een"]
    run(write(path, [{**STORY, "titel": "Achtkantig"}]), publish=True)
    assert (found("Zeskantig"), found("Achtkantig")) == ([], ["een"])
    story = ExamplePage.objects.get(slug="een")
    story.title = "Vierkant"
    story.save()
    assert found("Vierkant") == ["een"], "outside an import each save is followed again"


def test_stories_that_are_there_can_be_left_alone(tree, tmp_path):
    path = write(tmp_path / "a.yaml", [STORY])
    run(path, publish=True)
    write(path, [{**STORY, "titel": "Anders"}, {**STORY, "slug": "twee"}])
    assert "1 made, 0 updated, 1 unchanged" in run(path, publish=True, only_new=True)
    assert ExamplePage.objects.get(slug="een").title == "Een"


def test_a_dry_run_writes_nothing(tree):
    assert "26 made" in run(*STORIES, publish=True, dry_run=True)
    assert not ExamplePage.objects.exists()


def test_a_change_is_an_update_and_a_draft_leaves_the_live_story(tree, tmp_path):
    english = {"engels": {"titel": "One"}}
    path = write(tmp_path / "a.yaml", [{**STORY, **english}])
    run(path, publish=True)
    write(path, [{**STORY, **english, "titel": "Twee"}])
    assert "1 updated" in run(path)
    assert "1 unchanged" in run(path)
    assert set(ExamplePage.objects.live().values_list("title", flat=True)) == {"Een", "One"}
    assert "1 updated" in run(path, publish=True)
    assert set(ExamplePage.objects.live().values_list("title", flat=True)) == {"Twee", "One"}
    assert "1 unchanged" in run(path, publish=True)


def test_errors_name_item_and_field_and_nothing_is_written(tree, tmp_path):
    wrong = {
        "titel": 12,
        "samenvatting": "x" * 401,
        "status": "misschien",
        "regels": ["bestaat-niet"],
        "gemeente": "GM9999",
        "jaar": "2020",
        "orde": 7,
        "situatie": "a\0b",
        "bron_url": "javascript:alert(1)",
        "kleur": "rood",
        "engels": {"vervolg": "Later"},
    }
    path = write(tmp_path / "a.yaml", [STORY, {**STORY, "slug": "twee", **wrong}, STORY, "tekst"])
    with pytest.raises(CommandError) as caught:
        run(path)
    message = str(caught.value)
    for key in {*wrong} - {"kleur", "engels"}:
        assert f"item 2 (twee), {key}: " in message
    assert "item 2 (twee), 'kleur': unknown key" in message
    assert "item 2 (twee), engels.vervolg: " in message
    assert "item 3 (een), slug: also of item 1" in message
    assert "item 4 (None), item: " in message
    assert not ExamplePage.objects.exists()


def test_without_pages_it_says_what_to_run():
    with pytest.raises(CommandError, match="load_pages"):
        run("nergens.yaml")


def test_a_story_takes_as_many_queries_however_many_there_are(tree, tmp_path):
    counts = []
    for batch in range(4):
        items = [{**STORY, "slug": f"{batch}-{number}"} for number in range(10)]
        path = write(tmp_path / f"{batch}.yaml", items)
        with CaptureQueriesContext(connection) as queries:
            run(path, publish=True)
        counts.append(len(queries))
    # The first file also looks up what stays in memory afterwards.
    assert counts[1] == counts[2] == counts[3] <= counts[0]


def test_progress_is_told_where_nobody_looks_at_a_bar(tree, tmp_path, monkeypatch):
    monkeypatch.setattr(import_examples, "LINE_EVERY", 2)
    path = write(tmp_path / "a.yaml", [{**STORY, "slug": f"nummer-{number}"} for number in range(5)])
    told = StringIO()
    call_command("import_examples", path, stdout=StringIO(), stderr=told)
    assert [line.split(": ")[1] for line in told.getvalue().splitlines()] == ["2 of 5", "4 of 5"]


HOSTILE = [
    b"\xff\xfe",
    b"[" * 5000,
    b"a: &a [x]\nb: *a",
    b"- !!python/object/apply:os.system [ls]",
    b"- {slug: 0b_}",
    b"- {jaar: 2020-13-45}",
    b"- {? [a] : b}",
    b"- {<<: 1}",
    b"%YAML 9",
    b"- {slug: .}",
    b"- {a: 1, a: 2}",
    b"",
    b"a: [1]\nb: [2]",
    b"- \x00",
    b"--- []\n--- []",
    b'- {slug: "\\ud800"}',
]


@pytest.mark.parametrize("data", HOSTILE)
def test_hostile_files(tree, tmp_path, data):
    with pytest.raises(CommandError):
        run(write(tmp_path / "a.yaml", data))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.sampled_from(KEYS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.sampled_from(KEYS), inner),
    max_leaves=8,
)
item = st.dictionaries(st.sampled_from(KEYS), values).map(lambda some: {**STORY, **some})
documents = (
    st.binary()
    | st.text(alphabet="[]{}:,-&*!?|>'\"%#@ \n\tab0.").map(str.encode)
    | st.lists(item | values, max_size=3).map(lambda some: yaml.safe_dump(some).encode("utf-8", "replace"))
)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=documents)
def test_only_command_errors_come(tree, tmp_path, data):
    try:
        run(write(tmp_path / "a.yaml", data), dry_run=True)
    except CommandError as error:
        assert str(error)
