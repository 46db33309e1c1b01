"""The text fields of the index and what each weighs: one declaration for documents, queries and engines.

Every part of a story has two forms: `exact`, folded words as written, and `lemma`, their lemmas and the parts
of compounds. An exact word therefore scores in both forms and ranks before its inflections.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PARTS = ("title", "summary", "tags", "body")
FORMS = ("exact", "lemma")
TEXT_FIELDS = tuple(f"{part}_{form}" for part in PARTS for form in FORMS)
# Of these an engine can list words by prefix; of the body that would take half the size of the index.
WORD_FIELDS = tuple(f"{part}_exact" for part in PARTS if part != "body")

# Tuned on the development queries (tests/relevance), not on taste.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"title": 3.0, "summary": 2.0, "tags": 2.5, "body": 1.0},
)
