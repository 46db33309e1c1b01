"""Tells the editors by mail that a story was reported: where to look, and no word of story or reporter."""

from __future__ import annotations

import logging
from functools import partial

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.mail import get_connection
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from core.mail import compose
from examples.models import StoryReport

log = logging.getLogger(__name__)


def editors() -> list[User]:
    """Who can do something about a report."""
    right = Permission.objects.filter(content_type__app_label="examples", codename="change_storyreport")
    may = Q(groups__permissions__in=right) | Q(user_permissions__in=right) | Q(is_superuser=True)
    return list(User.objects.filter(may, is_active=True).order_by("pk").distinct())


def tell_editors(report: StoryReport) -> None:
    """Send a mail to each editor once the report is kept; the report stays when mail does not work."""
    transaction.on_commit(partial(_send, report.pk, StoryReport.Kind(report.kind)))


def _send(number: int, kind: StoryReport.Kind) -> None:
    address = f"{settings.BASE_URL}{reverse('story_report', args=[number])}"
    with override(settings.LANGUAGE_CODE):
        text = _(
            "Somebody reported a story on %(site)s.\n\nWhat is wrong: %(kind)s.\n\n"
            "Look at the report and take the story off the site if needed:\n%(address)s"
        ) % {"site": settings.WAGTAIL_SITE_NAME, "kind": kind.label, "address": address}
        subject = _("A story was reported")
        everybody = {settings.CONTACT_EMAIL, *(user.email for user in editors())}
        # One each: nobody needs the addresses of the others.
        messages = [compose(subject, text, [one]) for one in sorted(everybody)]
    try:
        get_connection().send_messages(messages)
    except OSError as error:
        log.error("No mail about report %d: %s", number, type(error).__name__)
