"""Between the answers of a submission and the page of its story, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from examples.models import (
    BlockingRule,
    ExampleLifeDomain,
    ExamplePage,
    ExamplePartner,
    ExampleRule,
    ExampleTargetGroup,
    LifeDomain,
    Partner,
    TargetGroup,
)
from submissions.models import Submission
from submissions.place import display_of

# Texts by the name that they have on the page too. `caveat` describes a rule that is not in the list.
TEXTS = (
    "title",
    "summary",
    "situation",
    "what_blocked",
    "caveat",
    "solution",
    "result",
    "follow_up",
    "structural_change",
    "conditions",
    "steps",
    "pitfalls",
    "legitimacy",
    "societal_return",
    "involvement",
    "cost_note",
    "avoided_cost_basis",
    "who_pays",
    "who_saves",
    "contact",
)
NUMBERS = ("year", "cost", "avoided_cost_min", "avoided_cost_max")
CHOICES = ("outcome", "municipality_display")
NOTES = ("how_blocked", "room_used")
# Answer, relation of the page, its model, and the vocabulary.
TAGS: tuple[tuple[str, str, Any, Any], ...] = (
    ("rules", "story_rules", ExampleRule, BlockingRule),
    ("life_domains", "story_life_domains", ExampleLifeDomain, LifeDomain),
    ("target_groups", "story_target_groups", ExampleTargetGroup, TargetGroup),
    ("partners", "story_partners", ExamplePartner, Partner),
)


def note_name(rule: str, note: str) -> str:
    """Name of the answer that holds a note on a rule, as the privacy check of a page names it too."""
    return f"{rule}.{note}"


def number(text: str) -> int | None:
    """A whole number as people type one: 1500, 1.500 or 1 500; None where nothing was typed.

    Raises:
        ValueError: It is no whole number.
    """
    digits = "".join(text.split()).removeprefix("€").replace(".", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(text)
    return int(digits)


def write_to(page: ExamplePage, submission: Submission, data: Mapping[str, Any]) -> None:
    """Put a submission into a page, without saving; what is the editors' alone stays.

    Args:
        page: A new one, or its newest version.
        submission: Whose place and files it gets.
        data: The answers, checked.
    """
    page.municipality = submission.municipality
    page.municipality_display = display_of(submission)
    page.picture, page.document = submission.picture, submission.document
    for name in TEXTS:
        setattr(page, name, str(data.get(name, "")).strip())
    page.title = " ".join(page.title.split())
    for name in NUMBERS:
        setattr(page, name, number(str(data.get(name, ""))))
    page.outcome = data.get("outcome", "")
    for answer, relation, row, vocabulary in TAGS:
        _write_tags(page, relation, row, vocabulary, data.get(answer) or [])
    for tag in page.story_rules.all():
        for note in NOTES:
            setattr(tag, note, str(data.get(note_name(tag.term.slug, note), "")).strip())


def _write_tags(page: ExamplePage, relation: str, row: Any, vocabulary: Any, slugs: list[str]) -> None:
    """The rows for these terms; a row that is there already stays, for its translations hang on it."""
    there = {tag.term.slug: tag for tag in getattr(page, relation).all()}
    found = {term.slug: term for term in vocabulary.objects.filter(locale=page.locale, slug__in=slugs)}
    rows = [
        there.get(slug) or row(term=found[slug], locale=page.locale)
        for slug in dict.fromkeys(slugs)
        if slug in there or slug in found
    ]
    for order, each in enumerate(rows):
        each.sort_order = order
    setattr(page, relation, rows)


def read_from(page: ExamplePage) -> dict[str, Any]:
    """The answers that would make this page."""
    data: dict[str, Any] = {name: getattr(page, name) for name in (*TEXTS, *CHOICES)}
    for name in NUMBERS:
        value = getattr(page, name)
        data[name] = "" if value is None else str(value)
    for answer, relation, _row, _vocabulary in TAGS:
        data[answer] = [tag.term.slug for tag in getattr(page, relation).all()]
    for tag in page.story_rules.all():
        for note in NOTES:
            data[note_name(tag.term.slug, note)] = getattr(tag, note)
    return data
