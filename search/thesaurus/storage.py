"""The thesaurus in the database: read, and load from a file without undoing what editors changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.search.backends import get_search_backend

from examples.vocabularies import Tally
from search.models import ThesaurusConcept, ThesaurusLabel, ThesaurusRelation
from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef, Thesaurus

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "thesaurus.ttl"
CHUNK = 500
BROADER, RELATED = ThesaurusRelation.Kind.BROADER, ThesaurusRelation.Kind.RELATED


@dataclass
class LoadTally(Tally):
    """What became of the concepts; `removed` were loaded before and are in the file no more."""

    removed: int = 0


def stored() -> Thesaurus:
    """The thesaurus as it is in the database now."""
    return Thesaurus.of(concepts())


def concepts() -> list[Concept]:
    """The concepts as they were told: a relation that goes both ways is on one side only."""
    labels = _grouped(
        ThesaurusLabel.objects.values_list("concept__slug", "language", "kind", "text", "weight")
    )
    relations = _grouped(ThesaurusRelation.objects.values_list("concept__slug", "kind", "other__slug"))
    return [
        _concept(row, labels.get(row.slug, []), relations.get(row.slug, []))
        for row in ThesaurusConcept.objects.all()
    ]


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for slug, *values in rows:
        groups.setdefault(slug, []).append(tuple(values))
    return groups


def _concept(
    row: ThesaurusConcept, labels: Iterable[tuple[Any, ...]], relations: Iterable[tuple[Any, ...]]
) -> Concept:
    relations = list(relations)
    return Concept(
        id=row.slug,
        labels=(
            Label("nl", LabelKind.PREFERRED, row.name),
            Label("en", LabelKind.PREFERRED, row.name_en),
            *(Label(language, LabelKind(kind), text, weight) for language, kind, text, weight in labels),
        ),
        definitions=tuple(
            (code, text) for code, text in (("nl", row.definition), ("en", row.definition_en)) if text
        ),
        sources=tuple(line.strip() for line in row.sources.splitlines() if line.strip()),
        term=TermRef(TermKind(row.vocabulary), row.term) if row.vocabulary else None,
        broader=tuple(other for kind, other in relations if kind == BROADER),
        related=tuple(other for kind, other in relations if kind == RELATED),
        deprecated=not row.in_use,
    )


@transaction.atomic
def load(thesaurus: Thesaurus) -> LoadTally:
    """Make the database say what this thesaurus says, except for concepts that editors made or changed."""
    tally = LoadTally()
    present = {name: digest(each) for name, each in stored().concepts.items()}
    loaded = dict(ThesaurusConcept.objects.values_list("slug", "loaded_digest"))
    changed = []
    for concept in thesaurus:
        now = present.get(concept.id)
        if now is None:
            tally.made += 1
            changed.append(concept)
        elif now != loaded[concept.id]:
            tally.kept += 1
        elif now == digest(concept):
            tally.unchanged += 1
        else:
            tally.updated += 1
            changed.append(concept)
    gone = [name for name in present.keys() - thesaurus.concepts.keys() if present[name] == loaded[name]]
    tally.removed = len(gone)
    ThesaurusConcept.objects.filter(slug__in=gone).delete()
    if changed:
        _write(changed)
    return tally


def digest(concept: Concept) -> str:
    """A fingerprint of all that a concept says itself.

    Of two related concepts the first by id is the one that says so. What is empty leaves no trace: a kind of
    statement that is new later changes no fingerprint of today.
    """
    said = {
        "id": concept.id,
        "labels": [[each.language, each.kind, each.text, each.weight] for each in concept.labels],
        "definitions": concept.definitions,
        "sources": concept.sources,
        "term": concept.term and [concept.term.kind, concept.term.slug],
        "broader": concept.broader,
        "related": _own_related(concept),
        "deprecated": concept.deprecated,
    }
    text = json.dumps({name: value for name, value in said.items() if value}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _own_related(concept: Concept) -> list[str]:
    return [other for other in concept.related if other > concept.id]


def _write(changed: list[Concept]) -> None:
    rows = [ThesaurusConcept(slug=each.id, **_fields(each)) for each in changed]
    ThesaurusConcept.objects.bulk_create(
        rows,
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=[*_fields(changed[0]), "changed"],
    )
    numbers = dict(ThesaurusConcept.objects.values_list("slug", "pk"))
    ThesaurusLabel.objects.filter(concept__slug__in=[each.id for each in changed]).delete()
    ThesaurusLabel.objects.bulk_create(
        ThesaurusLabel(
            concept_id=numbers[each.id],
            language=label.language,
            kind=label.kind,
            text=label.text,
            weight=label.weight,
        )
        for each in changed
        for label in each.labels
        if label.kind != LabelKind.PREFERRED
    )
    _write_relations(changed, numbers)
    written = ThesaurusConcept.objects.filter(slug__in=[each.id for each in changed])
    get_search_backend().get_index_for_model(ThesaurusConcept).add_items(ThesaurusConcept, list(written))


def _fields(concept: Concept) -> dict[str, Any]:
    definitions = dict(concept.definitions)
    return {
        "name": concept.preferred("nl"),
        "name_en": concept.preferred("en"),
        "definition": definitions.get("nl", ""),
        "definition_en": definitions.get("en", ""),
        "sources": "\n".join(concept.sources),
        "vocabulary": concept.term.kind if concept.term else "",
        "term": concept.term.slug if concept.term else "",
        "in_use": not concept.deprecated,
        "loaded_digest": digest(concept),
    }


def _write_relations(changed: list[Concept], numbers: dict[str, int]) -> None:
    mine = {each.id for each in changed}
    rows = ThesaurusRelation.objects.values_list("pk", "kind", "concept__slug", "other__slug")
    # Of a relation that goes both ways the first by id is the owner; editors may have told it on either side.
    outdated = [pk for pk, kind, one, other in rows if (one if kind == BROADER else min(one, other)) in mine]
    ThesaurusRelation.objects.filter(pk__in=outdated).delete()
    ThesaurusRelation.objects.bulk_create(
        ThesaurusRelation(concept_id=numbers[each.id], kind=kind, other_id=numbers[other])
        for each in changed
        for kind, others in ((BROADER, each.broader), (RELATED, _own_related(each)))
        for other in others
    )
