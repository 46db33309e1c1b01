"""The form with which visitors report a story."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import AgainstRobots
from examples.models import StoryReport


class ReportForm(AgainstRobots, forms.ModelForm[StoryReport]):
    """What is wrong, why, and if wanted an address for an answer."""

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

    class Meta:
        model = StoryReport
        fields = ["kind", "reason", "email"]
