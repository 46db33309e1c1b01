"""The last step: what is missing, the statement, and sending in."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import User
from submissions.anonymity import open_warnings
from submissions.forms.send import STATEMENT, AgreeForm
from submissions.keeping import kept_answers
from submissions.models import Submission
from submissions.selectors import actor
from submissions.services import sending
from submissions.services.sending import PageBusyError, StaleError, Statement
from submissions.states import WrongStateError
from submissions.steps import BY_SLUG, Step, problems
from submissions.views.context import step_context
from submissions.views.saving import Saved, form_of, save, unsaved, version_in


def send_in(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """What is left to do, and the statement; it is sent when all is there."""
    if request.method != "POST":
        kept = kept_answers(request)
        if kept is not None:
            return unsaved(request, submission, step, kept)
        return _page(request, submission, step, AgreeForm())
    seen = version_in(request.POST) == submission.version
    saved = save(request, submission, step)
    if not isinstance(saved, Saved):
        return saved
    wanted = BY_SLUG.get(request.POST.get("naar", ""))
    if wanted or "stop" in request.POST:
        return redirect(wanted.url(submission) if wanted else submission)
    return _check(request, saved.submission, step, seen)


def _check(request: HttpRequest, submission: Submission, step: Step, seen: bool) -> HttpResponseBase:
    """Send when nothing is missing; `seen` is whether the person was shown what is sent."""
    agreed = AgreeForm(request.POST)
    if not agreed.is_valid() or problems(submission) or open_warnings(submission):
        return _page(request, submission, step, agreed)
    if not seen:
        return _page(request, submission, step, agreed, _changed())
    return _send(request, submission, step, agreed)


def _send(request: HttpRequest, submission: Submission, step: Step, agreed: AgreeForm) -> HttpResponseBase:
    user = cast(User, request.user)
    statement = Statement(str(STATEMENT), str(submission.answer("stated_role")))
    try:
        sending.send(submission, actor(user, submission), statement, submission.version)
    except StaleError:
        return _page(request, submission, step, agreed, _changed())
    except PageBusyError:
        text = _("The editors are working on this story just now. Your text is saved; try again later.")
        return _page(request, submission, step, agreed, text)
    except ValidationError as error:
        return _page(request, submission, step, agreed, " ".join(error.messages))
    except WrongStateError:
        return redirect(submission)
    messages.success(request, _("Sent in. We let you know by e-mail what happens with it."))
    return redirect(submission)


def _changed() -> str:
    return _("The text was changed in another tab or by a colleague. Look at the preview, and send it then.")


def _page(
    request: HttpRequest, submission: Submission, step: Step, agreed: AgreeForm, trouble: str = ""
) -> HttpResponseBase:
    asked = request.method == "POST"
    form = form_of(step, submission, submission.data if asked else None)
    missing = [each for each in problems(submission) if each.step is not step]
    context: dict[str, Any] = step_context(submission, step, form) | {
        "agreed": agreed,
        "missing": missing,
        "warnings": len(open_warnings(submission)),
        "trouble": trouble,
    }
    return render(request, "submissions/send.html", context)
