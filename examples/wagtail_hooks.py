"""What stories add to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from examples.admin import anonymity, takedown
from examples.admin.bulk_actions import TagStories, UnpublishPages, undo_tags
from examples.admin.reports import StoriesThatNeedWork
from examples.admin.stories import StoryListingViewSet
from examples.admin.translations import UpdateTranslations, send_in
from examples.admin.vocabularies import VocabularyGroup
from examples.admin.waiting import WaitingPanel
from examples.anonymity import latest
from examples.completeness import missing_of
from examples.models import ExamplePage
from examples.publication import reason_to_wait

register_snippet(VocabularyGroup)
hooks.register("register_bulk_action", TagStories)
# After Wagtail's own of the same name, so that it takes its place.
hooks.register("register_bulk_action", UnpublishPages, order=100)


@hooks.register("register_admin_viewset")
def story_listing() -> StoryListingViewSet:
    """The list of stories."""
    return StoryListingViewSet()


# Before wagtail-localize's, so that its update comes by ours.
@hooks.register("register_admin_urls", order=-1)
def admin_urls() -> list[URLPattern]:
    """Addresses of the report, the undo and the translations."""
    report = StoriesThatNeedWork
    return [
        path("reports/stories-that-need-work/", report.as_view(), name="stories_that_need_work"),
        path(
            "reports/stories-that-need-work/results/",
            report.as_view(results_only=True),
            name="stories_that_need_work_results",
        ),
        path("stories/undo-tags/<str:token>/", undo_tags, name="undo_tags"),
        path("translations/<int:translation_id>/send-in/", send_in, name="send_in_translation"),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
    ]


@hooks.register("before_bulk_action")
def publish_complete_stories(
    request: HttpRequest, action_type: str, objects: list[Page], action: BulkAction
) -> HttpResponse | None:
    """Publish none of the chosen stories, nor those below chosen pages, when one may not; say which."""
    if action_type != "publish":
        return None
    wanted = Q(pk__in=[page.pk for page in objects])
    if action.cleaned_form.cleaned_data["include_descendants"]:
        for page in objects:
            wanted |= Q(path__startswith=page.path, live=False)
    versions = [latest(story) for story in ExamplePage.objects.filter(wanted)]
    incomplete = [version.title for version in versions if missing_of(version)]
    waiting = [version.title for version in versions if reason_to_wait(version)]
    for titles, text in (
        (incomplete, _("Nothing was published. First choose a life domain and a rule for: %(titles)s.")),
        (
            waiting,
            _("Nothing was published. A privacy warning is open, or it was taken off the site: %(titles)s."),
        ),
    ):
        if titles:
            messages.error(request, text % {"titles": ", ".join(f"“{title}”" for title in titles)})
    return redirect(action.next_url) if incomplete or waiting else None


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report in the menu."""
    label = gettext_lazy("Stories that need work")
    return MenuItem(label, reverse("stories_that_need_work"), icon_name="tasks", order=100)


@hooks.register("construct_homepage_panels")
def waiting_panel(request: HttpRequest, panels: list[Any]) -> None:
    """What waits for a check, on the dashboard."""
    panels.append(WaitingPanel())


@hooks.register("insert_global_admin_js")
def no_titles_from_file_names() -> SafeString:
    """Let the uploader of many files propose no titles: the name of a file may name a resident."""
    listen = "document.addEventListener('wagtail:%s-upload', (event) => { event.detail.data.title = ''; });"
    return format_html("<script>{}</script>", mark_safe(listen % "images" + listen % "documents"))  # noqa: S308


# Its hooks register themselves.
__all__ = ["anonymity", "takedown"]
