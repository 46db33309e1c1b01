"""What the review of submissions adds to Wagtail's admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from submissions.following import open_submission
from submissions.review import queue
from submissions.review.models import CannedAnswer
from submissions.review.people import claimer_of
from submissions.review.views import submission
from submissions.states import Status


class CannedAnswerViewSet(SnippetViewSet):
    """Canned answers, kept by editors."""

    model = CannedAnswer
    icon = "comment"
    menu_label = gettext_lazy("Canned answers")
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["name", "use"]
    list_filter = ["use"]
    search_fields = ["name", "text_nl", "text_en"]


register_snippet(CannedAnswerViewSet)


class QueueMenuItem(MenuItem):
    """The way to the queue."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see it."""
        return queue.is_for(request)


@hooks.register("register_admin_menu_item")
def queue_menu_item() -> MenuItem:
    """The queue, near the top of the menu."""
    return QueueMenuItem(gettext_lazy("Submissions"), reverse("review_queue"), icon_name="mail", order=150)


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern]:
    """Addresses of the queue and of one submission."""
    return [
        path("submissions/", queue.queue, name="review_queue"),
        path("submissions/results/", queue.queue_results, name="review_queue_results"),
        path("submissions/<int:number>/", submission, name="review_submission"),
    ]


@hooks.register("before_edit_page")
def tell_of_submission(request: HttpRequest, page: Page) -> None:
    """Tell an editor who opens the page of a submission what others are doing with it."""
    found = open_submission(page.pk) if request.method == "GET" else None
    if found is None or not queue.is_for(request):
        return
    button = messages.button(reverse("review_submission", args=[found.pk]), _("To the submission"))
    claimer = claimer_of(found)
    if found.status == Status.QUESTION:
        text = _("The text is with the submitter. What you change here is lost when they send it in again.")
    elif claimer is not None and claimer != request.user:
        text = _("%(who)s has taken this submission up.") % {"who": claimer}
    else:
        text = _("This story was sent in by a municipality. The submitter sees which fields you change.")
    messages.warning(request, text, buttons=[button])
