"""What visitors report about a story, and which stories must stay off the site."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

USER = settings.AUTH_USER_MODEL


class StoryReport(models.Model):
    """A visitor says that something is wrong with a story. It goes with the story when that is erased."""

    class Kind(models.TextChoices):
        """What is wrong."""

        RECOGNISABLE = "herkenbaar", _("Somebody can be recognised")
        WRONG = "onjuist", _("Something is not right")
        OTHER = "anders", _("Something else")

    class Outcome(models.TextChoices):
        """What an editor did about it."""

        OFFLINE = "offline", _("The story was taken off the site")
        STAYS = "blijft", _("The story stays")

    story = models.ForeignKey(
        "examples.ExamplePage", on_delete=models.CASCADE, related_name="reports", verbose_name=_("story")
    )
    kind = models.CharField(_("what is wrong"), max_length=12, choices=Kind.choices)
    reason = models.TextField(_("explanation"), max_length=2000)
    email = models.EmailField(_("e-mail address"), blank=True)
    made_at = models.DateTimeField(_("reported on"), auto_now_add=True)
    outcome = models.CharField(_("what was done"), max_length=8, choices=Outcome.choices, blank=True)
    handled_at = models.DateTimeField(_("dealt with on"), null=True, blank=True)
    handled_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("report about a story")
        verbose_name_plural = _("reports about stories")
        ordering = ["outcome", "-made_at"]
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind}"


class Withdrawal(models.Model):
    """A story that was taken off the site in all its languages, and stays off until it is put back.

    Attributes:
        translation_key: Of the story's pages.
        versions: Number of the version that readers saw, by number of the page; it can be put back.
    """

    translation_key = models.UUIDField(unique=True)
    why = models.TextField(_("why"), max_length=1000)
    versions = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return str(self.translation_key)
