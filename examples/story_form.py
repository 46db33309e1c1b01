"""The editor's form of a story."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from examples.completeness import TAGS, missing_tags


class StoryForm(WagtailAdminPageForm):
    """Complete when the story is sent in or published, not while it is a draft."""

    def clean(self) -> dict[str, Any]:
        """Say at each kind of tags what is missing."""
        cleaned: dict[str, Any] = super().clean()
        if self.is_deferred_validation or not all(name in self.formsets for name in TAGS):
            return cleaned
        tags = {name: self._kept(self.formsets[name]) for name in TAGS}
        missing = missing_tags(cleaned.get("kind", ""), cleaned.get("caveat") or "", tags)
        for name, text in missing.items():
            self.formsets[name].non_form_errors().append(text)
        return cleaned

    @staticmethod
    def _kept(formset: Any) -> int:
        """How many rows of tags stay; a row with an error has its own message."""
        formset.is_valid()
        forms = [*formset.initial_forms, *(form for form in formset.extra_forms if form.has_changed())]
        return len(forms) - len(formset.deleted_forms)
