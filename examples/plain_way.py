"""Is maatwerk needed? What a rule allows already, and which stories stayed within it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from examples.models import BlockingRule, ExamplePage, ExampleRule


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A story by its title."""

    title: str
    url: str
    outcome_label: str


@dataclass(frozen=True, slots=True)
class PlainWay:
    """What a professional should know of a rule before looking for an exception.

    Attributes:
        name, url: The rule and its page.
        room: What the rule allows already; "" when nobody wrote it down.
        articles: Laws with their articles, in words.
        as_of: The day on which this was right.
        to_check: What is not certain, in words; "" when all was checked.
        lapsed_on: The day on which the rule ended, or None.
        within: Stories that were solved with the room in the rule.
        beyond: Stories for which a rule or an agreement had to change.
        unknown: Stories that do not tell: proposals, failures, and those without a note on the room.
    """

    name: str
    url: str
    room: str
    articles: tuple[str, ...]
    as_of: date
    to_check: str
    lapsed_on: date | None
    within: tuple[StoryLink, ...]
    beyond: tuple[StoryLink, ...]
    unknown: tuple[StoryLink, ...]


def plain_way(rule: BlockingRule) -> PlainWay:
    """The rule with its public stories, which are in its own language."""
    groups = _grouped(
        ExampleRule.objects.filter(term=rule, page__in=ExamplePage.objects.live().public())
        .select_related("page")
        .order_by("-page__first_published_at", "page__pk")
    )
    return PlainWay(
        name=rule.name,
        url=reverse("examples:rule", args=[rule.slug]),
        room=rule.room,
        articles=tuple(
            _("%(law)s, article %(article)s") % {"law": row.law, "article": row.article}
            if row.article
            else str(row.law)
            for row in rule.rule_laws.select_related("law")
        ),
        as_of=rule.as_of,
        to_check=rule.to_check or ("" if rule.is_certain else rule.get_certainty_display()),
        lapsed_on=rule.lapsed_on,
        **groups,
    )


def reach(page: ExamplePage, room_used: str) -> str:
    """Whether a story stayed "within" the rule, went "beyond" it, or is "unknown".

    It follows from what was filled in: a change of the system needed more than the room in the rule; else a
    note on the room that was used says that it sufficed. A proposal or a failure proves neither.
    """
    if page.outcome in (ExamplePage.Outcome.PROPOSAL, ExamplePage.Outcome.FAILED):
        return "unknown"
    if page.learning_order == ExamplePage.Order.SYSTEM or page.kind == ExamplePage.Kind.SYSTEM_CHANGE:
        return "beyond"
    return "within" if room_used.strip() else "unknown"


def _grouped(tags: Iterable[Any]) -> dict[str, tuple[StoryLink, ...]]:
    groups: dict[str, dict[int, StoryLink]] = {"within": {}, "beyond": {}, "unknown": {}}
    for tag in tags:
        page = tag.page
        link = StoryLink(page.title, page.get_url() or "", page.get_outcome_display())
        groups[reach(page, tag.room_used)].setdefault(page.pk, link)
    return {name: tuple(found.values()) for name, found in groups.items()}
