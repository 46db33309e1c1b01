"""Which stories need work: what is missing, and whose review has grown old."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import RadioSelect
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Locale

from examples.models import ExampleLifeDomain, ExamplePage, ExampleRule

# A story is read again once a year: rules and amounts change.
REVIEW_LASTS = timedelta(days=365)

NO_RULE = ~Exists(ExampleRule.objects.filter(page=OuterRef("pk")))
NO_LIFE_DOMAIN = ~Exists(ExampleLifeDomain.objects.filter(page=OuterRef("pk")))
NO_ARGUMENT = Q(legitimacy="", societal_return="", involvement="")
NO_REVIEW = Q(reviewed_on=None)

LACKS = {
    "rule": (_("No rule"), NO_RULE),
    "life_domain": (_("No life domain"), NO_LIFE_DOMAIN),
    "argument": (_("No argument"), NO_ARGUMENT),
    "review": (_("No review date"), NO_REVIEW),
    "old_review": (_("Review is more than a year old"), None),
}


def last_good_review() -> date:
    """A review before this day has grown old."""
    return localdate() - REVIEW_LASTS


def lacking(stories: QuerySet[ExamplePage], what: str) -> QuerySet[ExamplePage]:
    """The stories that lack this."""
    condition: Any = LACKS[what][1]
    return stories.filter(Q(reviewed_on__lt=last_good_review()) if condition is None else condition)


class WorkFilterSet(WagtailFilterSet):
    """What the report can be narrowed by."""

    lacks = django_filters.ChoiceFilter(
        label=_("What needs work"),
        choices=[(key, label) for key, (label, _condition) in LACKS.items()],
        empty_label=_("All"),
        widget=RadioSelect,
        method="filter_lacks",
    )
    # Not named `locale`: Wagtail's lists read that from the address themselves.
    language = django_filters.ModelChoiceFilter(
        field_name="locale",
        label=_("Language"),
        queryset=Locale.objects.all(),
        empty_label=_("All"),
        widget=RadioSelect,
    )
    live = django_filters.ChoiceFilter(
        label=_("On the site"),
        choices=[("true", _("Yes")), ("false", _("No"))],
        empty_label=_("All"),
        widget=RadioSelect,
        method="filter_live",
    )

    class Meta:
        model = ExamplePage
        fields: list[str] = []

    def filter_lacks(self, stories: QuerySet[ExamplePage], name: str, value: str) -> QuerySet[ExamplePage]:
        """Stories that lack the chosen thing."""
        return lacking(stories, value)

    def filter_live(self, stories: QuerySet[ExamplePage], name: str, value: str) -> QuerySet[ExamplePage]:
        """Stories that readers see now, or those that they do not see."""
        return stories.filter(live=value == "true")


class StoriesThatNeedWork(PageReportView):
    """Stories without rule, life domain, argument or review, and those whose review has grown old."""

    page_title = _("Stories that need work")
    header_icon = "tasks"
    model = ExamplePage
    filterset_class = WorkFilterSet
    index_url_name = "stories_that_need_work"
    index_results_url_name = "stories_that_need_work_results"
    results_template_name = "examples/admin/stories_that_need_work.html"
    any_permission_required = ["add", "change"]
    list_export = [
        "title",
        "locale",
        "status_string",
        "has_rule",
        "has_life_domain",
        "has_argument",
        "reviewed_on",
        "latest_revision_created_at",
    ]
    export_headings = {
        "title": _("Title"),
        "locale": _("Language"),
        "status_string": _("Status"),
        "has_rule": _("Rule"),
        "has_life_domain": _("Life domain"),
        "has_argument": _("Argument"),
        "reviewed_on": _("Reviewed on"),
        "latest_revision_created_at": _("Updated"),
    }
    export_filename = "stories-that-need-work"

    def get_queryset(self) -> QuerySet[ExamplePage]:
        """All stories that the user may see in the admin and that need work, oldest review first."""
        explorable = self.permission_policy.explorable_instances(self.request.user)
        stories = ExamplePage.objects.filter(pk__in=explorable.values("pk"))
        wanted = Q(reviewed_on__lt=last_good_review()) | NO_REVIEW | NO_ARGUMENT
        self.queryset = (
            stories.filter(wanted | Q(NO_RULE) | Q(NO_LIFE_DOMAIN))
            .annotate(
                has_rule=~NO_RULE,
                has_life_domain=~NO_LIFE_DOMAIN,
                has_argument=~NO_ARGUMENT,
            )
            .select_related("locale", "content_type")
            .prefetch_workflow_states()
            .annotate_approved_schedule()
            .order_by("reviewed_on", "title")
        )
        return super().get_queryset()
