"""The thesaurus in the database: loaded, kept by editors, exported."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.models import ThesaurusConcept, ThesaurusLabel, ThesaurusRelation
from search.thesaurus import reader, skos
from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef, Thesaurus
from search.thesaurus.storage import FIXTURE, LoadTally, load, stored

pytestmark = pytest.mark.django_db


def concept(name: str, *labels: Label, **values) -> Concept:
    preferred = (Label("nl", LabelKind.PREFERRED, name), Label("en", LabelKind.PREFERRED, f"{name} (en)"))
    return Concept(name, preferred + labels, **values)


@pytest.fixture
def small() -> Thesaurus:
    return Thesaurus.of(
        [
            concept("bijstand", definitions=(("nl", "Geld."), ("en", "Money."))),
            concept(
                "norm",
                Label("nl", LabelKind.EVERYDAY, "korting"),
                Label("nl", LabelKind.AMBIGUOUS, "KN", 0.1),
                broader=("bijstand",),
                related=("huis",),
                sources=("Wet, artikel 1", "Wet, artikel 2"),
                term=TermRef(TermKind.RULE, "norm"),
            ),
            concept("huis", deprecated=True),
        ]
    )


def run(name, *arguments, **options):
    out, errors = StringIO(), StringIO()
    call_command(name, *arguments, stdout=out, stderr=errors, **options)
    return out.getvalue(), errors.getvalue()


def test_what_goes_in_comes_out(small):
    assert load(small) == LoadTally(made=3)
    assert stored() == small


def test_loading_again_changes_nothing(small):
    load(small)
    before = [*ThesaurusLabel.objects.values_list("pk", flat=True)]
    assert load(small) == LoadTally(unchanged=3)
    assert [*ThesaurusLabel.objects.values_list("pk", flat=True)] == before


def test_a_change_of_the_file_arrives_and_what_left_it_goes(small):
    load(small)
    norm = small.concepts["norm"]
    later = Thesaurus.of(
        [small.concepts["bijstand"], replace(norm, labels=norm.labels[:2], related=()), concept("nieuw")]
    )
    assert load(later) == LoadTally(made=1, updated=1, unchanged=1, removed=1)
    assert stored() == later


def test_what_an_editor_changed_is_kept(small):
    load(small)
    editors = ThesaurusConcept.objects.get(slug="norm")
    editors.labels.add(ThesaurusLabel(text="minder geld", kind="everyday"))
    editors.save()
    ThesaurusConcept.objects.create(slug="eigen", name="eigen", name_en="own")
    norm = small.concepts["norm"]
    later = Thesaurus.of(
        [*(small.concepts[name] for name in ("bijstand", "huis")), replace(norm, labels=norm.labels[:2])]
    )
    assert load(later) == LoadTally(unchanged=2, kept=1)
    kept = stored().concepts
    assert {each.text for each in kept["norm"].labels} >= {"minder geld", "korting"}
    assert "eigen" in kept


def test_a_relation_told_from_the_other_side_is_kept_with_the_first(small):
    load(small)
    ThesaurusRelation.objects.create(
        concept=ThesaurusConcept.objects.get(slug="norm"),
        other=ThesaurusConcept.objects.get(slug="bijstand"),
        kind="related",
    )
    changed = [replace(each, sources=("Anders",)) for each in small]
    assert load(Thesaurus.of(changed)) == LoadTally(updated=2, kept=1)
    assert stored().concepts["bijstand"].related == ("norm",)


def test_the_whole_fixture_goes_round():
    out, errors = run("load_thesaurus")
    assert "0 updated, 0 unchanged, 0 kept, 0 removed" in out
    assert not errors
    assert "0 made, 0 updated" in run("load_thesaurus")[0]
    assert run("export_thesaurus", source=True)[0] == FIXTURE.read_text(encoding="utf-8")
    assert reader.load(run("export_thesaurus")[0]) == stored()


def test_the_export_has_the_address_of_the_site(small, settings, tmp_path):
    load(small)
    settings.BASE_URL = "https://gemeente.example"
    path = tmp_path / "t.ttl"
    assert run("export_thesaurus", output=path) == ("", "")
    assert "<https://gemeente.example/id/thesaurus> a skos:ConceptScheme" in path.read_text()


def test_a_file_with_errors_changes_nothing(small, tmp_path):
    load(small)
    path = tmp_path / "t.ttl"
    broken = skos.write(small).replace(":norm a skos:Concept", ":norm a skos:Concept ; skos:broader :weg")
    path.write_text(broken)
    with pytest.raises(CommandError, match=r"line \d+, norm: broader names weg"):
        run("load_thesaurus", path)
    assert stored() == small


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"geen turtle"])
def test_a_file_that_cannot_be_read_is_named(content, tmp_path):
    path = tmp_path / "t.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=r"t\.ttl"):
        run("load_thesaurus", path)


def test_an_export_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run("export_thesaurus", output=tmp_path / "weg" / "t.ttl")
