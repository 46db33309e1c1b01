"""The overview of submissions, and the page that begins one."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.selectors import coordinated_by, municipalities_of
from examples.pages import crumbs, page_links
from submissions.forms.begin import BeginForm
from submissions.keeping import keeps_answers, kept_answers
from submissions.selectors import listed_for
from submissions.services import drafting
from submissions.steps import STEPS

A_PAGE = 25


@login_required
def overview(request: HttpRequest) -> HttpResponseBase:
    """One's own submissions; a coordinator sees those of the whole municipality."""
    user = cast(User, request.user)
    page = Paginator(listed_for(user), A_PAGE).get_page(request.GET.get("pagina", "1")[:6])
    context = {
        "submissions": page.object_list,
        "page": page,
        "page_links": page_links(page),
        "coordinates": coordinated_by(user).exists(),
        "has_municipality": municipalities_of(user).exists(),
        "breadcrumbs": crumbs((_("My submissions"), "")),
    }
    return render(request, "submissions/overview.html", context)


@keeps_answers
def begin(request: HttpRequest) -> HttpResponseBase:
    """Begin empty, with a pasted text, or with a document."""
    user = cast(User, request.user)
    may_save = request.token_is_right  # type: ignore[attr-defined]
    if not municipalities_of(user).exists():
        return render(request, "submissions/no_municipality.html", {"breadcrumbs": _crumbs()})
    form = BeginForm(user, request.POST, request.FILES) if request.method == "POST" else _blank(request, user)
    if request.method == "POST" and may_save and form.is_valid():
        return _begun(user, form)
    context = {"form": form, "unsaved": not may_save, "breadcrumbs": _crumbs()}
    return render(request, "submissions/begin.html", context)


def _blank(request: HttpRequest, user: User) -> BeginForm:
    kept = kept_answers(request)
    return BeginForm(user, kept) if kept is not None else BeginForm(user)


def _begun(user: User, form: BeginForm) -> HttpResponseBase:
    given: dict[str, Any] = form.cleaned_data
    submission = drafting.begin(
        user, given["municipality"].pk, given["language"], given["token"], form.answers()
    )
    return redirect(STEPS[0].url(submission))


def _crumbs() -> list[dict[str, str]]:
    return crumbs((_("My submissions"), reverse("submissions:overview")), (_("New submission"), ""))
