"""The three ways to become a member of a municipality: a domain, an invitation, a request."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.membership import MUNICIPALITY, Role

INVITATION_DAYS = 14
DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


def check_domain(value: str) -> None:
    """A domain as it stands behind the @ of an e-mail address.

    Raises:
        ValidationError: It is none.
    """
    if not DOMAIN.fullmatch(value):
        raise ValidationError(_("Write only what stands behind the @, such as “utrecht.nl”."))


class MunicipalityDomain(models.Model):
    """Whoever has a checked e-mail address at the domain belongs to the municipality."""

    domain = models.CharField(
        _("domain"),
        max_length=190,
        unique=True,
        validators=[check_domain],
        help_text=_("What stands behind the @ in the e-mail addresses of the municipality."),
    )
    municipality = models.ForeignKey(
        MUNICIPALITY,
        on_delete=models.PROTECT,
        related_name="email_domains",
        verbose_name=_("municipality"),
    )

    class Meta:
        verbose_name = _("e-mail domain")
        verbose_name_plural = _("e-mail domains")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Domains are kept in lower case."""
        self.domain = self.domain.strip().lower().removeprefix("@")
        super().clean_fields(exclude)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by their state."""

    def open(self) -> InvitationQuerySet:
        """Those that can be accepted now."""
        since = timezone.now() - timedelta(days=INVITATION_DAYS)
        return self.filter(accepted_at=None, withdrawn_at=None, sent_at__gt=since)


class Invitation(models.Model):
    """A coordinator asks the owner of an e-mail address to join their municipality."""

    municipality = models.ForeignKey(
        MUNICIPALITY,
        on_delete=models.PROTECT,
        related_name="invitations",
        verbose_name=_("municipality"),
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.SUBMITTER)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="invitations_sent",
        verbose_name=_("invited by"),
    )
    # Of the key in the link; the key itself stands in the e-mail alone.
    key_digest = models.CharField(max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField(_("sent on"), default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(_("accepted on"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.email} – {self.municipality}"

    @property
    def expires_at(self) -> datetime:
        """Until when it can be accepted."""
        return self.sent_at + timedelta(days=INVITATION_DAYS)

    @property
    def is_open(self) -> bool:
        """Whether it can be accepted now."""
        return not self.accepted_at and not self.withdrawn_at and self.expires_at > timezone.now()


class MembershipRequest(models.Model):
    """Somebody asks to join a municipality; an administrator decides."""

    class Status(models.TextChoices):
        """What became of the request."""

        OPEN = "open", _("open")
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("refused")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="membership_requests",
        verbose_name=_("user"),
    )
    municipality = models.ForeignKey(
        MUNICIPALITY,
        on_delete=models.PROTECT,
        related_name="membership_requests",
        verbose_name=_("municipality"),
    )
    reason = models.TextField(_("reason"), max_length=1000)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.OPEN)
    asked_at = models.DateTimeField(_("asked on"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        verbose_name = _("request for membership")
        verbose_name_plural = _("requests for membership")
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality"],
                condition=models.Q(status="open"),
                name="one_open_request_a_municipality",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.municipality}"
