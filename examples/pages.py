"""What the story page and the index of stories show."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.page_cache import depends_on, do_not_keep
from core.pages import page_key
from examples.cards import cards, live_stories, picture_view, place_view, term_view
from examples.dependencies import all_stories_key, label_key, row_key
from examples.models import ExampleIndexPage, ExamplePage, RuleLaw
from examples.models.story import lines
from examples.slots import below_story
from examples.social import picture_url
from examples.structured import article

CARDS_A_PAGE = 12


def paged(request: HttpRequest, stories: QuerySet[ExamplePage]) -> dict[str, Any]:
    """Cards of the page that the address asks for, with links to the others."""
    paginator = Paginator(stories, CARDS_A_PAGE)
    asked = request.GET.get("pagina", "1")[:6]
    page = paginator.get_page(asked)
    if asked != str(page.number):
        do_not_keep()
    return {
        "cards": cards(page.object_list),  # type: ignore[arg-type]
        "paginator_page": page,
        "page_links": page_links(page),
        "total": paginator.count,
    }


def page_links(page: PaginatorPage[Any]) -> list[dict[str, Any] | None]:
    """Links to the pages round this one; None stands for a gap."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [
        {"number": number, "url": f"?pagina={number}", "current": number == page.number}
        if isinstance(number, int)
        else None
        for number in numbers
    ]


def index_context(request: HttpRequest, page: ExampleIndexPage) -> dict[str, Any]:
    """All stories, newest first, a page at a time."""
    depends_on(all_stories_key())
    return {**paged(request, live_stories()), "breadcrumbs": crumbs((page.title, ""))}


def crumbs(*trail: tuple[str, str]) -> list[dict[str, str]]:
    """Breadcrumbs from the home page down; the last one has no address."""
    start = (_("Home"), f"/{get_language() or settings.LANGUAGE_CODE}/")
    return [{"label": label, "url": url} for label, url in (start, *trail)]


def euros(amount: int) -> str:
    """An amount in whole euros, written as the language does: € 1.500 in Dutch, €1,500 in English."""
    space = "\N{NO-BREAK SPACE}" if get_language() == "nl" else ""
    return f"€{space}{number_format(amount, use_l10n=True, force_grouping=True)}"


def story_context(request: HttpRequest, page: ExamplePage) -> dict[str, Any]:
    """Everything that the story's page shows."""
    index = page.parent
    if index is not None:
        depends_on(page_key(index.pk))
    story = story_view(page)
    above = [(index.title, index.get_url() or "")] if index else []
    picture = picture_url(page, story["life_domains"])
    return {
        "story": story,
        "below": below_story(page, story),
        "structured": [article(page, story, picture)],
        "social": {"type": "article", "title": page.title, "text": page.summary, "picture": picture},
        "breadcrumbs": crumbs(*above, (page.title, "")),
    }


def story_view(page: ExamplePage) -> dict[str, Any]:
    """The story itself as templates show it, by its parts."""
    domains = [term_view(tag.term) for tag in page.story_life_domains.select_related("term")]
    story = {
        "title": page.title,
        "summary": page.summary,
        "kind_label": page.get_kind_display(),
        "outcome": page.outcome,
        "outcome_label": page.get_outcome_display(),
        "learning_order": page.learning_order,
        "learning_order_label": page.get_learning_order_display() or "",
        "year": page.year,
        "place": place_view(page),
        "caveat": page.caveat,
        "card_picture": picture_view(page, domains),
        "life_domains": domains,
        "target_groups": [term_view(tag.term) for tag in page.story_target_groups.select_related("term")],
        "partners": [term_view(tag.term) for tag in page.story_partners.select_related("term")],
        "rules": _rules(page),
        "parts": _parts(page),
        "arguments": _arguments(page),
        "money": _money(page),
        "conditions": lines(page.conditions),
        "steps": lines(page.steps),
        "pitfalls": lines(page.pitfalls),
        "documents": _documents(page),
        "source": page.source,
        "source_url": page.source_url,
        "citation": _citation(page),
        "report_url": reverse("examples:report", args=[page.pk]) if page.pk else "",
        "permalink": f"{settings.BASE_URL}{page.get_url() or ''}",
        "published_on": page.first_published_at,
        "reviewed_on": page.reviewed_on,
    }
    story["table_of_contents"] = _contents(story)
    return story


