"""The editors' forms of pictures and documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from examples.uploads import DocumentField, PictureField


class PictureForm(BaseImageForm):
    """An uploaded picture: its own bytes and name are never kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _let_in(self, PictureField)
        if "description" in self.fields:
            field = self.fields["description"]
            field.required = True
            field.label = _("Alternative text")
            field.help_text = _("What does the picture show? For who cannot see it. Name nobody.")


class DocumentForm(BaseDocumentForm):
    """An uploaded document: its own bytes and name are never kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _let_in(self, DocumentField)


def _let_in(form: forms.ModelForm, kind: type[forms.FileField]) -> None:
    """Give the form a field that lets in only clean files.

    Wagtail's factory makes the field, and its edit form leaves it out: hence here, and not declared.
    """
    if "file" in form.fields:
        field = form.fields["file"]
        form.fields["file"] = kind(
            label=field.label, required=field.required, widget=field.widget, initial=field.initial
        )
