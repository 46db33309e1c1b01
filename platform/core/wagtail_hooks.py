"""What the core adds to Wagtail's admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.admin.audit import PERMISSION, audit_log, audit_log_results


class AuditMenuItem(MenuItem):
    """The way to the audit log, for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see it."""
        return bool(request.user.has_perm(PERMISSION))


@hooks.register("register_reports_menu_item")
def audit_menu_item() -> MenuItem:
    """The audit log, among the reports."""
    return AuditMenuItem(_("Audit log"), reverse("audit_log"), icon_name="list-ul", order=900)


@hooks.register("register_admin_urls")
def audit_urls() -> list[URLPattern]:
    """Addresses of the audit log."""
    return [
        path("reports/audit/", audit_log, name="audit_log"),
        path("reports/audit/results/", audit_log_results, name="audit_log_results"),
    ]
