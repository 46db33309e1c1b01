"""Where visitors report a story: no account, no cookie, no script."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.rate_limit import is_allowed
from examples.models import ExamplePage
from examples.pages import crumbs
from examples.takedown.mail import tell_editors
from examples.takedown.report_form import ReportForm

MOST, SECONDS = 5, 3600
TOO_MANY = 429


# Whoever sends it is nobody to the site, so another site gains nothing by it; without a cookie it also works
# for who allows none. The signed moment in the form is made by this site.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, and what is done with it."""
    story = ExamplePage.objects.live().public().filter(pk=pk).select_related("locale").first()
    if story is None:
        raise Http404("No such story.")
    form = ReportForm(request.POST or None)
    if request.method != "POST":
        return _page(request, story, form)
    if not form.is_valid():
        return _page(request, story, form)
    if not is_allowed(request, "report", MOST, SECONDS):
        text = _("You sent several reports already. Try again in an hour, or mail to %(address)s.")
        form.add_error(None, text % {"address": settings.CONTACT_EMAIL})
        return _page(request, story, form, TOO_MANY)
    form.instance.story = story
    with transaction.atomic():
        tell_editors(form.save())
    return redirect("examples:report_thanks", pk)


@require_safe
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens now; also after the story went."""
    story = ExamplePage.objects.live().public().filter(pk=pk).first()
    context = {"story": story, "breadcrumbs": crumbs((_("Report a story"), ""))}
    return _unlisted(render(request, "examples/report_thanks.html", context))


def _page(request: HttpRequest, story: ExamplePage, form: ReportForm, status: int = 200) -> HttpResponse:
    above = (story.title, story.get_url() or "")
    context = {"story": story, "form": form, "breadcrumbs": crumbs(above, (_("Report this story"), ""))}
    return _unlisted(render(request, "examples/report.html", context, status=status))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
