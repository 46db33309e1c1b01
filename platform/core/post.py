"""E-mails that are sent by the worker: written with the change that they tell of, sent once, tried again.

post.send("submission-12-question-7", "Subject", "Text", "nl", user)
"""

from __future__ import annotations

import logging
import smtplib
import uuid
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from core.mail import compose
from core.models import OutgoingMail

log = logging.getLogger(__name__)

State = OutgoingMail.State
STOPPED = [State.FAILED, State.IN_DOUBT]
# How long to wait after each failure; then nobody tries any more.
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440)]
# Whoever is busy with a mail for longer than this is no longer there.
LONGEST = timedelta(minutes=15)
# The mail server said no, so it has not taken the mail. Any other end of the talk leaves that open.
REFUSED = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError)


def send(key: str, subject: str, text: str, language: str, to: Any) -> OutgoingMail | None:
    """Have a mail sent when the transaction of the moment is kept, and never when it is not.

    Args:
        key: What it tells and to whom, at most 120 characters; a second one with this key is not sent.
        subject: One line, without anything that identifies a resident.
        text: Plain text, likewise; see `core.mail.compose`.
        language: "nl" or "en".
        to: The user who gets it, at the address that they have by then; or an e-mail address.

    Returns:
        The mail; None when there was one with this key.
    """
    whom = {"address": to} if isinstance(to, str) else {"recipient": to}
    values = {"language": language, "subject": subject, "text": text, **whom}
    mail, made = OutgoingMail.objects.get_or_create(key=key, defaults=values)
    if not made:
        return None
    deliver.enqueue(mail.pk)
    return mail


@task(backend="worker")
def deliver(number: int) -> None:
    """Send a mail that waits; one that was sent, or whose user is gone, is let be.

    May be run twice at once, and again after it was killed: see `docs/decisions/0085-sent-once.md`.
    """
    mail = OutgoingMail.objects.select_related("recipient").filter(pk=number, state=State.WAITING).first()
    if mail is None:
        return
    connection = get_connection()
    try:
        message = _message(mail)
        connection.open()
        if _hand_over(mail):
            connection.send_messages([message])
            _settle(mail, State.SENT)
    except Exception as error:
        _failed(mail, error)
    finally:
        _close(connection)


def send_again(mail: OutgoingMail) -> bool:
    """Have a mail tried again of which somebody decided so; False when it is not one that has stopped."""
    with transaction.atomic():
        stopped = OutgoingMail.objects.filter(pk=mail.pk, state__in=STOPPED)
        if not stopped.update(state=State.WAITING, failures=0, changed_at=timezone.now()):
            return False
        deliver.enqueue(mail.pk)
    return True


def settle_abandoned() -> int:
    """Mark what a killed worker left in the hands of the mail server: nobody knows whether it was sent.

    Returns:
        How many.
    """
    since = timezone.now() - LONGEST
    left = OutgoingMail.objects.filter(state=State.HANDED_OVER, changed_at__lt=since)
    number = left.update(state=State.IN_DOUBT, changed_at=timezone.now())
    if number:
        log.warning("Mails of which it is not known whether they were sent: %d", number)
    return number


def forget_old(before: datetime, dry_run: bool) -> int:
    """Remove mails that were settled before a moment; only count them in a dry run."""
    old = OutgoingMail.objects.filter(changed_at__lt=before).exclude(
        state__in=[State.WAITING, State.HANDED_OVER]
    )
    return old.count() if dry_run else old.delete()[0]


def _message(mail: OutgoingMail) -> EmailMessage:
    """The mail; sent again it has the same number, by which mailboxes know it."""
    host = urlsplit(settings.BASE_URL).hostname
    headers = {
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<{uuid.uuid5(uuid.NAMESPACE_URL, settings.BASE_URL + mail.key)}@{host}>",
    }
    address = mail.recipient.email if mail.recipient else mail.address
    with override(mail.language):
        return compose(mail.subject, mail.text, [address], headers)


def _hand_over(mail: OutgoingMail) -> bool:
    """Take it for this worker alone, before the mail server gets it; False when another one was first."""
    mine = OutgoingMail.objects.filter(pk=mail.pk, state=State.WAITING)
    taken = mine.update(state=State.HANDED_OVER, changed_at=timezone.now())
    mail.refresh_from_db(fields=["state"])
    return bool(taken)


def _settle(mail: OutgoingMail, state: str, failures: int | None = None) -> None:
    mail.state, mail.changed_at = state, timezone.now()
    mail.failures = mail.failures if failures is None else failures
    mail.save(update_fields=["state", "failures", "changed_at"])


def _failed(mail: OutgoingMail, error: Exception) -> None:
    """Try again later, longer each time, unless the mail server may have taken it."""
    name, failures = type(error).__name__, mail.failures + 1
    if mail.state == State.HANDED_OVER and not isinstance(error, REFUSED):
        log.warning("Mail %d: %s, perhaps sent", mail.pk, name)
        _settle(mail, State.IN_DOUBT, failures)
    elif failures > len(PAUSES):
        log.error("Mail %d: %s, given up after %d attempts", mail.pk, name, failures)
        _settle(mail, State.FAILED, failures)
    else:
        log.warning("Mail %d: %s, again in %s", mail.pk, name, PAUSES[failures - 1])
        with transaction.atomic():
            _settle(mail, State.WAITING, failures)
            deliver.using(run_after=timezone.now() + PAUSES[failures - 1]).enqueue(mail.pk)


def _close(connection: Any) -> None:
    """Say goodbye to the mail server; what goes wrong with that changes nothing."""
    try:
        connection.close()
    except OSError as error:
        log.info("The mail server did not say goodbye: %s", type(error).__name__)
