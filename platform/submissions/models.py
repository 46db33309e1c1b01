"""What municipalities send in, what becomes of it, and what is said about it."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from submissions.states import EDITABLE, OPEN, Role, Status

USER = settings.AUTH_USER_MODEL


class Submission(models.Model):
    """A story on its way from a municipality to the site.

    Until it is sent in, `data` holds it: the answers as typed, right or not, so that nothing is lost. From
    then on its page does; when the editors ask a question, `data` is filled anew from the newest version of
    the page.
    """

    class Language(models.TextChoices):
        """Language in which the story is written."""

        DUTCH = "nl", _("Dutch")
        ENGLISH = "en", _("English")

    public_id = models.UUIDField(_("number"), unique=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        USER, null=True, on_delete=models.SET_NULL, related_name="submissions", verbose_name=_("submitter")
    )
    municipality = models.ForeignKey(
        "examples.Municipality",
        on_delete=models.PROTECT,
        related_name="submissions",
        verbose_name=_("municipality"),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language.choices, default=Language.DUTCH)
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.CONCEPT)
    page = models.ForeignKey(
        "examples.ExamplePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        verbose_name=_("story"),
    )
    updates = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="proposals",
        verbose_name=_("proposes a change of"),
    )

    data = models.JSONField(_("answers"), default=dict, blank=True)
    changed = models.JSONField(default=dict, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    # Privacy warnings that the submitter lets stand: field, kind, digest of the words, and why.
    kept = models.JSONField(default=list, blank=True, editable=False)
    picture = models.ForeignKey(
        "examples.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    document = models.ForeignKey(
        "examples.StoryDocument", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    consent = models.TextField(_("statement of anonymity and consent"), blank=True)
    consent_role = models.CharField(_("role of who stated it"), max_length=120, blank=True)
    consent_at = models.DateTimeField(_("stated on"), null=True, blank=True)
    created_at = models.DateTimeField(_("begun on"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed on"), auto_now=True)
    sent_at = models.DateTimeField(_("sent in on"), null=True, blank=True)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["status", "sent_at"], name="submission_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=models.Q(status__in=sorted(OPEN)),
                name="one_open_submission_a_page",
            ),
            models.UniqueConstraint(
                fields=["updates"],
                condition=models.Q(status__in=sorted(OPEN)),
                name="one_open_proposal_a_submission",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Story without a title"))

    def get_absolute_url(self) -> str:
        """Path of its status page, in the language that is active."""
        return reverse("submissions:status", args=[self.public_id])

    @property
    def title(self) -> str:
        """The title as it was last typed."""
        return " ".join(str(self.data.get("title", "")).split())

    @property
    def is_editable(self) -> bool:
        """Whether the text is with the submitter."""
        return self.status in EDITABLE

    def answer(self, field: str, default: Any = "") -> Any:
        """What was answered: a text, or a list where more can be chosen."""
        return self.data.get(field, default)


class SubmissionEvent(models.Model):
    """A step of a submission: from which state to which, when, by whom in which role."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="events")
    from_status = models.CharField(max_length=20, choices=Status.choices, blank=True)
    to_status = models.CharField(max_length=20, choices=Status.choices)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    comment = models.TextField(blank=True)

    class Meta:
        verbose_name = _("step of a submission")
        verbose_name_plural = _("steps of submissions")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.from_status} > {self.to_status}"


class StoryUse(models.Model):
    """How often a story was read and taken along in a month: numbers, and nothing of who did so."""

    page = models.ForeignKey("examples.ExamplePage", on_delete=models.CASCADE, related_name="uses")
    month = models.DateField()
    read = models.PositiveIntegerField(default=0)
    copied = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("use of a story")
        verbose_name_plural = _("use of stories")
        ordering = ["month"]
        constraints = [models.UniqueConstraint(fields=["page", "month"], name="one_number_a_month")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.read}, {self.copied}"


class Message(models.Model):
    """Something that the submitter and the editors said to each other about a submission."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="messages")
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    field = models.CharField(_("about"), max_length=60, blank=True)
    text = models.TextField(_("message"))
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.role} {self.at:%Y-%m-%d %H:%M}"
