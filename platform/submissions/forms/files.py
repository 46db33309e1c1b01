"""A picture and a document with a story."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from examples.uploads import DocumentField, PictureField
from submissions.forms.base import line


class FilesForm(forms.Form):
    """Files to add; those that are there already stay unless another takes their place."""

    use_required_attribute = False

    picture = PictureField(
        label=gettext_lazy("Picture"),
        help_text=gettext_lazy(
            "No people, no names, no house numbers. JPEG, PNG, WebP or AVIF. "
            "Without a picture the site draws one."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
    )
    alternative_text = line(
        gettext_lazy("What does the picture show?"), gettext_lazy("For who cannot see it. Name nobody.")
    )
    document = DocumentField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("A form or decision that others can use, without names. PDF, DOCX or ODT."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
    document_title = line(
        gettext_lazy("What is the document called?"), gettext_lazy("Readers see this as its name.")
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="bestand-%s")

    def clean(self) -> dict[str, Any]:
        """A picture with its words, a document with its name."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("picture") and not cleaned.get("alternative_text"):
            self.add_error("alternative_text", _("Say what the picture shows, and choose the picture again."))
        if cleaned.get("document") and not cleaned.get("document_title"):
            self.add_error("document_title", _("Give the document a name, and choose the document again."))
        return cleaned
