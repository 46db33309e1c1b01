"""What people decided about a warning of the privacy check."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AnonymityDecision(models.Model):
    """Words that the detectors warn about may stay in a story: who decided so, when and why.

    The words themselves are not kept, only a digest: when a text is erased, no copy of it stays here.
    """

    page = models.ForeignKey(
        "examples.ExamplePage", on_delete=models.CASCADE, related_name="anonymity_decisions"
    )
    field = models.CharField(_("field"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20)
    digest = models.CharField(max_length=64, editable=False)
    why = models.CharField(_("why it may stay"), max_length=300)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("decision on a privacy warning")
        verbose_name_plural = _("decisions on privacy warnings")
        ordering = ["-decided_at"]
        constraints = [
            models.UniqueConstraint(fields=["page", "field", "kind", "digest"], name="one_decision_a_warning")
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.kind}"
