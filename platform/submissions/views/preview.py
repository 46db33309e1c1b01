"""The step that shows the story as its readers will see it."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from submissions.models import Submission
from submissions.preview import story_of
from submissions.steps import BY_SLUG, Step, after
from submissions.views.context import step_context


def show(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """The story by the template of the site."""
    if wanted := BY_SLUG.get(request.POST.get("naar", "")):
        return redirect(wanted.url(submission))
    following = after(step)
    context = step_context(submission, step) | {
        "story": story_of(submission),
        "next_url": following.url(submission) if following else "",
    }
    return render(request, "submissions/preview.html", context)
