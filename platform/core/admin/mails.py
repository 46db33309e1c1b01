"""What became of the e-mails of the site, and a button to send again what perhaps nobody got."""

from __future__ import annotations

from typing import Any

import django_filters
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from core import audit, post
from core.models import OutgoingMail

PERMISSION = "core.change_outgoingmail"


class MailFilterSet(WagtailFilterSet):
    """What the list can be narrowed by."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"),
        choices=OutgoingMail.State.choices,
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
    )

    class Meta:
        model = OutgoingMail
        fields: list[str] = []


class AgainColumn(Column):
    """The button to send it again, where that can be decided."""

    cell_template_name = "core/admin/send_mail_again.html"

    def get_value(self, instance: OutgoingMail) -> bool:
        """Whether it has the button."""
        return instance.state in post.STOPPED


class Mails(ReportView):
    """E-mails by what became of them."""

    page_title = gettext_lazy("E-mails")
    header_icon = "mail"
    model = OutgoingMail
    results_template_name = "wagtailadmin/generic/listing_results.html"
    filterset_class = MailFilterSet
    index_url_name = "mails"
    index_results_url_name = "mails_results"
    list_export: list[str] = []
    columns = [
        DateColumn("queued_at", label=gettext_lazy("Written on")),
        Column("subject", label=gettext_lazy("Subject")),
        Column("to", label=gettext_lazy("To"), accessor=lambda mail: mail.recipient or mail.address),
        Column("state", label=gettext_lazy("Status"), accessor=lambda mail: mail.get_state_display()),
        Column("failures", label=gettext_lazy("Failed attempts")),
        AgainColumn("again", label=""),
    ]

    def get_queryset(self) -> Any:
        """All, newest first."""
        return OutgoingMail.objects.select_related("recipient")


@require_POST
@permission_required(PERMISSION)
def mail_again(request: HttpRequest, number: int) -> HttpResponse:
    """Send one again."""
    mail = get_object_or_404(OutgoingMail, pk=number)
    if post.send_again(mail):
        audit.record("mail.again", actor=request.user, subject=f"mail:{mail.pk}")
        messages.success(request, _("The e-mail is sent again."))
    else:
        messages.warning(request, _("This e-mail is on its way already."))
    return redirect("mails")


mails = permission_required(PERMISSION)(Mails.as_view())
mails_results = permission_required(PERMISSION)(Mails.as_view(results_only=True))
