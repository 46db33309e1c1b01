"""To which municipalities somebody belongs, and what they may do there."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MUNICIPALITY = "examples.Municipality"


class Role(models.TextChoices):
    """What a member does for their municipality."""

    SUBMITTER = "submitter", pgettext_lazy("role", "Submitter")
    COORDINATOR = "coordinator", pgettext_lazy("role", "Coordinator")


class Membership(models.Model):
    """Somebody submits for a municipality, or coordinates it."""

    Role = Role

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("user"),
    )
    municipality = models.ForeignKey(
        MUNICIPALITY,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("municipality"),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.SUBMITTER)
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["municipality__name", "user__email"]
        constraints = [
            models.UniqueConstraint(fields=["user", "municipality"], name="one_membership_a_municipality")
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.municipality}"
