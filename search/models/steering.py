"""Results that editors put first or hide for a query, until a day."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel

from examples.choosers import StoryChooser
from examples.models import ExamplePage
from search.question import LONGEST_PLAIN, plain_query


class SteeredResult(models.Model):
    """A story that an editor puts first or hides when exactly this is asked."""

    class Effect(models.TextChoices):
        """What happens to the story."""

        FIRST = "first", _("put first")
        HIDDEN = "hidden", _("hide")

    query = models.CharField(
        _("question"),
        max_length=LONGEST_PLAIN,
        help_text=_("The whole question. Capitals, spaces and a question mark at the end do not count."),
    )
    language = models.CharField(
        _("language"), max_length=2, choices=[("nl", _("Dutch")), ("en", _("English"))], default="nl"
    )
    story = models.ForeignKey(
        ExamplePage, on_delete=models.CASCADE, related_name="+", verbose_name=_("story")
    )
    effect = models.CharField(_("effect"), max_length=6, choices=Effect.choices, default=Effect.FIRST)
    until = models.DateField(_("until and with"), help_text=_("After this day the story is found as usual."))

    panels = [
        HelpPanel(
            content=_(
                "Use this seldom: a word in the thesaurus helps every question, this helps one question."
            )
        ),
        FieldRowPanel([FieldPanel("query"), FieldPanel("language")]),
        FieldPanel("story", widget=StoryChooser),
        FieldRowPanel([FieldPanel("effect"), FieldPanel("until")]),
    ]

    class Meta:
        verbose_name = _("result put first or hidden")
        verbose_name_plural = _("results put first or hidden")
        ordering = ["query", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["query", "language", "story"],
                name="one_effect_per_query_and_story",
                violation_error_message=_("This story is put first or hidden for this question already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.query}: {self.story}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the question as it is compared, whoever saves."""
        self.query = plain_query(self.query)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Keep the question as it is compared."""
        super().clean()
        self.query = plain_query(self.query)

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.until < timezone.localdate()
