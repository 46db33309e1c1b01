"""The step that shows what may identify a resident, with neutral words a click away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from submissions import anonymity
from submissions.models import Submission
from submissions.states import WrongStateError
from submissions.steps import BY_SLUG, Step, after
from submissions.views.context import step_context


def check(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """The marked texts, or what the visitor decides about one of the findings."""
    if request.method == "POST":
        return _decide(request, submission, step)
    following = after(step)
    checked = anonymity.check(submission)
    context = step_context(submission, step) | {
        "checked": checked,
        "warnings": sum(len(each.warnings) for each in checked),
        "next_url": following.url(submission) if following else "",
        "reads_all": submission.language == Submission.Language.DUTCH,
    }
    return render(request, "submissions/privacy.html", context)


def _decide(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    here = redirect(step.url(submission))
    if not request.token_is_right:  # type: ignore[attr-defined]
        messages.warning(request, _("You signed in again meanwhile. Please choose once more."))
        return here
    if wanted := BY_SLUG.get(request.POST.get("naar", "")):
        return redirect(wanted.url(submission))
    key, why = request.POST.get("vervang", ""), request.POST.get("waarom", "")
    try:
        if key:
            anonymity.use_neutral_words(submission, key)
            messages.success(request, _("Replaced. Read the sentence once more."))
        elif why.strip():
            anonymity.let_stand(submission, request.POST.get("laat", ""), why)
            messages.success(request, _("The words stay. The editors read why."))
        else:
            messages.error(request, _("Write why the words may stay."))
    except anonymity.WarningGoneError:
        messages.warning(request, _("The text changed meanwhile. Look at the warnings again."))
    except WrongStateError:
        return redirect(submission)
    return here
