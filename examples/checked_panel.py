"""A field of the editor's form that shows the privacy warnings in its text beside it."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, Panel, PanelGroup


class CheckedFieldPanel(FieldPanel):
    """A field whose saved text is checked for personal data."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel in a form."""

        help_text: Any

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None and self.instance.pk:
                self.help_text = with_warnings(self.help_text, self.instance, self.field_name)


def checked(panels: list[Panel], fields: Collection[str]) -> list[Panel]:
    """The same panels, in which those of these fields show the warnings."""
    return [_checked(panel, fields) for panel in panels]


def _checked(panel: Any, fields: Collection[str]) -> Panel:
    if isinstance(panel, PanelGroup):
        group: Any = copy(panel)
        group.children = checked(panel.children, fields)
        return group
    texts: Any = panel
    # What Wagtail's own subclasses show is left alone.
    if type(texts) is FieldPanel and texts.field_name in fields:
        options = {name: getattr(texts, name) for name in ("help_text", "heading")}
        return CheckedFieldPanel(texts.field_name, **options)
    plain: Panel = texts
    return plain


def with_warnings(help_text: Any, story: Any, field: str) -> Any:
    """The help text of a field, and under it each open warning with its neutral words."""
    from examples.anonymity import open_warnings_in  # noqa: PLC0415 (reads the models that use this panel)

    warnings = open_warnings_in(story, field)
    if not warnings:
        return help_text
    line = _("Privacy warning, {kind}: “{words}”. Neutral words: “{neutral}”.")
    lines = [
        (line.format(kind=each.kind, words=each.words, neutral=each.neutral_words or _("leave it out")),)
        for each in warnings
    ]
    items = format_html_join("", "<li>{}</li>", lines)
    address = reverse("story_anonymity", args=[story.pk])
    return format_html('{}<ul>{}</ul><a href="{}">{}</a>', help_text or "", items, address, _("Decide"))
