"""Saves the answers of a step, and what is shown when that cannot be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from submissions.forms.base import StepForm
from submissions.keeping import wants_json
from submissions.models import Submission
from submissions.services import drafting
from submissions.services.drafting import LONGEST, Answer, EditConflictError
from submissions.states import WrongStateError
from submissions.steps import Step
from submissions.views.context import step_context, trail

CONFLICT, TOO_LARGE = 409, 413
LONGEST_VERSION = 9  # figures


@dataclass(frozen=True)
class Saved:
    """What was saved.

    Attributes:
        submission: As it is now.
        too_long: Answers that are too long to keep; they are shown again.
    """

    submission: Submission
    too_long: dict[str, Answer]


def form_of(step: Step, submission: Submission, data: Any = None) -> StepForm:
    """The questions of a step.

    Raises:
        Http404: It has none.
    """
    if step.form is None:
        raise Http404("This step has no questions.")
    return step.form(submission, data)


def save(request: HttpRequest, submission: Submission, step: Step) -> Saved | HttpResponseBase:
    """Save what was typed; a response when it could not be saved, or when the script asked."""
    if not request.token_is_right:  # type: ignore[attr-defined]
        return unsaved(request, submission, step, request.POST)
    answers = form_of(step, submission).sent(request.POST)
    too_long = {name: value for name, value in answers.items() if len(value) > LONGEST}
    fitting = {name: value for name, value in answers.items() if name not in too_long}
    try:
        saved = drafting.save(submission, fitting, version_in(request.POST))
    except EditConflictError as conflict:
        return _conflict(request, step, conflict, answers)
    except WrongStateError:
        submission.refresh_from_db()
        return too_late(request, submission, step)
    if wants_json(request):
        state = {"version": saved.version, "too_long": list(too_long)}
        return JsonResponse(state, status=TOO_LARGE if too_long else 200)
    return Saved(saved, too_long)


def version_in(post: QueryDict) -> int:
    """The version that the form was shown with; what makes no sense is the oldest."""
    text = post.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_VERSION else 0


def unsaved(request: HttpRequest, submission: Submission, step: Step, typed: QueryDict) -> HttpResponseBase:
    """The step with what was typed and could not be saved, to be saved now."""
    answers = form_of(step, submission).sent(typed)
    form = form_of(step, submission, {**submission.data, **answers})
    # The version of then: what changed in the meantime is a conflict, as it would have been.
    context = step_context(submission, step, form) | {"unsaved": True, "version": version_in(typed)}
    return render(request, "submissions/step.html", context)


def too_late(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """The submission is not with the visitor any more: what they typed is shown, to copy."""
    if wants_json(request):
        return JsonResponse({"error": "state"}, status=CONFLICT)
    if request.method != "POST" or step.form is None:
        return redirect(submission)
    form = form_of(step, submission)
    typed = [
        {"label": form.fields[name].label, "text": value}
        for name, value in form.sent(request.POST).items()
        if value and isinstance(value, str) and value != submission.answer(name)
    ]
    if not typed:  # a second click on a button that did its work
        return redirect(submission)
    context = {"submission": submission, "typed": typed, "breadcrumbs": trail(submission)}
    return render(request, "submissions/too_late.html", context, status=CONFLICT)


def _conflict(
    request: HttpRequest, step: Step, conflict: EditConflictError, answers: dict[str, Answer]
) -> HttpResponseBase:
    """Both texts side by side: what is saved, and what was typed here."""
    now = conflict.submission
    if wants_json(request):
        return JsonResponse({"conflict": conflict.fields}, status=CONFLICT)
    form = form_of(step, now, {**now.data, **answers})
    context = step_context(now, step, form)
    context["conflicts"] = [_side_by_side(form, name, now) for name in conflict.fields]
    return render(request, "submissions/conflict.html", context, status=CONFLICT)


def _side_by_side(form: StepForm, name: str, now: Submission) -> dict[str, Any]:
    field: Any = form[name]
    labels = {str(value): str(label) for value, label in getattr(field.field, "choices", ())}
    saved = now.answer(name)
    values = [str(each) for each in (saved if isinstance(saved, list) else [saved])]
    theirs = [labels.get(value, value) for value in values]
    return {"field": field, "theirs": "\n".join(theirs)}
