"""Tells the editors by mail that a story was reported: where to look, and no word of story or reporter."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from core import post
from examples.models import StoryReport


def editors() -> list[User]:
    """Who can do something about a report."""
    right = Permission.objects.filter(content_type__app_label="examples", codename="change_storyreport")
    may = Q(groups__permissions__in=right) | Q(user_permissions__in=right) | Q(is_superuser=True)
    return list(User.objects.filter(may, is_active=True).order_by("pk").distinct())


def tell_editors(report: StoryReport) -> None:
    """Have a mail sent to each editor and to the mailbox of all, with the report or not at all."""
    language = settings.LANGUAGE_CODE
    with override(language):
        text = _(
            "Somebody reported a story on %(site)s.\n\nWhat is wrong: %(kind)s.\n\n"
            "Look at the report and take the story off the site if needed:\n%(address)s"
        ) % {
            "site": settings.WAGTAIL_SITE_NAME,
            "kind": StoryReport.Kind(report.kind).label,
            "address": f"{settings.BASE_URL}{reverse('story_report', args=[report.pk])}",
        }
        subject = _("A story was reported")
    mailboxes: dict[str, User | str] = {settings.CONTACT_EMAIL: settings.CONTACT_EMAIL}
    mailboxes |= {user.email: user for user in editors()}
    for number, whom in enumerate(mailboxes.values()):
        name = whom.pk if isinstance(whom, User) else f"mailbox{number}"
        post.send(f"report-{report.pk}-{name}", subject, text, language, whom)
