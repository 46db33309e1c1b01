"""Rows that every room uses."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Purge(models.Model):
    """Something that pages show has changed; kept pages that are older than this row show it no more.

    Rows are only added: their numbers order them after the pages that were made before.
    """

    key = models.CharField(max_length=120)
    purged_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["key", "id"], name="purge_key_number")]

    def __str__(self) -> str:
        return f"{self.pk} {self.key}"


class AppendOnlyError(Exception):
    """Somebody tried to change or remove what is only ever added to."""


class AppendOnlyQuerySet(models.QuerySet["AuditEntry"]):
    """Refuses in Python what `core.append_only` refuses in the database."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("An audit entry cannot be changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("An audit entry cannot be removed.")


class AuditEntry(models.Model):
    """Somebody did something: who, what, when, to what; no word of any content.

    Users are kept as a number without a foreign key: a user who is removed changes no row here, and no
    e-mail address stays behind. Written by `core.audit.record` alone.
    """

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    action = models.CharField(_("action"), max_length=80, db_index=True)
    actor = models.PositiveBigIntegerField(_("number of the user"), null=True, db_index=True)
    subject = models.CharField(_("subject"), max_length=80, blank=True, db_index=True)
    detail = models.CharField(_("detail"), max_length=120, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it; a second time is refused."""
        if not self._state.adding:
            raise AppendOnlyError("An audit entry cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("An audit entry cannot be removed.")


class Erasure(models.Model):
    """Something was erased for good; a list in the data folder says the same (see `core.erasure`)."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="erased_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class GoneAddress(models.Model):
    """An address at which something was that is erased; a digest, since an address has words of a title."""

    digest = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        return self.digest


class OutgoingMail(models.Model):
    """An e-mail that is sent once. Written by `core.post` alone; it has no content of any story.

    Either a user gets it, at the address they have when it is sent, or a fixed address does.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("Waiting")
        # From here on only the mail server knows whether it took the mail.
        HANDED_OVER = "handed-over", _("Being sent")
        SENT = "sent", _("Sent")
        IN_DOUBT = "in-doubt", _("Perhaps sent")
        FAILED = "failed", _("Not sent")

    key = models.CharField(max_length=120, unique=True)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    address = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField()
    state = models.CharField(_("status"), max_length=12, choices=State.choices, default=State.WAITING)
    failures = models.PositiveSmallIntegerField(_("failed attempts"), default=0)
    queued_at = models.DateTimeField(_("written on"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed on"), default=timezone.now)

    class Meta:
        verbose_name = _("outgoing e-mail")
        verbose_name_plural = _("outgoing e-mails")
        ordering = ["-queued_at", "-pk"]
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["state", "changed_at"], name="mail_state")]

    def __str__(self) -> str:
        return self.key
