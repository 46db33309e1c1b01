"""What every step of a submission shows around its questions."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from examples.models import ExamplePage
from examples.pages import crumbs
from submissions import suggesting
from submissions.forms.base import StepForm
from submissions.keeping import sign_in_url
from submissions.models import Submission
from submissions.selectors import examples_beside
from submissions.steps import STEPS, Step, progress

# Questions with boxes to tick that the text can answer.
SUGGESTED = frozenset(suggesting.FACETS.values())


def trail(submission: Submission, *rest: tuple[str, str]) -> list[dict[str, str]]:
    """Breadcrumbs down to a submission and what is below it."""
    own = (str(submission), submission.get_absolute_url())
    return crumbs((_("My submissions"), reverse("submissions:overview")), own, *rest)


def step_context(submission: Submission, step: Step, form: StepForm | None = None) -> dict[str, Any]:
    """Progress, questions, suggestions and examples of a step."""
    context: dict[str, Any] = {
        "submission": submission,
        "version": submission.version,
        "step": step,
        "number": STEPS.index(step) + 1,
        "steps": [
            {
                "label": str(each.step.title),
                "name": each.step.slug,
                "url": each.url,
                "state": "done" if each.done else "begun" if each.begun else "",
                "current": each.step is step,
            }
            for each in progress(submission)
        ],
        "form": form,
        "sign_in_url": sign_in_url(step.url(submission)),
        "breadcrumbs": trail(submission, (str(step.title), "")),
    }
    if form is not None:
        context |= _questions(submission, step, form)
    return context


def _questions(submission: Submission, step: Step, form: StepForm) -> dict[str, Any]:
    suggested = suggesting.tags(submission) if SUGGESTED & set(form.fields) else {}
    beside = examples_beside(submission, form.fields)
    questions: list[dict[str, Any]] = [
        {
            "field": form[name],
            "choices": _choices(form[name], suggested.get(name, [])) if name in SUGGESTED else None,
            "example": beside.get(name),
        }
        for name in form.fields
    ]
    return {
        "alike": suggesting.alike(submission),
        "questions": [each for each in questions if each["field"].name not in step.extra],
        "extra": [each for each in questions if each["field"].name in step.extra],
        "extra_open": any(form[name].errors or submission.answer(name) for name in step.extra),
    }


def _choices(field: Any, suggested: list[str]) -> dict[str, Any]:
    """The boxes of a question in two groups: chosen or pointed to by the text, and all others."""
    chosen = [str(value) for value in field.value() or []]
    options: list[dict[str, Any]] = [
        {
            "name": field.html_name,
            "value": value,
            "label": label,
            "checked": value in chosen,
            "suggested": value in suggested,
        }
        for value, label in field.field.choices
    ]
    near = [each for each in options if each["checked"] or each["suggested"]]
    others = [each for each in options if each not in near]
    for place, each in enumerate([*near, *others]):
        each["id"] = f"{field.auto_id}_{place}"
    return {
        "near": near,
        "others": others,
        "suggests": any(each["suggested"] for each in near),
        "open": bool(field.errors) or (field.field.required and not near),
    }


def story_in_place(page: ExamplePage | None) -> str:
    """Path of the story where it is on the site, or ""."""
    return (page.get_url() or "") if page is not None and page.live else ""
