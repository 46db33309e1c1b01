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
from submissions.forms.files import FilesForm
from submissions.models import Submission
from submissions.services.attaching import KINDS, attach
from submissions.states import WrongStateError
from submissions.steps import BY_SLUG, Step, after
from submissions.views.context import step_context


def add(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """The files that are there, and room for others."""
    if request.method != "POST":
        return _page(request, submission, step, FilesForm())
    form = FilesForm(request.POST, request.FILES)
    if not request.token_is_right:  # type: ignore[attr-defined]
        messages.warning(request, _("You signed in again meanwhile. Please choose once more."))
        return _page(request, submission, step, form)
    if not form.is_valid():
        return _page(request, submission, step, form)
    try:
        _attach(cast(User, request.user), submission, form.cleaned_data)
        for kind in KINDS:
            if request.POST.get("weg") == kind:
                attach(submission, kind, None)
    except WrongStateError:
        return redirect(submission)
    return redirect(_onwards(request, submission, step))


def _attach(user: User, submission: Submission, given: dict[str, Any]) -> None:
    if given["picture"]:
        text = given["alternative_text"]
        picture = keep_picture(given["picture"], title=text, alternative_text=text, owner=user)
        attach(submission, "picture", picture)
    if given["document"]:
        document = keep_document(given["document"], title=given["document_title"], owner=user)
        attach(submission, "document", document)


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
