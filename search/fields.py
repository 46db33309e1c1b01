"""The text fields of the index and what each weighs: one declaration for documents, queries and engines.

`body` is the whole story and `title` its title alone. Each has two forms: `exact`, folded words as written,
and `lemma`, their lemmas and the parts of compounds. An exact word therefore scores in both forms and ranks
before its inflections. `concepts` holds the story's terms of the vocabularies, such as
`rule:kostendelersnorm`: what a query means counts like a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PARTS = ("title", "body")
FORMS = ("exact", "lemma")
CONCEPTS = "concepts"
TEXT_FIELDS = (*(f"{part}_{form}" for part in PARTS for form in FORMS), CONCEPTS)
# Of these an engine can list words by prefix; of the body that would take half the size of the index.
WORD_FIELDS = ("title_exact",)
# The facets whose values are concepts.
CONCEPT_FACETS = ("rule", "law", "life_domain", "target_group", "partner")
# How often each part of a story stands in the body. A word of the title so counts as several of one text:
# that ranks better than adding up a score of each part, and asks a quarter of the engine.
REPEATS: Mapping[str, int] = MappingProxyType(
    {"title": 5, "summary": 3, "tags": 3, "body": 1, "background": 1}
)


def concept(facet: str, value: str) -> str:
    """The term that stands for a value of a facet in the field `concepts`."""
    return f"{facet}:{value}"
