"""The form with which visitors report a story; it keeps spam out without a puzzle."""

from __future__ import annotations

import time
from typing import Any

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from examples.models import StoryReport

LEAST_SECONDS = 3.0
SALT = "story-report"


class ReportForm(forms.ModelForm[StoryReport]):
    """What is wrong, why, and if wanted an address for an answer.

    `website` is hidden: programs fill it in, people do not. `opened` says when the form was opened: programs
    answer at once, people do not. Whoever is held up by mistake only has to send the form again.
    """

    kind = forms.ChoiceField(
        label=_("What is wrong?"), choices=StoryReport.Kind.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Explanation"),
        help_text=_("Where in the story is it? Write no more about other people than is needed."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Only if you want an answer. We use it for nothing else."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(label=_("Leave this empty"), required=False)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = StoryReport
        fields = ["kind", "reason", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = opened_now
        self.fields["website"].widget.attrs = {"autocomplete": "off", "tabindex": "-1"}

    def clean_website(self) -> str:
        """Refuse what only a program fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave this field empty, then send the report again."))
        return ""

    def clean(self) -> dict[str, Any]:
        """Refuse what was sent sooner than anybody can type."""
        cleaned = super().clean() or {}
        opened = read_opened(cleaned.get("opened", ""))
        if opened is None or time.time() - opened < LEAST_SECONDS:
            # What was typed stays; the next time the form is old enough.
            kept = {name: self.data.get(name, "") for name in self.fields}
            self.data = kept if opened else {**kept, "opened": opened_now()}
            raise forms.ValidationError(_("That went very fast. Please send the report once more."))
        return cleaned


def opened_now() -> str:
    """The present moment, signed."""
    return Signer(salt=SALT).sign(str(int(time.time())))


def read_opened(text: str) -> float | None:
    """The moment in a signed text; None when this site did not sign it."""
    try:
        return float(Signer(salt=SALT).unsign(text))
    except (BadSignature, ValueError):
        return None
