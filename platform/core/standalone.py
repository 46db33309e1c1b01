"""Pages for when little works: 500 and 503 need no database, no static file and no context."""

from __future__ import annotations

import base64
import hashlib
import re

from django.http import HttpResponse
from django.template.loader import render_to_string

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def standalone_page(template: str, status: int) -> HttpResponse:
    """The page, whose one style block the content security policy lets through by its hash.

    Args:
        template: Name of a template that extends `core/standalone.html`.
        status: The HTTP status that it tells of.
    """
    html = render_to_string(template)
    response = HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})
    response._csp_update = {"style-src": [_hash(style) for style in STYLE.findall(html)]}  # type: ignore[attr-defined]
    return response


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
