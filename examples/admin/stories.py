"""The list of all stories, with filters by what a story is tagged with and how it stands."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from examples.models import BlockingRule, ExamplePage, LifeDomain, Municipality, TargetGroup


class TermFilter(django_filters.ModelMultipleChoiceFilter):
    """Stories with one of the terms, in whichever language the story is."""

    def filter(self, qs: QuerySet[Any], value: list[Any]) -> QuerySet[Any]:
        """Compare by translation: a term has one row a language."""
        if not value:
            return qs
        keys = [term.translation_key for term in value]
        return qs.filter(**{f"{self.field_name}__translation_key__in": keys}).distinct()


def terms_of(model: Any) -> Any:
    """The terms of a vocabulary in the language of the admin."""

    def terms(request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = model.objects.filter(locale__language_code=get_language())
        return found

    return terms


class StoryFilterSet(WagtailFilterSet):
    """What the list of stories can be narrowed by."""

    life_domain = TermFilter(
        field_name="story_life_domains__term",
        label=_("Life domain"),
        queryset=terms_of(LifeDomain),
        widget=CheckboxSelectMultiple,
    )
    rule = TermFilter(
        field_name="story_rules__term",
        label=_("Rule"),
        queryset=terms_of(BlockingRule),
        widget=CheckboxSelectMultiple,
    )
    target_group = TermFilter(
        field_name="story_target_groups__term",
        label=_("Target group"),
        queryset=terms_of(TargetGroup),
        widget=CheckboxSelectMultiple,
    )
    municipality = django_filters.ModelMultipleChoiceFilter(
        label=_("Municipality"),
        queryset=lambda request: Municipality.objects.filter(stories__isnull=False).distinct(),
        widget=CheckboxSelectMultiple,
    )
    outcome = django_filters.MultipleChoiceFilter(
        label=_("Outcome"), choices=ExamplePage.Outcome.choices, widget=CheckboxSelectMultiple
    )
    live = django_filters.ChoiceFilter(
        label=_("On the site"),
        choices=[("true", _("Yes")), ("false", _("No"))],
        empty_label=_("All"),
        widget=RadioSelect,
        method="filter_live",
    )
    reviewed_on = django_filters.DateFromToRangeFilter(label=_("Reviewed on"), widget=DateRangePickerWidget)

    class Meta:
        model = ExamplePage
        fields: list[str] = []

    def filter_live(self, stories: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Stories that readers see now, or those that they do not see."""
        return stories.filter(live=value == "true")


class StoryListingViewSet(PageListingViewSet):
    """All stories in one list, of all languages."""

    name = "stories"
    url_prefix = "stories"
    model = ExamplePage
    icon = "doc-full"
    menu_label = _("Stories")
    menu_order = 110
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("municipality", label=_("Municipality"), sort_key="municipality__name"),
        Column("outcome", label=_("Outcome"), accessor="get_outcome_display", sort_key="outcome"),
        Column("reviewed_on", label=_("Reviewed on"), sort_key="reviewed_on"),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
    filterset_class = StoryFilterSet
