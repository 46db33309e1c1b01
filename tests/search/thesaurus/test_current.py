"""What an editor changes counts without restart or rebuild."""

from __future__ import annotations

import pytest

from search.analysis import analyse
from search.models import ThesaurusConcept, ThesaurusLabel
from search.thesaurus.current import SECONDS, Current

pytestmark = pytest.mark.django_db


def named(current, question):
    return [each.concept for each in current.lookup().find(question, analyse(question), "nl")]


def test_a_change_counts_within_seconds(django_assert_num_queries):
    now = [1000.0]
    row = ThesaurusConcept.objects.create(slug="budget", name="maatwerkbudget", name_en="budget")
    current = Current(lambda: now[0])
    assert named(current, "potje") == []
    row.labels.add(ThesaurusLabel(text="potje", kind="everyday"))
    row.save()
    with django_assert_num_queries(0):
        assert named(current, "potje") == []
    now[0] += SECONDS + 0.1
    assert named(current, "potje") == ["budget"]
    now[0] += SECONDS + 0.1
    with django_assert_num_queries(1):
        assert named(current, "potje") == ["budget"]
    ThesaurusConcept.objects.all().delete()
    current.forget()
    assert named(current, "potje") == []
