"""The thesaurus in Wagtail's admin."""

from __future__ import annotations

import django_filters
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.editors import index_state, report
from search.editors.preview import preview
from search.editors.synonym import synonym
from search.models import SteeredResult, ThesaurusConcept, ThesaurusLabel


class ConceptFilters(WagtailFilterSet):
    """Find concepts by what they are and what sort of words they have."""

    labels__kind = django_filters.ChoiceFilter(
        label=_("has a word of this sort"), choices=ThesaurusLabel.Kind.choices, distinct=True
    )

    class Meta:
        model = ThesaurusConcept
        fields = ["vocabulary", "in_use", "labels__kind"]


class ConceptViewSet(SnippetViewSet):
    """The concepts of the thesaurus."""

    model = ThesaurusConcept
    icon = "openquote"
    menu_label = _("Thesaurus")
    menu_order = 210
    add_to_admin_menu = True
    list_display = [
        "name",
        "name_en",
        "vocabulary",
        BooleanColumn("in_use", label=_("Search uses it"), sort_key="in_use"),
        "changed",
    ]
    filterset_class = ConceptFilters
    list_per_page = 50


class SteeredViewSet(SnippetViewSet):
    """Results put first or hidden for a question."""

    model = SteeredResult
    icon = "pick"
    menu_label = _("Put first or hide")
    menu_order = 211
    add_to_admin_menu = True
    list_display = [
        "query",
        "language",
        "story",
        "effect",
        "until",
        BooleanColumn("is_over", label=_("over")),
    ]
    list_filter = ["effect", "language"]
    search_fields = ["query"]


register_snippet(ConceptViewSet)
register_snippet(SteeredViewSet)


class ReportMenuItem(MenuItem):
    """The way to the report, for who may change the thesaurus."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see it."""
        return report.is_for(request)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """What visitors search for, among the reports."""
    return ReportMenuItem(_("What visitors search for"), reverse("search_report"), icon_name="search")


class IndexMenuItem(MenuItem):
    """The way to the state of the index, for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see it."""
        return index_state.is_for(request)


@hooks.register("register_reports_menu_item")
def index_menu_item() -> MenuItem:
    """How the index is, among the reports."""
    return IndexMenuItem(_("Search index"), reverse("search_index"), icon_name="search")


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The pages of `search.editors`."""
    return [
        path("search/report/", report.report, name="search_report"),
        path("search/synonym/", synonym, name="search_synonym"),
        path("search/preview/", preview, name="search_preview"),
        path("search/index/", index_state.index_state, name="search_index"),
    ]
