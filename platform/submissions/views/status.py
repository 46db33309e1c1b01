"""The page of one submission: where it stands, what was said, and what one can do now."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.models import User
from submissions import counting
from submissions.forms.message import MessageForm
from submissions.keeping import keeps_answers, kept_answers
from submissions.models import Submission
from submissions.selectors import actor, get_visible, may_change
from submissions.services import conversation, deciding, drafting
from submissions.states import CLOSED, WAYS, Status, WrongStateError
from submissions.steps import BY_SLUG, STEPS
from submissions.timeline import entries
from submissions.views.context import story_in_place, trail

# What each state means for the submitter.
NOW = {
    Status.CONCEPT: gettext_lazy("This is still with you. Only you and your coordinator can read it."),
    Status.SENT: gettext_lazy("The editors have it. Somebody looks at it soon."),
    Status.IN_REVIEW: gettext_lazy("An editor is checking it. Two people read it before it is published."),
    Status.QUESTION: gettext_lazy("The editors ask something. It is your turn."),
    Status.PUBLISHED: gettext_lazy("It is on the site. A change that you propose shows once it is approved."),
    Status.REJECTED: gettext_lazy("The editors did not accept this. You read why below."),
    Status.WITHDRAWN: gettext_lazy("This was withdrawn. Nobody but you and your coordinator reads it."),
}


@login_required
def status(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Where it stands."""
    user = cast(User, request.user)
    submission = get_visible(user, public_id)
    return render(request, "submissions/status.html", _context(user, submission, MessageForm(user)))


def _context(user: User, submission: Submission, form: MessageForm) -> dict[str, Any]:
    now = Status(submission.status)
    changes = may_change(user, submission)
    return {
        "submission": submission,
        "form": form,
        "entries": entries(submission),
        "edit_url": STEPS[0].url(submission) if changes and submission.is_editable else "",
        "now_text": NOW[now],
        "asked": now == Status.QUESTION,
        "may_withdraw": Status.WITHDRAWN in WAYS[now],
        "may_reopen": changes and now in CLOSED,
        "may_propose": now == Status.PUBLISHED and submission.page is not None,
        "proposal": submission.proposals.order_by("-pk").first(),
        "token": uuid.uuid4(),
        "story_url": story_in_place(submission.page),
        "use": counting.total(submission.page),
        "breadcrumbs": [*trail(submission)[:-1], {"label": str(submission), "url": ""}],
    }


@keeps_answers
def write(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Say something to the editors, or answer their question."""
    user = cast(User, request.user)
    submission = get_visible(user, public_id)
    kept = kept_answers(request)
    if request.method != "POST" and kept is None:
        return redirect(submission)
    form = MessageForm(user, request.POST if request.method == "POST" else kept)
    may_save = request.method == "POST" and request.token_is_right  # type: ignore[attr-defined]
    if not may_save or not form.is_valid():
        context = _context(user, submission, form) | {"unsaved": not may_save}
        return render(request, "submissions/status.html", context)
    return _written(request, submission, form)


def _written(request: HttpRequest, submission: Submission, form: MessageForm) -> HttpResponseBase:
    by = actor(cast(User, request.user), submission)
    answers = "antwoord" in request.POST and submission.status == Status.QUESTION
    edited = answers and drafting.differs_from_page(submission)
    given = form.cleaned_data
    try:
        conversation.reply(submission, by, given["text"], given["token"], answers and not edited)
    except WrongStateError:
        messages.warning(request, _("Your message is sent. The question was answered already."))
        return redirect(submission)
    if edited:
        messages.info(request, _("Your message is sent. You changed the text too: send it in again."))
        return redirect(BY_SLUG["insturen"].url(submission))
    messages.success(request, _("Your message is sent."))
    return redirect(submission)


@keeps_answers
def withdraw(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Ask whether it may really go, and take it back."""
    user = cast(User, request.user)
    submission = get_visible(user, public_id)
    if Status.WITHDRAWN not in WAYS[Status(submission.status)]:
        return redirect(submission)
    if request.method != "POST" or not request.token_is_right:  # type: ignore[attr-defined]
        typed = request.POST if request.method == "POST" else kept_answers(request)
        context = {
            "submission": submission,
            "why": typed.get("reden", "") if typed else "",
            "breadcrumbs": trail(submission, (_("Withdraw"), "")),
        }
        return render(request, "submissions/withdraw.html", context)
    try:
        deciding.withdraw(submission, actor(user, submission), request.POST.get("reden", "")[:1000].strip())
        messages.success(request, _("Withdrawn."))
    except WrongStateError:
        messages.warning(request, _("This was withdrawn or decided already."))
    return redirect(submission)


@require_POST
@login_required
def reopen(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Take a refused or withdrawn submission up as a draft again."""
    user = cast(User, request.user)
    submission = get_visible(user, public_id)
    if may_change(user, submission) and submission.status in CLOSED:
        deciding.reopen(submission, actor(user, submission))
    return redirect(submission)


@require_POST
@login_required
def propose(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Begin a proposal to change a published story, or go to the one that is there."""
    user = cast(User, request.user)
    submission = get_visible(user, public_id)
    try:
        token = uuid.UUID(request.POST.get("token", ""))
        return redirect(drafting.propose(submission, user, token))
    except (WrongStateError, ValueError):
        return redirect(submission)
