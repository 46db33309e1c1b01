"""The fields of the index in Elasticsearch, and a story as a document of it."""

from __future__ import annotations

from typing import Any

from search.engines.base import EngineDocument
from search.engines.elastic.connection import Access
from search.engines.texts import indexed_texts, layout_name
from search.facets import FACETS
from search.fields import TEXT_FIELDS, WORD_FIELDS

KEY = "key"
PUBLISHED = "published"
COPIED = "copied"
YEAR = "year"
STORED = "stored"

_NUMBERS = {"version": "long", PUBLISHED: "long", COPIED: "long", YEAR: "integer"}
_LONG = 2**63 - 1


def facet_field(name: str) -> str:
    """The field that holds a facet's values."""
    return f"facet_{name}"


def words_field(name: str) -> str:
    """The field that lists the words of a text field: those of the text itself cannot be listed."""
    return f"{name}_words"


def index_body(access: Access) -> dict[str, Any]:
    """Settings and mappings of a new index: what a bare server and a full distribution both know."""
    keyword: dict[str, Any] = {"type": "keyword"}
    names = [KEY, *map(words_field, WORD_FIELDS), *(facet_field(facet.name) for facet in FACETS)]
    return {
        "settings": {
            "number_of_shards": access.shards,
            "number_of_replicas": access.replicas,
            # Every write asks for a refresh itself.
            "refresh_interval": "30s",
            # How long the version of a deleted story is known: a late older write must not revive it.
            "gc_deletes": "7d",
            "similarity": {"default": {"type": "BM25", "k1": 1.2, "b": 0.75}},
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": {"layout": layout_name()},
            "properties": {
                **dict.fromkeys(names, keyword),
                # Split at white space alone: the text was analysed before.
                **{name: {"type": "text", "analyzer": "whitespace"} for name in TEXT_FIELDS},
                **{name: {"type": kind} for name, kind in _NUMBERS.items()},
                "digest": {"type": "keyword", "index": False, "doc_values": False},
                STORED: {"type": "object", "enabled": False},
            },
        },
    }


def make_source(story: EngineDocument) -> dict[str, Any]:
    """A story as a document."""
    texts = indexed_texts(story.texts)
    return {
        KEY: story.key,
        "version": story.version,
        "digest": story.digest,
        YEAR: story.year,
        PUBLISHED: min(max(story.published, 0), _LONG),
        COPIED: min(max(story.copied, 0), _LONG),
        STORED: dict(story.stored),
        **texts,
        **{words_field(name): sorted(set(texts[name].split(" "))) for name in WORD_FIELDS},
        **{facet_field(name): list(values) for name, values in story.facets.items()},
    }
