"""Import: stories become pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale

from core.erasure import is_gone
from examples.exchange.document import ExchangeError
from examples.exchange.indexing import catch_up, indexes_wait
from examples.exchange.personal import refuse_personal_data
from examples.exchange.schema import (
    FIELDS,
    LISTS,
    NUMBERS,
    TAGS,
    TEXTS,
    Story,
    Vocabulary,
    read_stories,
)
from examples.exchange.translate import translate
from examples.models import ExampleIndexPage, ExamplePage, ExampleRule
from examples.takedown.offline import withdrawal_of

Report = Callable[[Story, str], None]
PLAIN = [name for key, name in FIELDS.items() if key in TEXTS or key in NUMBERS]
CHOSEN = ["kind", "municipality_display", "outcome", "source_url"]
RELATIONS = {FIELDS[key]: key for key in TAGS}
# Stories of which the indexes hear at once.
TOGETHER = 250


def plain(name: str, value: Any) -> Any:
    """A value as the format writes it: the line ends and edges of a text do not count."""
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").strip()
    if name in {FIELDS[key] for key in LISTS}:
        return "\n".join(line.strip() for line in text.splitlines() if line.strip())
    return text


def state_of(page: ExamplePage) -> dict[str, Any]:
    """All of a page that the format knows, comparable with `state_wanted`."""
    state = {name: plain(name, getattr(page, name)) for name in (*PLAIN, *CHOSEN)}
    state["place"] = page.municipality.code if page.municipality else None
    for relation in RELATIONS:
        state[relation] = [row.term.slug for row in getattr(page, relation).all()]
    state["rules"] = [
        (row.term.slug, plain("", row.how_blocked), plain("", row.room_used))
        for row in page.story_rules.all()
    ]
    return state


def state_wanted(story: Story, english: bool = False) -> dict[str, Any]:
    """The state a page must get, in Dutch or in English with Dutch where no English is given."""
    texts = (story.english or {}) if english else {}
    other = story.english_rules if english else {}
    rules = []
    for slug, dutch in story.rules.items():
        pairs = zip(other.get(slug, ("", "")), dutch, strict=True)
        rules.append((slug, *(mine or own for mine, own in pairs)))
    return {**story.values, **texts, "place": story.place, **story.tags, "rules": rules}


@dataclass
class Importer:
    """Imports files; the vocabularies and the present pages are looked up once."""

    publish: bool = False
    dry_run: bool = False
    strict: bool = False
    only_new: bool = False
    vocabulary: Vocabulary = field(default_factory=Vocabulary.load)

    def __post_init__(self) -> None:
        self.index = ExampleIndexPage.objects.filter(locale__language_code="nl").first()
        if self.index is None:
            raise ExchangeError(["there is no page for the stories yet: run load_pages first"])
        self.english = Locale.objects.filter(language_code="en").first()

    def run(self, data: bytes, report: Report, started: Callable[[int], None] = lambda total: None) -> None:
        """Import the stories of a file, all or none; `started` hears how many there are."""
        stories = list(read_stories(data, self.vocabulary))
        if self.strict:
            refuse_personal_data(stories)
        started(len(stories))
        self.index.refresh_from_db()
        self.pages = dict(ExamplePage.objects.child_of(self.index).values_list("slug", "pk"))
        with transaction.atomic(), indexes_wait():
            for start in range(0, len(stories), TOGETHER):
                self.write_together(stories[start : start + TOGETHER], report)
            if self.dry_run:
                transaction.set_rollback(True)

    def write_together(self, stories: Sequence[Story], report: Report) -> None:
        """Write some stories, then bring the indexes up to date with them."""
        changed: set[int] = set()
        for story in stories:
            try:
                outcome, pk = self.write(story)
            except ValidationError as error:
                reasons = "; ".join(error.messages)
                raise ExchangeError([f"item {story.number} ({story.slug}): {reasons}"]) from error
            if outcome in ("made", "updated"):
                changed.add(pk)
            report(story, outcome)
        catch_up(changed)

    def write(self, story: Story) -> tuple[str, int]:
        """Make or update the pages of a story; what was done, and the number of the Dutch page.

        What an editor took off the site or erased is left out.
        """
        pk = self.pages.get(story.slug)
        if self.must_stay_away(story.slug, pk):
            return "left out", pk or 0
        if pk is None:
            page = self.make(story)
            outcome = "made"
        elif self.only_new:
            return "unchanged", pk
        else:
            row = ExamplePage.objects.get(pk=pk)
            page = row.get_latest_revision_as_object()
            outcome = "updated" if self.update(page, story) else "unchanged"
        if self.needs_english(page, story):
            translate(page, story, self.english, self.publish)
            outcome = "updated" if outcome == "unchanged" else outcome
        return outcome, page.pk

    def must_stay_away(self, slug: str, pk: int | None) -> bool:
        """Whether the story was taken off the site by an editor, or erased for good."""
        if pk is None:
            return is_gone(f"{self.index.get_url()}{slug}/")
        return withdrawal_of(ExamplePage.objects.get(pk=pk).translation_key) is not None

    def make(self, story: Story) -> ExamplePage:
        """A new page below the index."""
        page = ExamplePage(slug=story.slug, locale=self.index.locale, live=False)
        self.fill(page, story)
        self.index.add_child(instance=page)
        self.keep(page)
        return page

    def update(self, page: ExamplePage, story: Story) -> bool:
        """Bring a page up to date; whether anything had to be done."""
        same = state_of(page) == state_wanted(story)
        if same and not (self.publish and (not page.live or page.has_unpublished_changes)):
            return False
        if not same:
            self.fill(page, story)
        if not page.live:
            page.save()
        self.keep(page)
        return True

    def keep(self, page: ExamplePage) -> None:
        """Keep a revision, and publish it if asked."""
        revision = page.save_revision()
        if self.publish:
            revision.publish()
            page.refresh_from_db()

    def fill(self, page: ExamplePage, story: Story) -> None:
        """Set the fields and rows; a rule that stays keeps its row, for its translation hangs on it."""
        for name, value in story.values.items():
            # An empty number is nothing, an empty text is "".
            setattr(page, name, value)
        page.draft_title = page.title
        page.municipality = self.vocabulary.rows["gemeente"].get(story.place or "")
        for relation, key in RELATIONS.items():
            rows = {row.term.slug: row for row in getattr(page, relation).all()}
            model = ExamplePage._meta.get_field(relation).related_model
            setattr(page, relation, [self.row(rows, model, key, slug) for slug in story.tags[relation]])
        rows = {row.term.slug: row for row in page.story_rules.all()}
        found = [self.row(rows, ExampleRule, "regels", slug) for slug in story.rules]
        for row, (how, room) in zip(found, story.rules.values(), strict=True):
            row.how_blocked, row.room_used = how, room
        page.story_rules = found
        for relation in (*RELATIONS, "story_rules"):
            for position, row in enumerate(getattr(page, relation).all()):
                row.sort_order = position

    def row(self, rows: dict[str, Any], model: Any, key: str, slug: str) -> Any:
        """The row with a term, the present one or a new one."""
        return rows.get(slug) or model(term=self.vocabulary.rows[key][slug], locale=self.index.locale)

    def needs_english(self, page: ExamplePage, story: Story) -> bool:
        """Whether the English page must be written; a draft never touches a live one."""
        if story.english is None or self.english is None:
            return False
        other = page.get_translation_or_none(self.english)
        if other is None:
            return True
        if other.live and not self.publish:
            return False
        latest = other.specific.get_latest_revision_as_object()
        waits = self.publish and (not other.live or other.has_unpublished_changes)
        return waits or state_of(latest) != state_wanted(story, english=True)
