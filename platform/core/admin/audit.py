"""The audit log in Wagtail's admin: for administrators, with CSV and XLSX."""

from __future__ import annotations

from typing import Any

import django_filters
from django.forms import RadioSelect
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from core import audit
from core.models import AuditEntry

PERMISSION = "core.view_auditentry"


def _actions() -> list[tuple[str, str]]:
    there = AuditEntry.objects.order_by().values_list("action", flat=True).distinct()
    return sorted(((action, audit.label_of(action)) for action in there), key=lambda pair: pair[1])


def _actors() -> list[tuple[int, str]]:
    actors = AuditEntry.objects.order_by().values_list("actor", flat=True).distinct()
    there = {number for number in actors if number is not None}
    names = audit.names_of(there)
    return sorted(((number, _name(number, names)) for number in there), key=lambda pair: pair[1])


def _name(number: int | None, names: dict[int, str]) -> str:
    """How a user is shown: by their address, by number when they are gone; the site itself by a word."""
    if number is None:
        return str(_("the site itself"))
    return names.get(number) or str(_("removed user %(number)d") % {"number": number})


class AuditFilterSet(WagtailFilterSet):
    """What the log can be narrowed by."""

    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    action = django_filters.ChoiceFilter(
        label=_("Action"), choices=_actions, empty_label=_("All"), widget=RadioSelect
    )
    actor = django_filters.ChoiceFilter(
        label=_("User"), choices=_actors, empty_label=_("All"), widget=RadioSelect
    )
    subject = django_filters.CharFilter(label=_("Subject"), lookup_expr="startswith")

    class Meta:
        model = AuditEntry
        fields: list[str] = []


class AuditLog(ReportView):
    """Who did what and when."""

    page_title = _("Audit log")
    header_icon = "list-ul"
    model = AuditEntry
    results_template_name = "wagtailadmin/generic/listing_results.html"
    filterset_class = AuditFilterSet
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    list_export = ["at", "action", "actor", "subject", "detail"]
    export_headings = {
        "at": _("When"),
        "action": _("Action"),
        "actor": _("User"),
        "subject": _("Subject"),
        "detail": _("Detail"),
    }
    export_filename = "audit-log"
    columns = [
        DateColumn("at", label=_("When")),
        Column("action", label=_("Action"), accessor=lambda entry: audit.label_of(entry.action)),
        Column("actor", label=_("User"), accessor=lambda entry: entry.actor_name),
        Column("subject", label=_("Subject")),
        Column("detail", label=_("Detail")),
    ]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the log, or send it; who takes it along is logged first."""
        if self.is_export:
            audit.record("audit.export", actor=request.user)
        answer: HttpResponseBase = super().get(request, *args, **kwargs)
        return answer

    def get_queryset(self) -> Any:
        """All entries, newest first."""
        return AuditEntry.objects.all()

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Look up the users of the page that is shown."""
        entries = list(object_list)
        names = audit.names_of({entry.actor for entry in entries if entry.actor})
        for entry in entries:
            entry.actor_name = _name(entry.actor, names)
        return entries

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """A row of the file: the action as it is stored, so that a program can read it."""
        return {
            "at": item.at,
            "action": item.action,
            "actor": item.actor_name,
            "subject": item.subject,
            "detail": item.detail,
        }


audit_log = permission_required(PERMISSION)(AuditLog.as_view())
audit_log_results = permission_required(PERMISSION)(AuditLog.as_view(results_only=True))
