"""What is asked, in counts a day. Nothing is kept of who asked: no address, no cookie, no time, no order.

A query that looks personal, or is so long that it may tell a case, is not counted at all. After a week only
what was asked more often stays, so that what one visitor typed does not; after 90 days nothing stays.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F, Max, Sum
from django.utils import timezone

from privacy.detect import find
from search.models import QueryCount
from search.params import SearchParams
from search.question import LONGEST_PLAIN, plain_query

logger = logging.getLogger(__name__)

KEPT = timedelta(days=90)
RARE_KEPT = timedelta(days=7)
SELDOM = 3  # a query asked less often is rare
MOST_WORDS = 8


@dataclass(frozen=True)
class Asked:
    """A query over a number of days."""

    query: str
    language: str
    searches: int
    fruitless: int
    opened: int


def may_be_counted(query: str) -> bool:
    """Whether a plain query tells of no person: short, and nothing in it that the detectors know."""
    short = 0 < len(query) <= LONGEST_PLAIN and len(query.split()) <= MOST_WORDS
    return short and not find(query)


def count_search(params: SearchParams, total: int) -> None:
    """Count a question, once: its other pages, orders and filters are the same question. Never raises."""
    bare = SearchParams(
        params.text,
        params.language,
        params.selected,
        page_size=params.page_size,
        facets=params.facets,
        ticked=params.ticked,
    )
    if params != bare or set(params.selected) - {"language"}:
        return
    query = plain_query(params.text)
    if may_be_counted(query):
        _add(query, params.language, fruitless=not total)


def count_opened(text: str, language: str) -> None:
    """Count that a result of a question was opened, if the question itself was counted. Never raises."""
    since = timezone.localdate() - timedelta(days=1)  # a search before midnight, opened after it
    rows = QueryCount.objects.filter(query=plain_query(text), language=language, day__gte=since)
    try:
        latest = rows.aggregate(day=Max("day"))["day"]
        rows.filter(day=latest).update(opened=F("opened") + 1)
    except DatabaseError:
        logger.warning("That a result was opened could not be counted", exc_info=True)


def _add(query: str, language: str, fruitless: bool) -> None:
    rows = QueryCount.objects.filter(day=timezone.localdate(), language=language, query=query)
    more = {"searches": F("searches") + 1, "fruitless": F("fruitless") + int(fruitless)}
    try:
        if rows.update(**more):
            return
        try:
            with transaction.atomic():
                QueryCount.objects.create(
                    day=timezone.localdate(),
                    language=language,
                    query=query,
                    searches=1,
                    fruitless=int(fruitless),
                )
        except IntegrityError:  # another process was first
            rows.update(**more)
    except DatabaseError:
        # Without the query: it may be what makes trouble, and a log is kept longer.
        logger.warning("A search could not be counted")


def tidy_up(today: date | None = None) -> int:
    """Forget what is too old, and what was asked seldom and is a week old; how many rows."""
    today = today or timezone.localdate()
    forgotten = QueryCount.objects.filter(day__lte=today - KEPT).delete()[0]
    weighed = QueryCount.objects.values("query", "language").annotate(times=Sum("searches"))
    for row in weighed.filter(times__lt=SELDOM).order_by():
        rows = QueryCount.objects.filter(query=row["query"], language=row["language"])
        forgotten += rows.filter(day__lte=today - RARE_KEPT).delete()[0]
    return forgotten


def asked(days: int, language: str) -> list[Asked]:
    """The queries of the last days, the most asked first."""
    since = timezone.localdate() - timedelta(days=days)
    rows = (
        QueryCount.objects.filter(day__gt=since, language=language)
        .values("query", "language")
        .annotate(searched=Sum("searches"), nothing=Sum("fruitless"), clicked=Sum("opened"))
        .order_by("-searched", "query")
    )
    return [
        Asked(row["query"], row["language"], row["searched"], row["nothing"], row["clicked"]) for row in rows
    ]
