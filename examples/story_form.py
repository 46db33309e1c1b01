"""The editor's form of a story."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from examples.completeness import TAGS, missing_tags

DISPLAY = "municipality_display"


class StoryForm(WagtailAdminPageForm):
    """Complete when the story is sent in or published, not while it is a draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        display: Any = self.fields.get(DISPLAY)
        if display is not None:
            display.required = False
            display.choices = [("", _("As advised when you save")), *display.choices]
            if not self.instance.pk:
                self.initial[DISPLAY] = ""

    def clean(self) -> dict[str, Any]:
        """Take the advised way to show the place where none is chosen; say which tags are missing."""
        cleaned: dict[str, Any] = super().clean()
        if DISPLAY in self.fields and not cleaned.get(DISPLAY):
            cleaned[DISPLAY] = self._advised(cleaned)
        if self.is_deferred_validation or not all(name in self.formsets for name in TAGS):
            return cleaned
        tags = {name: self._kept(self.formsets[name]) for name in TAGS}
        missing = missing_tags(cleaned.get("kind", ""), cleaned.get("caveat") or "", tags)
        for name, text in missing.items():
            self.formsets[name].non_form_errors().append(text)
        return cleaned

    @staticmethod
    def _advised(cleaned: dict[str, Any]) -> str:
        """By number of residents and rare traits in the texts."""
        # These read the models that use this form.
        from examples.models.story import TEXTS  # noqa: PLC0415
        from examples.recognisability import advised_display, rare_traits  # noqa: PLC0415

        traits = rare_traits(cleaned.get(name) or "" for name in TEXTS)
        return str(advised_display(cleaned.get("municipality"), traits))

    @staticmethod
    def _kept(formset: Any) -> int:
        """How many rows of tags stay; a row with an error has its own message."""
        formset.is_valid()
        forms = [*formset.initial_forms, *(form for form in formset.extra_forms if form.has_changed())]
        return len(forms) - len(formset.deleted_forms)
