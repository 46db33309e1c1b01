"""What was asked: most, in vain, and without anything being opened."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from search import counting

PERIODS = (7, 30, 90)
MOST = 50


def lists(asked: list[counting.Asked]) -> list[dict[str, Any]]:
    """The three lists, each with the queries that belong in it."""
    fruitless = sorted((one for one in asked if one.fruitless), key=lambda one: (-one.fruitless, one.query))
    unopened = [
        one
        for one in asked
        if not one.opened and one.searches >= counting.SELDOM and one.fruitless < one.searches
    ]
    return [
        {
            "title": _("Found nothing"),
            "help": _("A synonym in the thesaurus may help, or a story is missing."),
            "rows": fruitless[:MOST],
        },
        {
            "title": _("Found something, and nothing was opened"),
            "help": _(
                "Asked at least three times. Only visitors with script are counted as opening a result."
            ),
            "rows": unopened[:MOST],
        },
        {"title": _("Asked most"), "help": "", "rows": asked[:MOST]},
    ]


class QueryReport(WagtailAdminTemplateMixin, TemplateView):
    """The report."""

    page_title = _("What visitors search for")
    header_icon = "search"
    template_name = "search/editors/report.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The lists of the period and language that the address asks."""
        days = next((days for days in PERIODS if str(days) == self.request.GET.get("days")), PERIODS[1])
        language = "en" if self.request.GET.get("language") == "en" else "nl"
        choices = [
            {
                "label": label,
                "url": f"?{urlencode({'days': each, 'language': code})}",
                "current": (each, code) == (days, language),
            }
            for code, name in (("nl", _("Dutch")), ("en", _("English")))
            for each in PERIODS
            for label in [_("%(language)s, %(days)s days") % {"language": name, "days": each}]
        ]
        return {
            **super().get_context_data(**kwargs),
            "choices": choices,
            "lists": lists(counting.asked(days, language)),
            "synonym_url": reverse("search_synonym"),
        }


report = permission_required("search.change_thesaurusconcept")(QueryReport.as_view())


def is_for(request: HttpRequest) -> bool:
    """Whether this user may see the report."""
    return bool(request.user.has_perm("search.change_thesaurusconcept"))
