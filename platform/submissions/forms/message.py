"""A message in the conversation about a submission."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from submissions.forms.base import text
from submissions.limits import may_write


class MessageForm(forms.Form):
    """What the submitter's side says to the editors."""

    use_required_attribute = False

    token = forms.UUIDField(widget=forms.HiddenInput)
    text = text(
        _("Your message"),
        _("Name no residents: the editors need to know what happened, not to whom."),
        rows=4,
        required=True,
        max_length=5000,
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data, auto_id="bericht-%s", initial={"token": uuid.uuid4()})
        self.user = user

    def clean(self) -> dict[str, Any]:
        """No more messages an hour than a person writes."""
        if not may_write(self.user):
            raise ValidationError(_("You sent a lot of messages. Wait an hour, then send this one."))
        return super().clean() or {}
