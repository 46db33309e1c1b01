"""The step with a picture and a document."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import User
from examples.uploads import keep_document, keep_picture
from submissions.forms.files import WORDS, FilesForm
from submissions.keeping import kept_answers
from submissions.models import Submission
from submissions.services.attaching import KINDS, attach, describe
from submissions.states import WrongStateError
from submissions.steps import BY_SLUG, Step, after
from submissions.views.context import step_context


def add(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """The files that are there, and room for others; what is right is kept when something else is not."""
    if request.method != "POST":
        kept = kept_answers(request)
        if kept is not None:
            messages.warning(
                request, _("You were signed out. Here is what you typed; choose the files again.")
            )
        return _page(request, submission, step, FilesForm(submission, kept))
    if not request.token_is_right:  # type: ignore[attr-defined]
        messages.warning(request, _("You signed in again meanwhile. Please choose once more."))
        return _page(request, submission, step, FilesForm(submission, request.POST))
    try:
        if request.POST.get("weg") in KINDS:
            submission = attach(submission, request.POST["weg"], None)
        form = FilesForm(submission, request.POST, request.FILES)
        right = form.is_valid()
        submission = _keep(cast(User, request.user), submission, form.cleaned_data)
    except WrongStateError:
        return redirect(submission)
    return redirect(_onwards(request, submission, step)) if right else _page(request, submission, step, form)


def _keep(user: User, submission: Submission, given: dict[str, Any]) -> Submission:
    words = {kind: given.get(WORDS[kind], "") for kind in KINDS}
    for kind in KINDS:
        if words[kind] and not given.get(kind):
            describe(submission, kind, words[kind])
    if given.get("picture"):
        text = words["picture"]
        picture = keep_picture(given["picture"], title=text, alternative_text=text, owner=user)
        submission = attach(submission, "picture", picture)
    if given.get("document"):
        document = keep_document(given["document"], title=words["document"], owner=user)
        submission = attach(submission, "document", document)
    return submission


def _onwards(request: HttpRequest, submission: Submission, step: Step) -> str:
    wanted = BY_SLUG.get(request.POST.get("naar", ""))
    if wanted is None and "verder" in request.POST:
        wanted = after(step)
    if "stop" in request.POST:
        return submission.get_absolute_url()
    return (wanted or step).url(submission)


def _page(request: HttpRequest, submission: Submission, step: Step, form: FilesForm) -> HttpResponseBase:
    picture = submission.picture
    context = step_context(submission, step) | {
        "files": form,
        "rendition": picture.get_rendition("max-640x480|format-webp") if picture else None,
        "document": submission.document,
    }
    return render(request, "submissions/files.html", context)
