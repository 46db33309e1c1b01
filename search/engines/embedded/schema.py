"""The fields of the embedded index, and a story as a tantivy document."""

from __future__ import annotations

import json

import tantivy

from search.engines.base import EngineDocument
from search.engines.texts import indexed_texts
from search.facets import FACETS
from search.fields import TEXT_FIELDS

KEY = "key"
VERSION = "version"
YEAR = "year"
STORED = "stored"
MARK = "mark"  # key, version and digest in one text, sorted by key: `versions` reads nothing else
PUBLISHED = "published"
MOST_COPIED = "most_copied"  # copies, and in the low bits the moment, so that equal ones sort by newest

_MOMENT_BITS = 34  # seconds until the year 2514
_MOST_COPIES = 2 ** (63 - _MOMENT_BITS) - 1


def facet_field(name: str) -> str:
    """The field that holds a facet's values."""
    return f"facet_{name}"


def make_schema() -> tantivy.Schema:
    """The fields of the index. Texts are split at white space alone: they were analysed before."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(KEY, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(MARK, tokenizer_name="raw", index_option="basic", fast=True)
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for facet in FACETS:
        builder.add_text_field(facet_field(facet.name), tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field(YEAR, indexed=True, fast=True)
    for name in (VERSION, PUBLISHED, MOST_COPIED):
        builder.add_unsigned_field(name, fast=True)
    builder.add_bytes_field(STORED, stored=True)
    return builder.build()


def make_document(story: EngineDocument, schema: tantivy.Schema) -> tantivy.Document:
    """A story as tantivy stores it."""
    moment = min(max(story.published, 0), 2**_MOMENT_BITS - 1)
    fields: dict[str, object] = {
        KEY: story.key,
        MARK: f"{story.key} {story.version} {story.digest}",
        VERSION: story.version,
        PUBLISHED: moment,
        MOST_COPIED: (min(max(story.copied, 0), _MOST_COPIES) << _MOMENT_BITS) + moment,
        STORED: json.dumps(dict(story.stored), ensure_ascii=False, separators=(",", ":")).encode(),
        **indexed_texts(story.texts),
    }
    if story.year is not None:
        fields[YEAR] = story.year
    for name, values in story.facets.items():
        fields[facet_field(name)] = list(dict.fromkeys(values))
    return tantivy.Document.from_dict(fields, schema)


def read_mark(mark: str) -> tuple[str, int, str]:
    """Key, version and digest of a story."""
    key, version, digest = mark.rsplit(" ", 2)
    return key, int(version), digest
