"""The form that begins a submission: for which municipality, and with what."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.selectors import municipalities_of
from examples.models import Municipality
from submissions.documents import MAX_TEXT, DocumentRefused, Reason, text_of
from submissions.forms.base import text
from submissions.limits import may_begin
from submissions.models import Submission
from submissions.quick_start import split_text

REFUSED = {
    Reason.TOO_LARGE: _("This document is too large. Choose one of at most 10 MB, or paste its text."),
    Reason.NOT_A_DOCUMENT: _(
        "This is no Word or OpenDocument text. Choose a .docx or .odt file, or paste the text."
    ),
    Reason.BROKEN: _("This document is damaged or locked. Save it again and retry, or paste its text."),
    Reason.EMPTY: _("There is no text in this document. Choose another, or paste the text."),
}


class DocumentField(forms.FileField):
    """An uploaded document; what comes out is its text."""

    def clean(self, data: UploadedFile | None, initial: Any = None) -> str:
        """The text, or "" without a document.

        Raises:
            ValidationError: It cannot be read.
        """
        upload = super().clean(data, initial)
        if not upload:
            return ""
        try:
            return text_of(upload.file)
        except DocumentRefused as refused:
            raise ValidationError(REFUSED[refused.reason], code=refused.reason.value) from refused


class BeginForm(forms.Form):
    """Begin empty, or with a text or document that is there already."""

    use_required_attribute = False

    token = forms.UUIDField(widget=forms.HiddenInput)
    municipality = forms.ModelChoiceField(
        Municipality.objects.none(), label=_("For which municipality?"), empty_label=None
    )
    language = forms.ChoiceField(
        label=_("In which language do you write?"), choices=Submission.Language.choices
    )
    text = text(
        _("Do you have a text already? Paste it here"),
        _("We divide it over the questions, where you correct it. Headings such as “Situatie” help."),
        rows=8,
        max_length=MAX_TEXT,
    )
    document = DocumentField(
        label=_("Or choose a document"),
        help_text=_(
            "A Word (.docx) or OpenDocument (.odt) file of at most 10 MB. We take the text and keep no file."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.odt"}),
    )

    def __init__(self, user: User, data: Any = None, files: Any = None) -> None:
        initial = {"token": uuid.uuid4(), "language": Submission.Language.DUTCH}
        super().__init__(data, files, auto_id="begin-%s", initial=initial)
        self.user = user
        self.fields["municipality"].queryset = municipalities_of(user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """No more drafts a day than a person writes."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not may_begin(self.user, cleaned.get("token")):
            raise ValidationError(
                _("You began a lot of submissions today. Finish one first, or come back tomorrow.")
            )
        return cleaned

    def answers(self) -> dict[str, str]:
        """The text and the document, divided over the questions."""
        whole = "\n\n".join(filter(None, [self.cleaned_data["text"], self.cleaned_data["document"]]))
        return split_text(whole)
