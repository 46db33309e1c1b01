"""What an editor fills in about a submission."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.review.labels import label_of
from submissions.review.models import CannedAnswer

LONGEST = 5000
# Before the name of an answer, in the name of the field for a remark on it.
PREFIX = "about-"


class CannedChoice(forms.ModelChoiceField):
    """A choice of canned answers; each brings its text along for the page's script."""

    def __init__(self, use: str, language: str) -> None:
        answers = CannedAnswer.objects.filter(use=use)
        super().__init__(
            answers,
            required=False,
            label=_("Canned answer"),
            empty_label=_("No canned answer"),
        )
        self.texts = {str(answer.pk): answer.text(language) for answer in answers}


class WordsForm(forms.Form):
    """Words to the submitter, typed or canned."""

    def __init__(self, use: str, language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        self.fields["canned"] = CannedChoice(use, language)
        self.order_fields(["canned"])

    def said(self, field: str) -> str:
        """What was typed; the canned answer where nothing was typed."""
        typed = str(self.cleaned_data.get(field) or "").strip()
        canned = self.cleaned_data.get("canned")
        return typed or (canned.text(self.language) if canned else "")


class AskForm(WordsForm):
    """A question or a message, and remarks on answers."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Question or message"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, fields: Iterable[str], language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(CannedAnswer.Use.QUESTION, language, *args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())
        self.abouts = list(fields)
        for name in self.abouts:
            self.fields[f"{PREFIX}{name}"] = forms.CharField(
                label=label_of(name),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    @property
    def remark_fields(self) -> list[forms.BoundField]:
        """The places for remarks."""
        return [self[f"{PREFIX}{name}"] for name in self.abouts]

    @property
    def has_remarks(self) -> bool:
        """Whether something was typed in one of them."""
        return any(field.value() for field in self.remark_fields)

    def clean(self) -> dict[str, Any]:
        """Something must be said."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.said("text") and not self.remarks():
            raise forms.ValidationError(_("Write a question, a message or a remark on an answer."))
        return cleaned

    def remarks(self) -> dict[str, str]:
        """Remarks by answer."""
        said = {name: str(self.cleaned_data.get(f"{PREFIX}{name}") or "").strip() for name in self.abouts}
        return {name: text for name, text in said.items() if text}


class RejectForm(WordsForm):
    """Why a submission is not accepted."""

    reason = forms.CharField(
        label=_("Reason that the submitter reads"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(CannedAnswer.Use.REFUSAL, language, *args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """A reason is needed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.said("reason"):
            self.add_error("reason", _("Write why, or choose a canned answer."))
        return cleaned
