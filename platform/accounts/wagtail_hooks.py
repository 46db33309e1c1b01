"""What administrators do about municipalities and their people, in the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import EditView, SnippetViewSet, SnippetViewSetGroup

from accounts import joining
from accounts.models import Membership, MembershipRequest, MunicipalityDomain


class DomainViewSet(SnippetViewSet):
    """E-mail domains of municipalities."""

    model = MunicipalityDomain
    icon = "mail"
    menu_label = _("E-mail domains")
    list_display = ["domain", "municipality"]
    search_fields = ["domain", "municipality__name"]
    panels = [FieldPanel("domain"), FieldPanel("municipality")]


class MembershipViewSet(SnippetViewSet):
    """Who belongs to which municipality."""

    model = Membership
    icon = "group"
    menu_label = _("Members")
    list_display = ["user", "municipality", "role", "since"]
    list_filter = ["role"]
    search_fields = ["user__email", "municipality__name"]
    panels = [FieldPanel("user"), FieldPanel("municipality"), FieldPanel("role")]


class DecideView(EditView):
    """An administrator answers a request: the answer has its consequences."""

    def save_instance(self) -> Any:
        """Decide, instead of only keeping what was filled in."""
        request: MembershipRequest = self.form.instance
        wanted = self.form.cleaned_data["status"]
        if wanted != MembershipRequest.Status.OPEN:
            joining.decide(request, wanted == MembershipRequest.Status.APPROVED, by=self.request.user)
        request.refresh_from_db()
        return request


class RequestViewSet(SnippetViewSet):
    """Requests to belong to a municipality."""

    model = MembershipRequest
    icon = "user"
    menu_label = _("Requests")
    list_display = ["user", "municipality", "status", "asked_at"]
    list_filter = ["status"]
    search_fields = ["user__email", "municipality__name"]
    edit_view_class = DecideView
    panels = [
        FieldPanel("user", read_only=True),
        FieldPanel("municipality", read_only=True),
        FieldPanel("reason", read_only=True),
        FieldPanel("status"),
    ]


class PeopleGroup(SnippetViewSetGroup):
    """The menu of administrators about people."""

    menu_label = _("People of municipalities")
    menu_icon = "group"
    menu_order = 700
    items = [RequestViewSet, DomainViewSet, MembershipViewSet]


register_snippet(PeopleGroup)
