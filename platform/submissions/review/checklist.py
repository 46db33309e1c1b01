"""The checklist of each of the two checks: who saw to what, in which version."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from examples.models import PrivacyCheckTask
from submissions.models import Submission
from submissions.review.models import Tick


@dataclass(frozen=True, slots=True)
class Point:
    """Something to see to.

    Attributes:
        name: How it is kept.
        text: What to see to.
    """

    name: str
    text: str | Promise


CONTENT = (
    Point("clear", _("Somebody who does not know the case understands it. The summary is plain Dutch.")),
    Point("rules", _("The rules are the right ones, and each says how it blocked and which room was used.")),
    Point(
        "argument", _("The argument holds: why it was lawful and fair, what it saved, what the resident did.")
    ),
    Point("money", _("The amounts are plausible, and it says what they are based on.")),
    Point("tags", _("The tags fit, and the story is not there already.")),
)
PRIVACY = (
    Point("names", _("There is no name, address, date of birth or number of a resident.")),
    Point("together", _("All facts together do not point to one household, also not for a neighbour.")),
    Point("files", _("Nobody can be recognised in the picture or the document, and they may be used.")),
    Point("consent", _("The statement of anonymity and consent is there and fits the story.")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A point with its tick in this version, or what was ticked in an earlier one.

    Attributes:
        point: What to see to.
        tick: Who saw to it in this version, or None.
        earlier: The newest tick of an earlier version, or None.
    """

    point: Point
    tick: Tick | None
    earlier: Tick | None


def points_of(task: Any) -> tuple[Point, ...]:
    """The list of a check."""
    return PRIVACY if isinstance(task.specific, PrivacyCheckTask) else CONTENT


def lines(submission: Submission, points: Collection[Point], revision: int) -> list[Line]:
    """A list as it stands for a version."""
    found = list(submission.ticks.select_related("by"))
    now = {tick.point: tick for tick in found if tick.revision == revision}
    before = {tick.point: tick for tick in found if tick.revision != revision}
    return [Line(point, now.get(point.name), before.get(point.name)) for point in points]


def is_complete(submission: Submission, points: Collection[Point], revision: int) -> bool:
    """Whether each point is seen to in a version."""
    ticked = set(submission.ticks.filter(revision=revision).values_list("point", flat=True))
    return {point.name for point in points} <= ticked


@transaction.atomic
def tick(
    submission: Submission, points: Collection[Point], revision: int, by: User, ticked: Collection[str]
) -> None:
    """Keep a list as somebody left it: what was ticked before keeps its person and moment.

    Args:
        submission: Which.
        points: The list.
        revision: Number of the version that they looked at.
        by: Who.
        ticked: Names of the points that are ticked.
    """
    names = {point.name for point in points}
    submission.ticks.filter(revision=revision, point__in=names - set(ticked)).delete()
    for name in names & set(ticked):
        Tick.objects.get_or_create(submission=submission, revision=revision, point=name, defaults={"by": by})
