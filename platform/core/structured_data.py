"""What a page says to machines, as JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

# A data block ends at the first </script>, and comment signs change how it is read.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_json_ld(things: Sequence[Mapping[str, Any]]) -> SafeString:
    """The things as the text of a data block, safe inside a script element."""
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    # The encoder takes dates, and texts that are translated late.
    text = json.dumps(graph, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 (escaped just now)


def breadcrumb_list(crumbs: Sequence[Mapping[str, str]], here: str) -> dict[str, Any]:
    """The way to a page; the last crumb is the page itself.

    Args:
        crumbs: Label and path of each; the path of the last may be empty.
        here: Absolute address of the page itself.

    Returns:
        A BreadcrumbList.
    """
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb["label"],
                "item": f"{settings.BASE_URL}{crumb['url']}" if crumb["url"] else here,
            }
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def publisher() -> dict[str, Any]:
    """Who is behind the site."""
    return {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": f"{settings.BASE_URL}/"}


def without_empty(thing: Mapping[str, Any]) -> dict[str, Any]:
    """The thing without properties that say nothing."""
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}
