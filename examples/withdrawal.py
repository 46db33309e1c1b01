"""A story that is taken off the site goes in all languages: a translation says the same of a resident."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_unpublished

from examples.models import ExamplePage


def withdraw_translations(sender: type[Any], instance: ExamplePage, **kwargs: Any) -> None:
    """Take the translations off too; taking a translation off leaves its original alone."""
    if instance.locale.language_code != "nl":
        return
    for translation in instance.get_translations().live():
        translation.unpublish(log_action=True)


def connect() -> None:
    """Follow stories that are taken off the site."""
    page_unpublished.connect(withdraw_translations, sender=ExamplePage, dispatch_uid="withdraw translations")
