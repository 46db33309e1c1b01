"""Two to four stories side by side, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from examples.models import ExamplePage
from examples.pages import crumbs, story_view
from search import forms
from search.documents import indexable
from search.forms import TICKED

FEWEST, MOST = 2, 4


@dataclass(frozen=True)
class Column:
    """A story that is compared; `without_url` is the comparison without it."""

    slug: str
    title: str
    url: str
    place: str
    outcome: str
    outcome_label: str
    without_url: str


@dataclass(frozen=True)
class Part:
    """A part of the stories: for each story, in the order of the columns, its texts under small headings."""

    id: str
    title: str
    cells: tuple[tuple[Column, tuple[tuple[str, str], ...]], ...]


def address(slugs: Sequence[str]) -> str:
    """Where these stories are compared."""
    return f"{reverse('search:compare')}?{urlencode([(TICKED, slug) for slug in slugs])}"


def compare_context(request: HttpRequest) -> dict[str, Any]:
    """The stories that the address names and that are public in the page's language, at most `MOST`."""
    language = get_language() or "nl"
    params = forms.read(request.GET, language)
    wanted = params.ticked
    pages = {
        page.slug: page
        for page in indexable()
        .filter(slug__in=wanted[:MOST], locale__language_code=language)
        .select_related("municipality__province", "picture", "document", "locale")
    }
    slugs = [slug for slug in wanted if slug in pages]
    stories = [story_view(pages[slug]) for slug in slugs]
    columns = [_column(slug, slugs, pages[slug], story) for slug, story in zip(slugs, stories, strict=True)]
    return {
        "columns": columns,
        "parts": _parts(columns, stories),
        "missing": len(wanted[:MOST]) - len(slugs),
        "too_many": len(wanted) > MOST,
        "too_few": len(columns) < FEWEST,
        "noindex": True,
        "breadcrumbs": crumbs((_("Search"), forms.page_address(params)), (_("Compare stories"), "")),
    }


def _column(slug: str, slugs: Sequence[str], page: ExamplePage, story: dict[str, Any]) -> Column:
    return Column(
        slug=slug,
        title=page.title,
        url=page.get_url() or "",
        place=story["place"]["label"] if story["place"] else "",
        outcome=story["outcome"],
        outcome_label=story["outcome_label"],
        without_url=address([other for other in slugs if other != slug]),
    )


def _parts(columns: Sequence[Column], stories: Sequence[dict[str, Any]]) -> list[Part]:
    makers = (
        ("what-blocked", _("What blocked"), lambda story: _texts(story, "what-blocked")),
        ("room-used", _("Leeway that was used"), _room),
        ("solution", _("The solution"), lambda story: _texts(story, "solution")),
        ("argument", _("Why this was right"), _arguments),
        ("cost", _("Cost"), _cost),
        ("result", _("The result"), lambda story: _texts(story, "result", "structural-change")),
    )
    parts = [
        Part(name, title, tuple(zip(columns, [tuple(make(story)) for story in stories], strict=True)))
        for name, title, make in makers
    ]
    return [part for part in parts if any(texts for _column, texts in part.cells)]


def _texts(story: dict[str, Any], *names: str) -> list[tuple[str, str]]:
    found = [part for part in story["parts"] if part["id"] in names]
    return [(part["title"] if len(names) > 1 else "", part["text"]) for part in found]


def _room(story: dict[str, Any]) -> list[tuple[str, str]]:
    return [(rule["term"].label, rule["room_used"]) for rule in story["rules"] if rule["room_used"]]


def _arguments(story: dict[str, Any]) -> list[tuple[str, str]]:
    return [(argument["title"], argument["text"]) for argument in story["arguments"]]


def _cost(story: dict[str, Any]) -> list[tuple[str, str]]:
    money = story["money"] or {}
    rows = (
        (_("Cost of the solution"), "cost", "cost_note"),
        (_("Costs avoided"), "avoided", "basis"),
        (_("Who pays"), "who_pays", ""),
        (_("Who saves"), "who_saves", ""),
    )
    texts = [
        (title, "\n".join(filter(None, [money.get(name, ""), money.get(note, "")])))
        for title, name, note in rows
    ]
    return [(title, text) for title, text in texts if text]
