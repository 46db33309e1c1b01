"""What editors keep about a submission: who has it, what is ticked, what they changed, answers to reuse."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

USER = settings.AUTH_USER_MODEL
SUBMISSION = "submissions.Submission"


class Claim(models.Model):
    """An editor has taken a submission up; others leave it alone as long as that is so."""

    submission = models.OneToOneField(SUBMISSION, on_delete=models.CASCADE, related_name="claim")
    by = models.ForeignKey(
        USER, on_delete=models.CASCADE, related_name="claims", verbose_name=_("taken up by")
    )
    at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        default_permissions = ()
        permissions = [
            ("review_submission", "Can take up submissions, ask and comment"),
            ("decide_submission", "Can refuse submissions and take them over from others"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.by_id}"


class Tick(models.Model):
    """Somebody saw to a point of the checklist, in one version of a story; each version is seen to anew."""

    submission = models.ForeignKey(SUBMISSION, on_delete=models.CASCADE, related_name="ticks")
    # A number: old versions are removed, what was checked stays known.
    revision = models.PositiveBigIntegerField()
    point = models.CharField(max_length=40)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "revision", "point"], name="ticked_once_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.point}"


class EditorialChange(models.Model):
    """An editor changed answers of a submission; the submitter sees which."""

    submission = models.ForeignKey(SUBMISSION, on_delete=models.CASCADE, related_name="editorial_changes")
    revision = models.PositiveBigIntegerField(unique=True)
    fields = models.JSONField(default=list)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.submission_id} {', '.join(self.fields)}"


class CannedAnswer(models.Model):
    """A text that editors send often: a question or a reason, in both languages."""

    class Use(models.TextChoices):
        """What it is for."""

        QUESTION = "question", _("Question")
        REFUSAL = "refusal", _("Reason not to accept")

    name = models.CharField(_("name"), max_length=120, unique=True, help_text=_("How editors find it."))
    use = models.CharField(_("used as"), max_length=12, choices=Use.choices, default=Use.QUESTION)
    text_nl = models.TextField(_("text in Dutch"), max_length=2000)
    text_en = models.TextField(_("text in English"), max_length=2000)

    panels = [FieldPanel("name"), FieldPanel("use"), FieldPanel("text_nl"), FieldPanel("text_en")]

    class Meta:
        verbose_name = _("canned answer")
        verbose_name_plural = _("canned answers")
        ordering = ["use", "name"]

    def __str__(self) -> str:
        return self.name

    def text(self, language: str) -> str:
        """The text for a submitter who writes in a language."""
        return self.text_en if language == "en" else self.text_nl
