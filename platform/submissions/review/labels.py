"""How people know the answers of a submission."""

from __future__ import annotations

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from examples.models import BlockingRule, ExamplePage, ExampleRule
from submissions.story import NOTES, TAGS

# Answer and what stands in its place on the page.
OTHERS = {"picture_id": "picture", "document_id": "document"}


def label_of(field: str) -> str:
    """The label of an answer; of a note on a rule with the rule.

    Args:
        field: As in `Submission.data`, `Message.field` and `EditorialChange.fields`.
    """
    slug, _dot, note = field.rpartition(".")
    if note in NOTES and slug:
        rules = {rule.locale.language_code: rule for rule in BlockingRule.objects.filter(slug=slug)}
        rule = rules.get(get_language() or "") or next(iter(rules.values()), None)
        return capfirst(f"{ExampleRule._meta.get_field(note).verbose_name} ({rule or slug})")
    for answer, _relation, _row, vocabulary in TAGS:
        if field == answer:
            return capfirst(str(vocabulary._meta.verbose_name_plural))
    try:
        return capfirst(str(ExamplePage._meta.get_field(OTHERS.get(field, field)).verbose_name))
    except FieldDoesNotExist:
        return _("Something else")


def labels_of(fields: list[str]) -> str:
    """The labels of several answers in one line."""
    return ", ".join(dict.fromkeys(label_of(field) for field in fields))
