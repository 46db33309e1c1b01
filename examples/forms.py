"""The editors' forms of pictures and documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm
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


def _let_in(form: forms.ModelForm, kind: type[PictureField | DocumentField]) -> None:
    """Give the form a field that lets in only clean files, and leave its title to the editor.

    Wagtail's factory makes the field, and its edit form leaves it out: hence here, and not declared.
    """
    if "file" in form.fields:
        field = form.fields["file"]
        # A widget that proposes no title: Wagtail's takes the name of the file, which may name a resident.
        widget = forms.FileInput({"accept": kind.accept})
        form.fields["file"] = kind(
            label=field.label, required=field.required, widget=widget, initial=field.initial
        )
    if form.instance.pk is None and not form.is_bound:
        form.initial["title"] = ""


def sanitise_avatars() -> None:
    """Let in only clean pictures of editors themselves: Wagtail has no setting for that form."""
    field = AvatarPreferencesForm.base_fields["avatar"]
    AvatarPreferencesForm.base_fields["avatar"] = PictureField(label=field.label, required=False)
