"""The plain page type: a title and one rich text, as in Wagtail's tutorial."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from wagtail.fields import RichTextField
from wagtail.models import Page


class PlainPage(Page):
    """An article; found and served as Wagtail does, with a template of ten lines and no menus."""

    body = RichTextField()

    class Meta:
        app_label = "plain"

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The article, without the site's own context."""
        return HttpResponse(render_to_string("plain/plain_page.html", {"page": self}))