def _rules(page: ExamplePage) -> list[dict[str, Any]]:
    laws = Prefetch("term__rule_laws", RuleLaw.objects.select_related("law"))
    tags = page.story_rules.select_related("term").prefetch_related(laws)
    depends_on(*(row_key(tag.term) for tag in tags))
    depends_on(*(label_key(row.law) for tag in tags for row in tag.term.rule_laws.all()))
    return [
        {
            "term": term_view(tag.term),
            "law_text": "; ".join(
                _("%(law)s, article %(article)s") % {"law": row.law, "article": row.article}
                if row.article
                else str(row.law)
                for row in tag.term.rule_laws.all()
            ),
            "how_blocked": tag.how_blocked,
            "room_used": tag.room_used,
            "to_check": not tag.term.is_certain,
        }
        for tag in tags
    ]


def _parts(page: ExamplePage) -> list[dict[str, str]]:
    parts = (
        ("situation", _("The situation"), page.situation),
        ("what-blocked", _("What blocked"), page.what_blocked),
        ("solution", _("The solution"), page.solution),
        ("result", _("The result"), page.result),
        ("follow-up", _("What followed"), page.follow_up),
        ("structural-change", _("What changed for good"), page.structural_change),
    )
    return [{"id": key, "title": title, "text": text} for key, title, text in parts if text]


def _arguments(page: ExamplePage) -> list[dict[str, str]]:
    blocks = (
        ("legitimacy", _("Legitimacy"), _("Why was it lawful and fair?"), page.legitimacy),
        ("return", _("Societal return"), _("What does it save, and for whom?"), page.societal_return),
        ("involvement", _("Involvement"), _("What does the resident want and do?"), page.involvement),
    )
    return [
        {"id": key, "title": title, "question": question, "text": text}
        for key, title, question, text in blocks
        if text
    ]


def _money(page: ExamplePage) -> dict[str, str] | None:
    low, high = page.avoided_cost_min, page.avoided_cost_max
    amounts = [euros(amount) for amount in (low, high) if amount is not None]
    money = {
        "cost": euros(page.cost) if page.cost is not None else "",
        "cost_note": page.cost_note,
        "avoided": _(" to ").join(dict.fromkeys(amounts)),
        "basis": page.avoided_cost_basis,
        "who_pays": page.who_pays,
        "who_saves": page.who_saves,
    }
    return money if any(money.values()) else None


def _documents(page: ExamplePage) -> list[dict[str, Any]]:
    document = page.document
    if document is None:
        return []
    depends_on(row_key(document))
    return [
        {
            "title": document.title,
            "url": document.url,
            "size": document.get_file_size() or 0,
            "kind": str(document.file_extension).upper(),
        }
    ]


def _citation(page: ExamplePage) -> str:
    day = date_format(page.first_published_at, "DATE_FORMAT") if page.first_published_at else ""
    parts = [f"“{page.title}”", settings.WAGTAIL_SITE_NAME, day, f"{settings.BASE_URL}{page.get_url() or ''}"]
    return ", ".join(part for part in parts if part)


def _contents(story: dict[str, Any]) -> list[dict[str, str]]:
    parts = [{"id": part["id"], "label": part["title"]} for part in story["parts"]]
    own = [
        ("argument", _("Why this was right"), story["arguments"]),
        ("conditions", _("What it takes"), story["conditions"]),
        ("steps", _("How to do it too"), story["steps"]),
        ("pitfalls", _("What to watch out for"), story["pitfalls"]),
        ("documents", _("Documents"), story["documents"]),
        ("caveat", _("What is not certain yet"), story["caveat"]),
        ("source", _("Source"), True),
    ]
    rest = [{"id": key, "label": label} for key, label, there in own if there]
    return [*parts[:3], *rest[:1], *parts[3:], *rest[1:]] if story["arguments"] else [*parts, *rest]
