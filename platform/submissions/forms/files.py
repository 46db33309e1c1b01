"""A picture and a document with a story."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from examples.uploads import DocumentField, PictureField
from submissions.forms.base import line
from submissions.models import Submission
from submissions.services.attaching import KINDS, may_describe, words_with

# The question about a file, and what is said when it is not answered.
WORDS = {"picture": "alternative_text", "document": "document_title"}
NEEDED = {
    "picture": gettext_lazy("Say what the picture shows."),
    "document": gettext_lazy("Give the document a name."),
}


class FilesForm(forms.Form):
    """Files to add, and the words with them; those that are there stay unless another takes their place."""

    use_required_attribute = False

    picture = PictureField(
        label=gettext_lazy("Picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
    )
    alternative_text = line(
        gettext_lazy("What does the picture show?"), gettext_lazy("For who cannot see it. Name nobody.")
    )
    document = DocumentField(
        label=gettext_lazy("Document"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
    document_title = line(
        gettext_lazy("What is the document called?"), gettext_lazy("Readers see this as its name.")
    )

    def __init__(self, submission: Submission, data: Any = None, files: Any = None) -> None:
        own = may_describe(submission)
        self.there = {kind: own and getattr(submission, kind) is not None for kind in KINDS}
        initial = {WORDS[kind]: words_with(getattr(submission, kind)) for kind in KINDS if self.there[kind]}
        super().__init__(data, files, auto_id="bestand-%s", initial=initial)
        # The fields write a help text of their own when they are made.
        self.fields["picture"].help_text = _(
            "No people, no names, no house numbers. JPEG, PNG, WebP or AVIF, at most %(megabytes)s MB. "
            "Without a picture the site draws one."
        ) % {"megabytes": settings.PICTURE_LIMITS.file_bytes // 1024**2}
        self.fields["document"].help_text = _(
            "A form or decision that others can use, without names. PDF, DOCX or ODT, at most "
            "%(megabytes)s MB."
        ) % {"megabytes": settings.DOCUMENT_LIMITS.file_bytes // 1024**2}

    def clean(self) -> dict[str, Any]:
        """A picture with its words, a document with its name."""
        cleaned: dict[str, Any] = super().clean() or {}
        for kind in KINDS:
            name = WORDS[kind]
            if (cleaned.get(kind) or self.there[kind]) and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, NEEDED[kind])
        return cleaned
