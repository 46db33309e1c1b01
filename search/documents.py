"""Live, public stories as records of the search: the one place that decides what reaches an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from examples.cards import place_view
from examples.models import ExamplePage, Municipality
from search.fields import CONCEPT_FACETS
from search.story import StoryRecord

CHUNK = 500
# Texts of a story in reading order, by the name under which they are indexed.
BODY = (
    "situation",
    "what_blocked",
    "solution",
    "legitimacy",
    "societal_return",
    "involvement",
    "result",
    "follow_up",
    "structural_change",
    "conditions",
    "steps",
    "pitfalls",
)
TAGS = ("story_life_domains", "story_rules", "story_target_groups", "story_partners")
RELATIONS = (
    *(f"{tag}__term" for tag in TAGS),
    "story_rules__term__rule_laws__law",
)


def indexable() -> QuerySet[ExamplePage]:
    """Stories that may be found: live, not expired, and readable by everybody; in one query.

    Wagtail's `public()` says the same, and asks for all restrictions first.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restricted = PageViewRestriction.objects.annotate(story=path).filter(story__startswith=F("page__path"))
    stories: QuerySet[ExamplePage] = ExamplePage.objects.live()
    return stories.exclude(Exists(restricted)).exclude(expire_at__lte=timezone.now())


def records(keys: Iterable[str] | None = None) -> Iterator[StoryRecord]:
    """Records of the stories with these keys, or of all; keys of what may not be found give none.

    Args:
        keys: Page numbers as text.

    Yields:
        Records in order of page number, a chunk of `CHUNK` in memory at a time.
    """
    stories = indexable().select_related("locale", "municipality__province").order_by("pk")
    if keys is not None:
        stories = stories.filter(pk__in=[int(key) for key in keys])
    successors = current_codes()
    for story in _one_by_one(stories.prefetch_related(*RELATIONS)):
        with translation.override(story.locale.language_code):
            found = record(story, successors)
        yield found


def _one_by_one(stories: QuerySet[ExamplePage]) -> Iterator[ExamplePage]:
    """Read chunk by chunk: in SQLite, who writes while a read is open may find the database locked."""
    last = 0
    while chunk := list(stories.filter(pk__gt=last)[:CHUNK]):
        yield from chunk
        last = chunk[-1].pk


def current_codes() -> dict[str, tuple[str, ...]]:
    """Codes of the municipalities of today in which each lapsed one went up, however many steps later."""
    through = Municipality.successors.through.objects.values_list(
        "from_municipality__code", "to_municipality__code"
    )
    step: dict[str, list[str]] = defaultdict(list)
    for old, new in through:
        step[old].append(new)

    def end(code: str, seen: frozenset[str]) -> tuple[str, ...]:
        ways = [end(new, seen | {code}) for new in step.get(code, ()) if new not in seen]
        return tuple(dict.fromkeys(one for way in ways for one in way)) or (code,)

    return {old: end(old, frozenset()) for old in step}


def record(story: ExamplePage, successors: dict[str, tuple[str, ...]]) -> StoryRecord:
    """The story as the search knows it, in the language that is active."""
    place = place_view(story)
    rules = [tag.term for tag in story.story_rules.all()]
    laws = [row for rule in rules for row in rule.rule_laws.all()]
    terms = {tag: [row.term for row in getattr(story, tag).all()] for tag in TAGS}
    named = [str(term) for tag in TAGS for term in terms[tag]]
    named += [" ".join(filter(None, [row.law.name, row.law.abbreviation, _article(row)])) for row in laws]
    if place:
        named.append(place["label"])
    body = {name: getattr(story, name) for name in BODY}
    notes = "\n".join(text for tag in story.story_rules.all() for text in (tag.how_blocked, tag.room_used))
    body["rules"] = notes.strip()
    facets = _facets(story, terms, [row.law.slug for row in laws], successors)
    published = story.first_published_at
    return StoryRecord(
        key=str(story.pk),
        slug=story.slug,
        language=story.locale.language_code,
        url=story.get_url() or "",
        title=story.title,
        summary=story.summary,
        tags=tuple(dict.fromkeys(named)),
        body={name: text for name, text in body.items() if text},
        background=_background(rules, facets),
        facets=facets,
        place=place["label"] if place else "",
        place_url=place["url"] if place else "",
        year=story.year,
        published=int(published.timestamp()) if published else 0,
    )


def _background(rules: list[Any], facets: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the rules say, and the slugs of the terms as words: "laaggeletterden" is in no label."""
    texts = [text for rule in rules for text in (rule.description, rule.room)]
    slugs = [slug.replace("-", " ") for facet in CONCEPT_FACETS for slug in facets.get(facet, ())]
    return tuple(filter(None, dict.fromkeys([*slugs, *texts])))


def _article(row: Any) -> str:
    return f"art. {row.article}" if row.article else ""


def _facets(
    story: ExamplePage,
    terms: dict[str, list[Any]],
    laws: list[str],
    successors: dict[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    values = {
        "life_domain": [term.slug for term in terms["story_life_domains"]],
        "rule": [term.slug for term in terms["story_rules"]],
        "law": laws,
        "target_group": [term.slug for term in terms["story_target_groups"]],
        "partner": [term.slug for term in terms["story_partners"]],
        "learning_order": [str(story.learning_order)] if story.learning_order else [],
        "outcome": [story.outcome] if story.outcome else [],
        "language": [story.locale.language_code],
    }
    municipality = story.municipality
    if municipality is not None and story.municipality_display == ExamplePage.Display.MUNICIPALITY:
        values["municipality"] = [*successors.get(municipality.code, (municipality.code,))]
    if municipality is not None and story.municipality_display != ExamplePage.Display.SIZE:
        values["province"] = [municipality.province.slug]
    return {name: tuple(dict.fromkeys(found)) for name, found in values.items() if found}
