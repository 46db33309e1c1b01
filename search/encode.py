"""A story's record as a document of an engine: texts analysed, the rest as plain values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from search.analysis import index_text
from search.engines.base import EngineDocument
from search.fields import CONCEPT_FACETS, CONCEPTS, FORMS, REPEATS, concept
from search.story import StoryRecord

# Between the texts of one field, so that no phrase runs from one into the next.
BREAK = "\u00b6"
# Goes up when records are to be indexed otherwise: `check` then finds stale what was indexed before.
ENCODING = 2


def encode(record: StoryRecord, version: int) -> EngineDocument:
    """The document that an engine stores of a story.

    Args:
        record: The story.
        version: Grows with each change of the story.
    """
    texts: dict[str, str] = {}
    for part, pieces in parts(record).items():
        forms = zip(*(index_text(piece, record.language) for piece in pieces), strict=True)
        for form, found in zip(FORMS, forms, strict=False):
            texts[f"{part}_{form}"] = f" {BREAK} ".join(found)
    for form in FORMS:
        heads = [texts.get(f"{part}_{form}", "") for part, times in REPEATS.items() for _ in range(times)]
        texts[f"body_{form}"] = f" {BREAK} ".join(filter(None, [*heads, texts.get(f"body_{form}")]))
    named = [concept(facet, value) for facet in CONCEPT_FACETS for value in record.facets.get(facet, ())]
    texts[CONCEPTS] = " ".join(named)
    return EngineDocument(
        key=record.key,
        version=version,
        texts=texts,
        facets=record.facets,
        year=record.year,
        published=record.published,
        copied=record.copied,
        stored=stored(record),
        digest=digest(record),
    )


def parts(record: StoryRecord) -> Mapping[str, tuple[str, ...]]:
    """The texts of a story by the part of the index that they belong to (`search.fields.PARTS`)."""
    return {
        "title": (record.title,),
        "summary": (record.summary,),
        "tags": record.tags,
        "body": (*record.body.values(), *record.background),
    }


def stored(record: StoryRecord) -> dict[str, Any]:
    """What comes back with a hit: every value of the record, as JSON has it."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(found) for name, found in value.items()}
    return list(value) if isinstance(value, tuple) else value


def decode(values: Mapping[str, Any]) -> StoryRecord:
    """The record that `stored` made these values of."""
    facets = {name: tuple(found) for name, found in values["facets"].items()}
    lists = {name: tuple(values[name]) for name in ("tags", "background")}
    return StoryRecord(**{**values, **lists, "facets": facets})


def digest(record: StoryRecord) -> str:
    """A short name of all that the index holds of a story, by which a stale one is seen."""
    plain = json.dumps([ENCODING, stored(record)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:32]
