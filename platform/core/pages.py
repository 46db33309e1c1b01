"""The base of every page type."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page


class SitePage(Page):
    """A page that tells the base template in which languages it can be read."""

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The template's context; the page is kept on the request for the language switch."""
        request.site_page = self  # type: ignore[attr-defined]
        return dict(super().get_context(request, *args, **kwargs))

    def address_in(self, code: str) -> str:
        """Path of the live page in another language, or "" where it is not translated."""
        other = self.get_translations().live().filter(locale__language_code=code).first()
        return (other.get_url() or "") if other else ""
