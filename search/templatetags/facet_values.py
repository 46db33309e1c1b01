"""The values of a facet as checkboxes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from search.results import FacetValue

register = template.Library()

CHECKBOX = (
    '<label class="mm-facet-value{none}">'
    '<input class="utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom" type="checkbox" '
    'id="f-{key}-{value}" name="{key}" value="{value}"{state}><span>{label}{count}</span></label>\n'
)
COUNT = ' <span class="mm-facet-value__count">({})</span>'


@register.simple_tag
def facet_values(key: str, values: Iterable[FacetValue]) -> SafeString:
    """Values as checkboxes; one that would show nothing cannot be chosen.

    In Python and kept: a page has some six hundred, and a template for each took half of the time of a page.

    Args:
        key: Name of the facet in the address.
        values: The values in their order.
    """
    language = get_language() or "nl"
    return mark_safe("".join(_checkbox(key, one, language) for one in values))  # noqa: S308 - all by format_html


@lru_cache(maxsize=8192)
def _checkbox(key: str, one: FacetValue, language: str) -> SafeString:
    none = one.count == 0 and not one.selected
    return format_html(
        CHECKBOX,
        none=" mm-facet-value--none" if none else "",
        key=key,
        value=one.value,
        state=" checked" if one.selected else " disabled" if none else "",
        label=one.label,
        count="" if one.count is None else format_html(COUNT, localize(one.count)),
    )
