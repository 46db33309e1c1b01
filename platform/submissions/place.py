"""What readers see of the place of a submission: what is advised, until the submitter chooses."""

from __future__ import annotations

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from examples.models import ExamplePage
from examples.recognisability import advised_display, rare_traits
from submissions.models import Submission

Display = ExamplePage.Display


def advised(submission: Submission) -> Display:
    """By the number of residents, what is rare in the texts, and the number of target groups."""
    dutch = submission.language == Submission.Language.DUTCH
    texts = [text for text in submission.data.values() if dutch and isinstance(text, str)]
    groups = len(submission.answer("target_groups", []))
    return advised_display(submission.municipality, rare_traits(texts), groups)


def display_of(submission: Submission) -> str:
    """What was chosen, or else what is advised."""
    return str(submission.answer("municipality_display") or advised(submission))


def advice_against(submission: Submission) -> str:
    """What is advised, where the submitter chose to show more than that; else ""."""
    chosen, advice = display_of(submission), advised(submission)
    less = list(Display)
    return str(advice.label) if less.index(Display(chosen)) < less.index(advice) else ""


def _choice(submission: Submission) -> str:
    label = str(advised(submission).label)
    return _("As we advise: %(display)s") % {"display": label[:1].lower() + label[1:]}


# Reading all texts takes its time: only when it is shown.
advised_choice = lazy(_choice, str)
