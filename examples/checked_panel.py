"""A field of the editor's form that shows the privacy warnings in its text beside it."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import TYPE_CHECKING, Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, Panel, PanelGroup

if TYPE_CHECKING:
    from examples.anonymity import Warning


class CheckedFieldPanel(FieldPanel):
    """A field whose saved text is checked for personal data."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel in a form."""

        help_text: Any

        class Media:
            js = ("dist/neutral.js",)

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None and self.instance.pk:
                self.help_text = with_warnings(self.help_text, self.instance, self.bound_field)


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


def with_warnings(help_text: Any, story: Any, field: BoundField) -> Any:
    """The help text of a field, and under it each open warning with a button that takes its neutral words."""
    from examples.anonymity import open_warnings_in  # noqa: PLC0415 (reads the models that use this panel)

    warnings = open_warnings_in(story, field.name)
    if not warnings:
        return help_text
    address = reverse("story_anonymity", args=[story.pk])
    return format_html(
        '{}<ul class="mm-warnings">{}</ul><a href="{}">{}</a>',
        help_text or "",
        format_html_join("", "<li>{}</li>", ((_line(each, field),) for each in warnings)),
        address,
        _("May it stay? Say why"),
    )


def _line(warning: Warning, field: BoundField) -> SafeString:
    """What was found, and the button; the script beside it is static/src/neutral.js."""
    new = warning.replacement
    return format_html(
        '{} <button type="button" class="button button-small button-secondary" data-neutral="{}"'
        ' data-field="{}" data-found="{}" data-start="{}" data-done="{}" data-gone="{}">{}</button>'
        ' <span role="status"></span>',
        _("Privacy warning, {kind}: “{words}”.").format(kind=warning.kind, words=warning.words),
        new.words,
        field.id_for_label,
        warning.text.value[new.start : new.end],
        new.start,
        _("Replaced. Save the draft to keep it."),
        _("These words are no longer in the text."),
        warning.offer,
    )
