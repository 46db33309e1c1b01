"""The text fields of the index and what each weighs: one declaration for documents, queries and engines.

Every part of a story has two forms: `exact`, folded words as written, and `lemma`, their lemmas and the parts
of compounds. An exact word therefore scores in both forms and ranks before its inflections. `concepts` holds
the story's terms of the vocabularies, such as `rule:kostendelersnorm`: what a query means counts like a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PARTS = ("title", "summary", "tags", "body")
FORMS = ("exact", "lemma")
CONCEPTS = "concepts"
TEXT_FIELDS = (*(f"{part}_{form}" for part in PARTS for form in FORMS), CONCEPTS)
# Of these an engine can list words by prefix; of the body that would take half the size of the index.
WORD_FIELDS = tuple(f"{part}_exact" for part in PARTS if part != "body")
# The facets whose values are concepts.
CONCEPT_FACETS = ("rule", "law", "life_domain", "target_group", "partner")

# How often each part stands in the body, which is the whole story. A word of the title so counts as several
# of one text: that ranks better than adding up a score of each part, and asks a quarter of the engine.
REPEATS: Mapping[str, int] = MappingProxyType({"title": 6, "summary": 3, "tags": 3})

# Tuned on the development queries (tests/relevance), not on taste.
WEIGHTS: Mapping[str, float] = MappingProxyType({"title": 0.15, "tags": 0.15, "body": 1.0})


def concept(facet: str, value: str) -> str:
    """The term that stands for a value of a facet in the field `concepts`."""
    return f"{facet}:{value}"
