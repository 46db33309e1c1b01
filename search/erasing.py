"""Counts of queries that name an erased story go with it; the index follows erasures by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from core import erasure
from examples.anonymity import RULE_TEXTS
from examples.models import ExamplePage
from examples.models.story import TEXTS
from examples.takedown.files import versions_of
from search.analysis.tokens import folded, words
from search.models import QueryCount


def forget_queries(key: str) -> None:
    """Remove the counts of queries with a word that this story alone has, in one of its versions.

    Args:
        key: The story's translation key.
    """
    own = ExamplePage.objects.filter(translation_key=UUID(key))
    numbers = list(own.values_list("pk", flat=True))
    texts = [*_texts(own), *(_text_of(version.content) for version in versions_of(numbers))]
    telling = _words(texts) - _words(_texts(ExamplePage.objects.exclude(pk__in=numbers)))
    asked = QueryCount.objects.order_by().values_list("query", flat=True).distinct()
    named = [query for query in asked if telling & _words([query])]
    QueryCount.objects.filter(query__in=named).delete()


def _texts(stories: Any) -> Iterator[str]:
    for values in stories.order_by("pk").values_list(*TEXTS, "slug").iterator():
        yield " ".join(values)


def _text_of(content: dict[str, Any]) -> str:
    rules = [row.get(name) or "" for row in content.get("story_rules") or [] for name in RULE_TEXTS]
    return " ".join([*(content.get(name) or "" for name in (*TEXTS, "slug")), *rules])


def _words(texts: Iterable[str]) -> set[str]:
    return {folded(word) for text in texts for word, _start, _end in words(text)}


def connect() -> None:
    """Register what is erased with a story."""
    erasure.register("story", forget_queries)
