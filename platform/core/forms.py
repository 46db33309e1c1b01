"""What keeps robots from sending a public form, without a puzzle for people."""

from __future__ import annotations

import time
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

SALT = "core.forms"
MINIMUM_SECONDS = 2.0


class AgainstRobots(forms.Form):
    """Adds a field that people do not see, and the moment at which the form was made.

    Robots fill in every field, and send a form at once. Whoever is too quick is asked to send it again.
    """

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    made_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["made_at"].initial = moment()

    def clean(self) -> dict[str, Any]:
        """Refuse what only a robot sends. People find all that they typed, and only have to send it again.

        Raises:
            ValidationError: The unseen field is filled in, or the form came back too soon.
        """
        data: dict[str, Any] = super().clean() or {}
        seconds = _seconds_since(data.get("made_at", ""))
        filled_in = bool(data.get("website"))
        if filled_in or seconds is None:
            again = {self.add_prefix("website"): "", self.add_prefix("made_at"): moment()}
            self.data = {**self.data.dict(), **again}  # type: ignore[attr-defined]
        if filled_in:
            text = _("Something filled in a field that has to stay empty. Please send it once more.")
            raise forms.ValidationError(text, code="robot")
        # Whoever has something to mend sends it again anyway.
        if not self.errors and (seconds is None or seconds < MINIMUM_SECONDS):
            raise forms.ValidationError(_("That was very fast. Please send it once more."), code="too fast")
        return data


def moment() -> str:
    """This moment, signed."""
    return signing.Signer(salt=SALT).sign(str(time.time()))


def _seconds_since(made_at: str) -> float | None:
    """Since the form was made; None when it does not say so."""
    try:
        return time.time() - float(signing.Signer(salt=SALT).unsign(made_at))
    except (signing.BadSignature, ValueError):
        return None
