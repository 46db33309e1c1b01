"""Who gets an e-mail about a submission, and in which language."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.rights import holders_of
from accounts.selectors import coordinators_of
from submissions.models import Submission
from submissions.review.people import REVIEW, claimer_of, took_part


def submitters(submission: Submission) -> list[User]:
    """The submitter; the coordinators of the municipality where there is none any more."""
    owner = submission.owner
    if owner is not None and owner.is_active:
        return [owner]
    return list(coordinators_of(submission.municipality))


def editors(submission: Submission, but: User | None = None) -> list[User | str]:
    """Who took it up; as long as nobody did, the mailbox of the editors and whoever may check it.

    Args:
        submission: Which.
        but: Somebody who cannot do what must be done, such as who did the first check.
    """
    claimer = claimer_of(submission)
    if claimer is not None and claimer.is_active and claimer != but:
        return [claimer]
    barred = took_part(submission) | ({but.pk} if but else set())
    return [settings.CONTACT_EMAIL, *(one for one in holders_of(REVIEW) if one.pk not in barred)]


def language_of(to: User | str) -> str:
    """The language in which somebody reads the site; Dutch where nobody knows."""
    chosen = UserProfile.get_for_user(to).preferred_language if isinstance(to, User) else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def remember_language(user: User) -> None:
    """Write to somebody in the language in which they use the site; in the admin people choose one."""
    language = get_language()
    if user.has_perm("wagtailadmin.access_admin") or language not in dict(settings.LANGUAGES):
        return
    profile = UserProfile.get_for_user(user)
    if profile.preferred_language != language:
        profile.preferred_language = language
        profile.save(update_fields=["preferred_language"])
