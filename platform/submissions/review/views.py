"""One submission before an editor: two versions side by side, conversation, checklist, decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from accounts.models import User
from submissions.models import Submission
from submissions.review import acting, claiming
from submissions.review.acting import ChangedError, Words
from submissions.review.checklist import points_of, tick
from submissions.review.claiming import TakenError
from submissions.review.context import context_of, fields_of
from submissions.review.forms import AskForm, RejectForm
from submissions.review.people import DECIDE, REVIEW, may_check
from submissions.review.queue import reviewable
from submissions.states import WrongStateError

Form = AskForm | RejectForm | None
REFUSALS = (TakenError, ChangedError, WrongStateError)


@permission_required(REVIEW)
def submission(request: HttpRequest, number: int) -> HttpResponse:
    """Show it, or do what was asked and show it again; a form with errors comes back as it was filled in."""
    found = get_object_or_404(reviewable(), pk=number)
    forms: dict[str, Form] = {}
    if request.method == "POST":
        act = ACTS.get(request.POST.get("do", ""))
        form = _done(request, found, act) if act else None
        if form is None or not form.errors:
            return redirect("review_submission", number)
        forms = {"ask" if isinstance(form, AskForm) else "reject": form}
        found = get_object_or_404(reviewable(), pk=number)
    context = context_of(found, cast(User, request.user), request.GET.get("with", ""))
    return TemplateResponse(request, "review/submission.html", {**context, **forms})


def _done(
    request: HttpRequest, found: Submission, act: Callable[[HttpRequest, Submission, User], Form]
) -> Form:
    """Do it, and say why not where it cannot be done."""
    try:
        return act(request, found, cast(User, request.user))
    except REFUSALS as error:
        messages.error(request, _why_not(error))
    return None


def _why_not(error: Exception) -> str:
    if isinstance(error, TakenError):
        return _("%(who)s has taken this submission up.") % {"who": error.by}
    if isinstance(error, ChangedError):
        return _("There is a newer version. Look at it again.")
    return _("That is not possible any more: the submission got another status.")


def _claim(request: HttpRequest, found: Submission, user: User) -> Form:
    take_over = request.POST.get("take_over") == "1"
    if take_over and not user.has_perm(DECIDE):
        raise PermissionDenied
    claiming.claim(found, user, take_over)
    messages.success(request, _("You have taken this submission up."))
    return None


def _release(request: HttpRequest, found: Submission, user: User) -> Form:
    claiming.release(found, user)
    messages.success(request, _("You left this submission to others."))
    return None


def _tick(request: HttpRequest, found: Submission, user: User) -> Form:
    state = found.page.current_workflow_task_state if found.page else None
    if (
        state is None
        or found.page is None
        or request.POST.get("revision") != str(found.page.latest_revision_id)
    ):
        raise ChangedError
    claiming.ensure_free(found, user)
    if not may_check(found, state.task.specific, user):
        raise PermissionDenied
    tick(found, points_of(state.task), found.page.latest_revision_id, user, request.POST.getlist("point"))
    messages.success(request, _("The checklist is kept."))
    return None


def _tell(request: HttpRequest, found: Submission, user: User) -> Form:
    form = AskForm(fields_of(found), found.language, request.POST)
    if not form.is_valid():
        return form
    asks = "ask" in request.POST
    token = form.cleaned_data["token"] or form.initial["token"]
    try:
        acting.tell(found, user, Words(form.said("text"), form.remarks(), token), asks)
    except REFUSALS as error:
        form.add_error(None, _why_not(error))
        return form
    said = _("The question is sent to the submitter.") if asks else _("The message is sent to the submitter.")
    messages.success(request, said)
    return form


def _approve(request: HttpRequest, found: Submission, user: User) -> Form:
    revision = request.POST.get("revision", "")
    acting.approve(found, user, int(revision) if revision.isdecimal() else 0)
    found.refresh_from_db()
    messages.success(request, _("You approved this check."))
    return None


def _reject(request: HttpRequest, found: Submission, user: User) -> Form:
    if not user.has_perm(DECIDE):
        raise PermissionDenied
    form = RejectForm(found.language, request.POST)
    if not form.is_valid():
        return form
    try:
        acting.reject(found, user, form.said("reason"))
    except REFUSALS as error:
        form.add_error(None, _why_not(error))
        return form
    messages.success(request, _("The submission is not accepted. The submitter reads why."))
    return form


ACTS: dict[str, Callable[[HttpRequest, Submission, User], Form]] = {
    "claim": _claim,
    "release": _release,
    "tick": _tick,
    "tell": _tell,
    "approve": _approve,
    "reject": _reject,
}
