"""The queue of submissions in Wagtail's admin: what waits longest stands first."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.forms import RadioSelect
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext, gettext_lazy, ngettext
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from examples.models import Municipality
from submissions.models import Submission
from submissions.review.people import REVIEW
from submissions.states import SEEN, Status

SHOWN = sorted(Status)
SHOWN.remove(Status.CONCEPT)
OPEN_ONES = gettext_lazy("To be decided")


def reviewable() -> QuerySet[Submission]:
    """What editors may see: what was sent in and not taken back as a draft."""
    found = Submission.objects.exclude(sent_at=None).exclude(status=Status.CONCEPT)
    return found.select_related("municipality", "owner", "page", "claim__by").prefetch_related(
        "owner__memberships"
    )


def title_of(submission: Submission) -> str:
    """How editors know it: by its page, never by what the submitter typed since."""
    page = submission.page
    return (
        page.draft_title or page.title
        if page
        else gettext("Submission %(number)s") % {"number": number_of(submission)}
    )


def number_of(submission: Submission) -> str:
    """A short number."""
    return submission.public_id.hex[:8]


def owner_of(submission: Submission) -> str:
    """As what the submitter belongs to the municipality; no name."""
    if submission.owner is None:
        return gettext("Account is gone")
    memberships = submission.owner.memberships.all()
    found = [one for one in memberships if one.municipality_id == submission.municipality_id]
    return str(found[0].get_role_display()) if found else gettext("No member any more")


def days_of(submission: Submission) -> int:
    """For how many days it is there since it was sent in last."""
    return (now() - submission.sent_at).days if submission.sent_at else 0


def age_of(submission: Submission) -> str:
    """The same in words."""
    days = days_of(submission)
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days} if days else gettext("today")


def _claimed(submission: Submission) -> str:
    claim = getattr(submission, "claim", None)
    return str(claim.by) if claim else "–"


class QueueFilterSet(WagtailFilterSet):
    """What the queue can be narrowed by; without a choice of status it shows what is to be decided."""

    status = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"),
        choices=[(one.value, one.label) for one in Status if one in SHOWN],
        empty_label=OPEN_ONES,
        widget=RadioSelect,
    )
    claimed = django_filters.ChoiceFilter(
        label=gettext_lazy("Taken up by"),
        choices=[
            ("me", gettext_lazy("Me")),
            ("nobody", gettext_lazy("Nobody")),
            ("others", gettext_lazy("Somebody else")),
        ],
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
        method="filter_claimed",
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind"),
        choices=[("new", gettext_lazy("New story")), ("update", gettext_lazy("Change of a story"))],
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
        method="filter_kind",
    )
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"),
        choices=Submission.Language.choices,
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
    )
    municipality = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Municipality"),
        queryset=lambda request: Municipality.objects.filter(submissions__in=reviewable()).distinct(),
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Submission
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Submission]) -> QuerySet[Submission]:
        """Without a choice of status only what is to be decided."""
        found: QuerySet[Submission] = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("status") else found.filter(status__in=SEEN)

    def filter_claimed(self, found: QuerySet[Submission], name: str, value: str) -> QuerySet[Submission]:
        """By who has them."""
        if value == "nobody":
            return found.filter(claim=None)
        mine = found.filter(claim__by=self.request.user)
        return mine if value == "me" else found.exclude(claim=None).exclude(pk__in=mine)

    def filter_kind(self, found: QuerySet[Submission], name: str, value: str) -> QuerySet[Submission]:
        """New stories, or changes of published ones."""
        return found.filter(updates__isnull=value == "new")


class Queue(ReportView):
    """Submissions, those that wait longest first."""

    page_title = gettext_lazy("Submissions")
    header_icon = "mail"
    model = Submission
    results_template_name = "review/queue_results.html"
    filterset_class = QueueFilterSet
    index_url_name = "review_queue"
    index_results_url_name = "review_queue_results"
    list_export: list[str] = []
    columns = [
        TitleColumn(
            "title",
            label=gettext_lazy("Submission"),
            accessor=title_of,
            get_url=lambda one: reverse("review_submission", args=[one.pk]),
        ),
        Column("municipality", label=gettext_lazy("Municipality")),
        Column("owner", label=gettext_lazy("Submitter"), accessor=owner_of),
        Column("status", label=gettext_lazy("Status"), accessor=lambda one: one.get_status_display()),
        Column("age", label=gettext_lazy("Waits"), accessor=age_of),
        Column("claim", label=gettext_lazy("Taken up by"), accessor=_claimed),
    ]

    def get_base_queryset(self) -> Any:
        """All that editors may see."""
        return reviewable().order_by(F("sent_at").asc(), "pk")


queue = permission_required(REVIEW)(Queue.as_view())
queue_results = permission_required(REVIEW)(Queue.as_view(results_only=True))


def is_for(request: HttpRequest) -> bool:
    """Whether this user may see the queue."""
    return bool(request.user.has_perm(REVIEW))
