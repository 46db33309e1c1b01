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
ENCODING = 3


def encode(record: StoryRecord, version: int) -> EngineDocument:
    """The document that an engine stores of a story.

    Args:
        record: The story.
        version: Grows with each change of the story.
    """
    return EngineDocument(
        key=record.key,
        version=version,
        texts=texts(record),
        facets=record.facets,
        year=record.year,
        published=record.published,
        copied=record.copied,
        stored=stored(record),
        digest=digest(record),
    )


def texts(record: StoryRecord) -> dict[str, str]:
    """The terms of a story by text field (`search.fields.TEXT_FIELDS`)."""
    pieces = {
        "title": (record.title,),
        "summary": (record.summary,),
        "tags": record.tags,
        "body": tuple(record.body.values()),
        "background": record.background,
    }
    found: dict[str, str] = {}
    analysed = {part: [index_text(piece, record.language) for piece in pieces[part]] for part in REPEATS}
    for number, form in enumerate(FORMS):
        found[f"title_{form}"] = _joined(analysed["title"], number, 1)
        parts = (_joined(analysed[part], number, times) for part, times in REPEATS.items())
        found[f"body_{form}"] = f" {BREAK} ".join(filter(None, parts))
    named = [concept(facet, value) for facet in CONCEPT_FACETS for value in record.facets.get(facet, ())]
    return {**found, CONCEPTS: " ".join(named)}


def _joined(pieces: list[tuple[str, str]], number: int, times: int) -> str:
    return f" {BREAK} ".join([forms[number] for forms in pieces] * times)


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
