"""How often a query was asked on a day: counts, and nothing of who asked."""

from __future__ import annotations

from django.db import models

from search.question import LONGEST_PLAIN


class QueryCount(models.Model):
    """A query on a day; `fruitless` is how often it found nothing, `opened` how often a result was opened."""

    day = models.DateField()
    language = models.CharField(max_length=2)
    query = models.CharField(max_length=LONGEST_PLAIN)
    searches = models.PositiveIntegerField(default=0)
    fruitless = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "query"], name="one_count_per_day_and_query")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.language} {self.query}: {self.searches}"
