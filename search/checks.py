"""System check: every page type is either indexed or left out on purpose."""

from __future__ import annotations

from typing import Any

from django.core import checks
from wagtail.models import Page, get_page_models

from examples.models import ExamplePage

INDEXED = {ExamplePage}
# Pages that visitors reach by the menu, not by searching for precedents.
EXCLUDED = {"wagtailcore.page", "home.homepage", "home.informationpage", "examples.exampleindexpage"}


@checks.register(checks.Tags.models)
def page_types_are_classified(**kwargs: Any) -> list[checks.CheckMessage]:
    """An error for each page type that is neither indexed nor excluded."""
    return [
        checks.Error(
            f"{model._meta.label} is neither indexed nor excluded from the search.",
            hint="Add it to INDEXED (and to search/documents.py) or to EXCLUDED in search/checks.py.",
            obj=model,
            id="search.E001",
        )
        for model in get_page_models()
        if model is not Page and model not in INDEXED and model._meta.label_lower not in EXCLUDED
    ]
