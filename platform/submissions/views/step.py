"""The steps of a submission: each is shown, saved as it is typed, and checked before the next one."""

from __future__ import annotations

import uuid
from typing import cast

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from accounts.models import User
from submissions.keeping import keeps_answers, kept_answers
from submissions.models import Submission
from submissions.selectors import get_editable
from submissions.steps import BY_SLUG, Step, after
from submissions.views import anonymity, files, preview, sending
from submissions.views.context import step_context
from submissions.views.saving import Saved, form_of, save, too_late, unsaved

# Steps that are more than questions.
OWN_VIEWS = {
    "bestanden": files.add,
    "privacy": anonymity.check,
    "bekijken": preview.show,
    "insturen": sending.send_in,
}


@keeps_answers
def step(request: HttpRequest, public_id: uuid.UUID, slug: str) -> HttpResponseBase:
    """One step of a submission that the visitor may change."""
    chosen = BY_SLUG.get(slug)
    if chosen is None:
        raise Http404("No such step.")
    submission = get_editable(cast(User, request.user), public_id)
    if not submission.is_editable:
        return too_late(request, submission, chosen)
    if slug in OWN_VIEWS:
        return OWN_VIEWS[slug](request, submission, chosen)
    if request.method == "POST":
        saved = save(request, submission, chosen)
        return _onwards(request, saved, chosen) if isinstance(saved, Saved) else saved
    kept = kept_answers(request)
    if kept is not None:
        return unsaved(request, submission, chosen, kept)
    form = form_of(chosen, submission)
    return render(request, "submissions/step.html", step_context(submission, chosen, form))


def _onwards(request: HttpRequest, saved: Saved, chosen: Step) -> HttpResponseBase:
    """To the page that the visitor chose; to the next step only when this one is right."""
    submission: Submission = saved.submission
    wanted = BY_SLUG.get(request.POST.get("naar", ""))
    if not saved.too_long and "stop" in request.POST:
        return redirect(submission)
    if not saved.too_long and wanted is not None:
        return redirect(wanted.url(submission))
    form = form_of(chosen, submission, {**submission.data, **saved.too_long})
    if form.is_valid() and (following := after(chosen)):
        return redirect(following.url(submission))
    context = step_context(submission, chosen, form) | {"saved": not saved.too_long}
    return render(request, "submissions/step.html", context)
