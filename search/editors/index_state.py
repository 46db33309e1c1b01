"""How the index is, for administrators: what waits, and what was given up and may be tried again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from search.documents import indexable
from search.engines.chosen import chosen_engine
from search.indexer import retry
from search.models import IndexChange
from search.upkeep import waiting_changes

MOST = 200


class IndexState(WagtailAdminTemplateMixin, TemplateView):
    """The page: numbers, and a button to try again."""

    page_title = gettext_lazy("Search index")
    header_icon = "search"
    template_name = "search/editors/index_state.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Health, numbers and what was given up."""
        given_up = list(IndexChange.objects.filter(given_up=True, done=None)[:MOST])
        pages = Page.objects.in_bulk([row.story for row in given_up])
        return {
            **super().get_context_data(**kwargs),
            "health": chosen_engine().health(),
            "stories": indexable().count(),
            "waiting": waiting_changes().count(),
            "oldest": waiting_changes().order_by("created").first(),
            "given_up": [{"change": row, "page": pages.get(row.story)} for row in given_up],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let the indexer try again what is chosen, or all."""
        chosen = [int(value) for value in request.POST.getlist("change") if value.isdecimal()]
        rows = IndexChange.objects.filter(given_up=True, done=None)
        number = retry([row.pk for row in (rows.filter(pk__in=chosen) if chosen else rows)])
        said = ngettext("%(number)s change is tried again.", "%(number)s changes are tried again.", number)
        messages.success(request, said % {"number": number})
        return redirect(request.path)


index_state = permission_required("search.change_indexchange")(IndexState.as_view())


def is_for(request: HttpRequest) -> bool:
    """Whether this user may see the page."""
    return bool(request.user.has_perm("search.change_indexchange"))
