"""What the core adds to Wagtail's admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.admin import audit, mails


class AuditMenuItem(MenuItem):
    """The way to the audit log, for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see it."""
        return bool(request.user.has_perm(audit.PERMISSION))


class MailsMenuItem(MenuItem):
    """The way to the e-mails, for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may see it."""
        return bool(request.user.has_perm(mails.PERMISSION))


@hooks.register("register_reports_menu_item")
def audit_menu_item() -> MenuItem:
    """The audit log, among the reports."""
    return AuditMenuItem(_("Audit log"), reverse("audit_log"), icon_name="list-ul", order=900)


@hooks.register("register_admin_urls")
def audit_urls() -> list[URLPattern]:
    """Addresses of the audit log."""
    return [
        path("reports/audit/", audit.audit_log, name="audit_log"),
        path("reports/audit/results/", audit.audit_log_results, name="audit_log_results"),
    ]


@hooks.register("register_reports_menu_item")
def mails_menu_item() -> MenuItem:
    """The e-mails, among the reports."""
    return MailsMenuItem(_("E-mails"), reverse("mails"), icon_name="mail", order=910)


@hooks.register("register_admin_urls")
def mails_urls() -> list[URLPattern]:
    """Addresses of the e-mails."""
    return [
        path("reports/mails/", mails.mails, name="mails"),
        path("reports/mails/results/", mails.mails_results, name="mails_results"),
        path("reports/mails/<int:number>/again/", mails.mail_again, name="mail_again"),
    ]


@hooks.register("insert_global_admin_css")
def admin_stylesheet() -> SafeString:
    """Room for lists and headings on a phone."""
    return format_html('<link rel="stylesheet" href="{}">', static("dist/admin.css"))
