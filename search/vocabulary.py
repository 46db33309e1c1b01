"""Labels of all facet values, in one language, read from the vocabularies at most once in a few seconds."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any

from django.utils import translation

from examples.models import (
    BlockingRule,
    ExamplePage,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Province,
    TargetGroup,
)

# An editor's change of a name shows within this time.
SECONDS = 4.0
TERMS: dict[str, Any] = {
    "life_domain": LifeDomain,
    "rule": BlockingRule,
    "law": Law,
    "target_group": TargetGroup,
    "partner": Partner,
}
LANGUAGES = {"nl": "Nederlands", "en": "English"}

Labels = Mapping[str, Mapping[str, str]]


class Vocabulary:
    """Labels by facet and value, in the order in which the vocabulary lists them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read: dict[str, tuple[float, Labels]] = {}

    def labels(self, language: str) -> Labels:
        """The labels in a language; at most `SECONDS` old."""
        with self._lock:
            at, labels = self._read.get(language, (0.0, {}))
            if not labels or time.monotonic() - at > SECONDS:
                labels = read_labels(language)
                self._read[language] = (time.monotonic(), labels)
            return labels

    def forget(self) -> None:
        """Read anew at the next question."""
        with self._lock:
            self._read.clear()


vocabulary = Vocabulary()


def read_labels(language: str) -> Labels:
    """The labels of every facet value in a language, from the database."""
    with translation.override(language):
        labels: dict[str, dict[str, str]] = {
            name: dict(model.objects.filter(locale__language_code=language).values_list("slug", "name"))
            for name, model in TERMS.items()
        }
        labels["province"] = {row.slug: row.label for row in Province.objects.all()}
        labels["municipality"] = {
            row.code: row.label for row in Municipality.objects.filter(valid_until=None).defer("note")
        }
        labels["learning_order"] = {str(key): str(label) for key, label in ExamplePage.Order.choices}
        labels["outcome"] = {key: str(label) for key, label in ExamplePage.Outcome.choices}
        labels["language"] = LANGUAGES
        return labels
