"""The steps of a submission, in order, and how far somebody is with each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from submissions.forms.base import StepForm
from submissions.forms.files import NEEDED, WORDS, FilesForm
from submissions.forms.story import (
    ArgumentForm,
    BlockedForm,
    MoneyForm,
    SendForm,
    SituationForm,
    SolutionForm,
    TagsForm,
)
from submissions.models import Submission
from submissions.services.attaching import KINDS, words_with


@dataclass(frozen=True)
class Step:
    """One page of the way.

    Attributes:
        slug: In the address.
        title: What it is called.
        intro: What it asks for, in a sentence.
        form: Its questions; None where there is nothing to fill in.
        extra: Questions that stay folded until somebody opens them.
    """

    slug: str
    title: Any
    intro: Any
    form: type[StepForm] | None = None
    extra: tuple[str, ...] = ()

    def url(self, submission: Submission) -> str:
        """Path of the step for a submission."""
        return reverse("submissions:step", args=[submission.public_id, self.slug])


STEPS = (
    Step(
        "situatie",
        _("Situation"),
        _("Tell it as you would tell a colleague. You can change everything later."),
        SituationForm,
    ),
    Step("knelpunt", _("What blocked"), _("Each rule was reasonable; together they blocked."), BlockedForm),
    Step(
        "oplossing",
        _("Solution"),
        _("What did you do that the ordinary way did not allow?"),
        SolutionForm,
        extra=("conditions", "steps", "pitfalls", "follow_up", "structural_change"),
    ),
    Step(
        "onderbouwing",
        _("Why it was right"),
        _("With this a colleague elsewhere can defend the same solution."),
        ArgumentForm,
    ),
    Step(
        "geld", _("Money"), _("Leave open what you do not know: no amount is better than a guess."), MoneyForm
    ),
    Step("labels", _("Labels"), _("By these labels others find your story."), TagsForm),
    Step("bestanden", _("Picture and document"), _("Only if they help: a story does without.")),
    Step("privacy", _("Privacy check"), _("No resident may be recognisable.")),
    Step("bekijken", _("Preview"), _("This is how readers will see it.")),
    Step(
        "insturen",
        _("Send in"),
        _("The editors read it and two people check it before it is published."),
        SendForm,
    ),
)
BY_SLUG = {step.slug: step for step in STEPS}


def after(step: Step) -> Step | None:
    """The next step."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def checked(step: Step, submission: Submission) -> StepForm | None:
    """The step's form with the answers that were saved, checked."""
    return step.form(submission, submission.data) if step.form else None


@dataclass(frozen=True)
class Progress:
    """How far a step is.

    Attributes:
        step: Which.
        url: Its path.
        done: Whether it holds all that is needed.
        begun: Whether anything was answered.
    """

    step: Step
    url: str
    done: bool
    begun: bool


def progress(submission: Submission) -> list[Progress]:
    """How far each step is. A step without questions is done when nothing is left to do in it."""
    found = []
    for step in STEPS:
        form = checked(step, submission)
        begun = form is not None and any(submission.answer(name) for name in form.fields)
        found.append(Progress(step, step.url(submission), begun and form.is_valid(), begun))  # type: ignore[union-attr]
    return found


@dataclass(frozen=True)
class Problem:
    """Something that must be changed before it can be sent in."""

    step: Step
    question: str
    text: str
    url: str

    @property
    def label(self) -> str:
        """Where it is."""
        return f"{self.step.title} – {self.question}"


def problems(submission: Submission) -> list[Problem]:
    """What is missing or not right yet, in the order of the steps."""
    found = []
    for step in STEPS:
        form = checked(step, submission)
        if form is None:
            continue
        for name, errors in form.errors.items():
            label = str(form.fields[name].label) if name in form.fields else str(step.title)
            address = f"{step.url(submission)}#antwoord-{name}"
            found += [Problem(step, label, str(error), address) for error in errors]
    return found + _files_without_words(submission)


def _files_without_words(submission: Submission) -> list[Problem]:
    step, form = BY_SLUG["bestanden"], FilesForm(submission)
    return [
        Problem(
            step,
            str(form[WORDS[kind]].label),
            str(NEEDED[kind]),
            f"{step.url(submission)}#{form[WORDS[kind]].auto_id}",
        )
        for kind in KINDS
        if form.there[kind] and not words_with(getattr(submission, kind))
    ]
