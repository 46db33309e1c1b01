"""What waits to be indexed: rows written in the same transaction as the change that they tell of."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

CHUNK = 1000


class IndexChange(models.Model):
    """A story of which the index must look again.

    It says only which story; what the story is by now, the indexer reads at its turn.
    """

    story = models.PositiveBigIntegerField(_("page number of the story"))
    created = models.DateTimeField(_("made"), default=timezone.now)
    done = models.DateTimeField(_("done"), null=True, blank=True)
    due = models.DateTimeField(_("next try"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    error = models.CharField(_("what went wrong"), max_length=200, blank=True)
    given_up = models.BooleanField(_("given up"), default=False)

    class Meta:
        verbose_name = _("change to index")
        verbose_name_plural = _("changes to index")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["due"], name="index_change_waiting", condition=models.Q(done=None)),
            models.Index(fields=["created"], name="index_change_created"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.story}"


class IndexRun(models.Model):
    """A number that only grows: the version of all that one turn of an indexer writes.

    It is drawn before the stories are read. Of two turns that write one story the higher number has read
    later, or else a change came in between, for which another turn with a still higher number follows.
    """

    started = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def draw(cls) -> int:
        """The next number."""
        number = cls.objects.create().pk
        cls.objects.filter(pk__lt=number).delete()
        return int(number)


def enqueue(stories: Iterable[int]) -> None:
    """Have the index look again at these stories, once the transaction commits."""
    rows = [IndexChange(story=number) for number in dict.fromkeys(stories)]
    IndexChange.objects.bulk_create(rows, batch_size=CHUNK)
