"""Reports, taking a story off the site and erasing it, in Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import django_filters
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_required as admin_permission
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import Button
from wagtail.models import Page

from accounts.models import User
from core import audit
from examples.models import ExamplePage, StoryReport
from examples.takedown.copies import chosen, copies_of
from examples.takedown.erase import erase
from examples.takedown.files import files_of, is_used
from examples.takedown.offline import close_reports, languages_of, put_back, take_offline, withdrawal_of

SEE, HANDLE = "examples.view_storyreport", "examples.change_storyreport"
ERASE = "examples.erase_examplepage"

audit.name_actions({"report.close": gettext_lazy("Report dealt with: the story stays")})


class ReportFilterSet(WagtailFilterSet):
    """What the list of reports can be narrowed by."""

    waits = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[("yes", gettext_lazy("Waits")), ("no", gettext_lazy("Dealt with"))],
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
        method="filter_waits",
    )

    class Meta:
        model = StoryReport
        fields = ["kind"]

    def filter_waits(self, reports: Any, name: str, value: str) -> Any:
        """Reports that wait, or the others."""
        return reports.filter(outcome="") if value == "yes" else reports.exclude(outcome="")


class Reports(ReportView):
    """All reports, those that wait first."""

    page_title = gettext_lazy("Reports about stories")
    header_icon = "warning"
    model = StoryReport
    results_template_name = "wagtailadmin/generic/listing_results.html"
    filterset_class = ReportFilterSet
    index_url_name = "story_reports"
    index_results_url_name = "story_reports_results"
    columns = [
        TitleColumn(
            "story",
            label=gettext_lazy("Story"),
            get_url=lambda report: reverse("story_report", args=[report.pk]),
        ),
        Column(
            "outcome",
            label=gettext_lazy("What was done"),
            accessor=lambda report: report.get_outcome_display() or _("Waits"),
        ),
        Column("kind", label=gettext_lazy("What is wrong"), accessor="get_kind_display"),
        DateColumn("made_at", label=gettext_lazy("Reported on")),
    ]

    def get_queryset(self) -> Any:
        """Reports with their story."""
        return StoryReport.objects.select_related("story")


reports = admin_permission(SEE)(Reports.as_view())
reports_results = admin_permission(SEE)(Reports.as_view(results_only=True))


@permission_required(SEE, raise_exception=True)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report, and the way to what can be done about it."""
    found = get_object_or_404(StoryReport.objects.select_related("story", "handled_by"), pk=pk)
    user = cast(User, request.user)
    if request.method == "POST":
        if not user.has_perm(HANDLE):
            raise PermissionDenied
        close_reports(found.story, user, StoryReport.Outcome.STAYS)
        audit.record("report.close", actor=user, subject=f"report:{found.pk}")
        messages.success(request, _("The reports about this story are dealt with."))
        return redirect("story_reports")
    context = {"report": found, "may_handle": user.has_perm(HANDLE)}
    return TemplateResponse(request, "examples/admin/report.html", context)


@permission_required(HANDLE, raise_exception=True)
def takedown(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a story off the site, or put it back."""
    story, user = get_object_or_404(ExamplePage, pk=page_id), cast(User, request.user)
    copies = copies_of(story)
    if request.method == "POST":
        if request.POST.get("do") == "put-back":
            _put_back(request, story, user)
            return redirect("story_takedown", page_id)
        if why := request.POST.get("why", "").strip():
            for each in (story, *chosen(copies, request.POST.getlist("copy"))):
                take_offline(each, user, why[:1000])
            messages.success(request, _("The story is off the site, in all languages."))
            return redirect("story_takedown", page_id)
        messages.error(request, _("Write why the story must go."))
    context = {
        "copies": copies,
        "story": story,
        "pages": languages_of(story.translation_key),
        "withdrawal": withdrawal_of(story.translation_key),
        "may_erase": user.has_perm(ERASE),
    }
    return TemplateResponse(request, "examples/admin/takedown.html", context)


def _put_back(request: HttpRequest, story: ExamplePage, user: User) -> None:
    withdrawal = withdrawal_of(story.translation_key)
    if withdrawal is None:
        messages.error(request, _("The story need not be put back."))
    elif put_back(withdrawal, user):
        messages.success(request, _("The story is on the site again, as readers saw it."))
    else:
        messages.success(request, _("The story may be published again. It was not on the site before."))


@permission_required(ERASE, raise_exception=True)
def erase_story(request: HttpRequest, page_id: int) -> HttpResponse:
    """Erase a story for good, when its title is typed."""
    story, user = get_object_or_404(ExamplePage, pk=page_id), cast(User, request.user)
    typed, copies = request.POST.get("title", ""), copies_of(story)
    if request.method == "POST":
        if " ".join(typed.split()) == " ".join(story.title.split()):
            for each in (*chosen(copies, request.POST.getlist("copy")), story):
                erase(each, user)
            messages.success(request, _("The story has been erased."))
            return redirect("stories:index")
        messages.error(request, _("This is not the title. Nothing was erased."))
    pages = languages_of(story.translation_key)
    numbers = [page.pk for page in pages]
    context = {
        "story": story,
        "pages": pages,
        "files": [{"title": file.title, "stays": is_used(file, numbers)} for file in files_of(numbers)],
        "copies": copies,
        "typed": typed,
    }
    return TemplateResponse(request, "examples/admin/erase.html", context)


@hooks.register("register_admin_urls")
def takedown_urls() -> list[URLPattern]:
    """Addresses of reports, taking off and erasing."""
    return [
        path("stories/reports/", reports, name="story_reports"),
        path("stories/reports/results/", reports_results, name="story_reports_results"),
        path("stories/reports/<int:pk>/", report, name="story_report"),
        path("stories/<int:page_id>/off-the-site/", takedown, name="story_takedown"),
        path("stories/<int:page_id>/erase/", erase_story, name="story_erase"),
    ]


class ReportsMenuItem(MenuItem):
    """The way to the reports, with how many wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see them."""
        return bool(request.user.has_perm(SEE))


@hooks.register("register_admin_menu_item")
def reports_menu_item() -> MenuItem:
    """Reports in the menu, below the stories."""
    label = gettext_lazy("Reported stories")
    return ReportsMenuItem(label, reverse("story_reports"), icon_name="warning", order=112)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def takedown_button(page: Page, user: User, next_url: str | None = None, **kwargs: Any) -> Iterator[Button]:
    """The way from a story to taking it off the site."""
    if issubclass(page.specific_class or Page, ExamplePage) and user.has_perm(HANDLE):
        address = reverse("story_takedown", args=[page.pk])
        yield Button(_("Off the site or erase"), address, icon_name="view", priority=90)
