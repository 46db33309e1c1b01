"""Puts what a page says to machines into its head."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.structured_data import as_json_ld, breadcrumb_list

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString | str:
    """The breadcrumbs and the `structured` things of the context, or nothing.

    A block of this type is data: a strict policy for scripts lets it be, since nothing of it runs.
    """
    things = list(context.get("structured") or [])
    if context.get("breadcrumbs"):
        things.append(breadcrumb_list(context["breadcrumbs"], context.get("canonical_url") or ""))
    if not things:
        return ""
    return format_html('<script type="application/ld+json">{}</script>', as_json_ld(things))
