"""What somebody states when they send in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

STATEMENT = _(
    "No resident can be recognised in this story, or the residents concerned know about it and agree to "
    "publication. I may send it in on behalf of the municipality."
)


class AgreeForm(forms.Form):
    """The statement of anonymity and consent; it is never saved before it is sent."""

    use_required_attribute = False

    agreed = forms.BooleanField(
        label=STATEMENT,
        error_messages={"required": _("Without this statement we cannot take the story.")},
    )
