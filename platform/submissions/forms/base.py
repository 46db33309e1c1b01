"""What the forms of all steps share: answers come and go as they are typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from submissions.models import Submission
from submissions.services.drafting import Answer
from submissions.story import number

LONGEST_TEXT = 10_000
NEEDED = _("Fill this in: without it you cannot send in.")
LARGEST = 2_000_000_000  # euros


class StepForm(forms.Form):
    """A step's questions about one submission.

    Required means: before it is sent in. Until then everything is saved as it is.
    """

    use_required_attribute = False

    def __init__(self, submission: Submission, data: Any = None) -> None:
        """Make the form.

        Args:
            submission: About which.
            data: Answers to check: those of a request, or those that were saved. None to show them unchecked.
        """
        super().__init__(data, initial=submission.data, auto_id="antwoord-%s")
        self.submission = submission
        self.add_fields()

    def add_fields(self) -> None:
        """Add the fields that depend on the submission."""

    def sent(self, post: QueryDict) -> dict[str, Answer]:
        """The answers in a request, as typed; a question that was not on the page is left out."""
        answers: dict[str, Answer] = {}
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.CheckboxSelectMultiple):
                answers[name] = [
                    str(each) for each in post.getlist(name)
                ]  # none of them ticked sends nothing
            elif name in post:
                answers[name] = str(post[name])
        return answers


class TextField(forms.CharField):
    """A text of which the browser cuts nothing off: what is too long is kept, with an error."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maximum."""
        return {}


class WholeNumberField(TextField):
    """A whole number as people type one: 1500, 1.500 or € 1 500; `example` is shown to who types none."""

    def __init__(self, low: int = 0, high: int = LARGEST, example: int = 1500, **kwargs: Any) -> None:
        self.low, self.high, self.example = low, high, example
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(widget=widget, **kwargs)

    def clean(self, value: Any) -> int | None:
        """The number, or None.

        Raises:
            ValidationError: It is none, or out of reach.
        """
        try:
            found = number(str(super().clean(value) or ""))
        except ValueError as error:
            text = _("Write a whole number in figures, for example %(example)s.")
            raise ValidationError(text, params={"example": self.example}, code="invalid") from error
        if found is not None and not self.low <= found <= self.high:
            text = _("Write a number from %(low)s to %(high)s.")
            raise ValidationError(text, params={"low": self.low, "high": self.high}, code="reach")
        return found


def text(label: Any, help_text: Any = "", rows: int = 6, required: bool = False, **kwargs: Any) -> TextField:
    """A question that is answered in lines of text."""
    kwargs.setdefault("max_length", LONGEST_TEXT)
    kwargs.setdefault("error_messages", {"required": NEEDED})
    widget = forms.Textarea(attrs={"rows": rows})
    return TextField(label=label, help_text=help_text, widget=widget, required=required, **kwargs)


def line(label: Any, help_text: Any = "", required: bool = False, **kwargs: Any) -> TextField:
    """A question that is answered in one line."""
    kwargs.setdefault("max_length", 255)
    kwargs.setdefault("error_messages", {"required": NEEDED})
    return TextField(label=label, help_text=help_text, required=required, **kwargs)
