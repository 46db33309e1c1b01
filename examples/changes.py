"""Tells the page cache which rows of a vocabulary, pictures and documents have changed."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from core.page_cache import purge
from examples.dependencies import label_key, municipalities_key, row_key, rules_of_law_key, vocabulary_key
from examples.models import (
    BlockingRule,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Picture,
    Province,
    RuleLaw,
    RuleLifeDomain,
    StoryDocument,
    TargetGroup,
)

VOCABULARIES: tuple[type[Model], ...] = (
    BlockingRule,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Province,
    TargetGroup,
)
FILES: tuple[type[Model], ...] = (Picture, StoryDocument)
# What links to a term say, and what lists of terms sort or choose by.
LABEL = ("slug", "name", "name_en", "description", "abbreviation", "population_class")
LISTED = ("slug", "name", "name_en", "position", "valid_until", "province_id", "cluster", "level")


def _values(row: Model | None, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, name, None) for name in names)


def _language_of(row: Any) -> str:
    return row.locale.language_code if hasattr(row, "locale") else ""


def remember(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Before a term is saved: keep what visitors see of it now."""
    before = sender._default_manager.filter(pk=instance.pk).first() if instance.pk else None
    instance.__dict__["_before"] = before


def term_saved(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """After a term is saved: what shows it, and the lists in which it has another place."""
    before = instance.__dict__.pop("_before", None)
    purge(row_key(instance))
    if _values(before, LABEL) != _values(instance, LABEL):
        purge(label_key(instance))
    if _values(before, LISTED) != _values(instance, LISTED):
        purge(vocabulary_key(sender, _language_of(instance)))
        places = [row for row in (before, instance) if isinstance(row, Municipality)]
        purge(*(municipalities_key(place.province_id) for place in places))


def term_deleted(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """After a term is deleted: what shows it."""
    purge(row_key(instance), label_key(instance), vocabulary_key(sender, _language_of(instance)))


def file_changed(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """After a picture or document was saved or deleted: what shows it."""
    purge(row_key(instance))


def rule_law_changed(sender: type[Model], instance: RuleLaw, **kwargs: Any) -> None:
    """After a rule was put under a law, or taken away."""
    purge(f"blockingrule:{instance.rule_id}", rules_of_law_key(instance.law_id))


def rule_domain_changed(sender: type[Model], instance: RuleLifeDomain, **kwargs: Any) -> None:
    """After a rule was put under a life domain, or taken away."""
    purge(f"blockingrule:{instance.rule_id}")


def successors_changed(
    sender: type[Model], instance: Municipality, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """After a municipality got other successors: theirs show its stories."""
    purge(row_key(instance), *(f"municipality:{pk}" for pk in pk_set or ()))


def connect() -> None:
    """Follow all changes of vocabularies and files."""
    for model in VOCABULARIES:
        pre_save.connect(remember, sender=model)
        post_save.connect(term_saved, sender=model)
        post_delete.connect(term_deleted, sender=model)
    for model in FILES:
        post_save.connect(file_changed, sender=model)
        post_delete.connect(file_changed, sender=model)
    for signal in (post_save, post_delete):
        signal.connect(rule_law_changed, sender=RuleLaw)
        signal.connect(rule_domain_changed, sender=RuleLifeDomain)
    m2m_changed.connect(successors_changed, sender=Municipality.successors.through)
