"""The step that shows what may identify a resident, with neutral words a click away."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from examples.cards import place_view
from submissions import anonymity, place
from submissions.keeping import kept_answers
from submissions.models import Submission
from submissions.preview import page_of
from submissions.states import WrongStateError
from submissions.steps import BY_SLUG, STEPS, Step, after
from submissions.views.context import step_context

FIELD = re.compile(r"[\w.-]{1,120}")


def check(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    """The marked texts, or what the visitor decides about one of the findings."""
    if request.method == "POST" and request.token_is_right:  # type: ignore[attr-defined]
        return _decide(request, submission, step)
    typed = request.POST if request.method == "POST" else kept_answers(request)
    if typed is not None:
        messages.warning(request, _("You signed in again meanwhile. Please choose once more."))
    following = after(step)
    checked = anonymity.check(submission)
    context = step_context(submission, step) | {
        "checked": checked,
        "typed": typed or {},
        "warnings": sum(len(each.warnings) for each in checked),
        "next_url": following.url(submission) if following else "",
        "reads_all": submission.language == Submission.Language.DUTCH,
        "place": place_view(page_of(submission)),
        "place_advice": place.advice_against(submission),
        "place_url": f"{STEPS[0].url(submission)}#antwoord-municipality_display",
    }
    return render(request, "submissions/privacy.html", context)


def _part_in(request: HttpRequest) -> str:
    """Fragment of the text about which something was decided: one reads on there."""
    field = request.POST.get("tekst", "")
    return f"#tekst-{field}" if FIELD.fullmatch(field) else ""


def _decide(request: HttpRequest, submission: Submission, step: Step) -> HttpResponseBase:
    here = redirect(f"{step.url(submission)}{_part_in(request)}")
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
            return redirect(step.url(submission))  # where the message is
    except anonymity.WarningGoneError:
        messages.warning(request, _("The text changed meanwhile. Look at the warnings again."))
    except WrongStateError:
        return redirect(submission)
    return here
