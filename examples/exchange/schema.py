"""The format: its keys, the safe reading of YAML, and the checks of each item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from examples.exchange.document import ExchangeError, parse, show
from examples.models import BlockingRule, ExamplePage, LifeDomain, Municipality, Partner, TargetGroup

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
REQUIRED = ("slug", "titel", "samenvatting", "situatie", "knelpunt", "oplossing")
# The order of the keys is the order in which they are written.
FIELDS = {
    "slug": "slug",
    "soort": "kind",
    "titel": "title",
    "samenvatting": "summary",
    "gemeente": "municipality",
    "gemeente_tonen": "municipality_display",
    "jaar": "year",
    "status": "outcome",
    "orde": "learning_order",
    "leefgebieden": "story_life_domains",
    "regels": "story_rules",
    "doelgroepen": "story_target_groups",
    "partners": "story_partners",
    "situatie": "situation",
    "knelpunt": "what_blocked",
    "oplossing": "solution",
    "legitimiteit": "legitimacy",
    "rendement": "societal_return",
    "betrokkenheid": "involvement",
    "kosten_oplossing": "cost",
    "kosten_toelichting": "cost_note",
    "kosten_vermeden_min": "avoided_cost_min",
    "kosten_vermeden_max": "avoided_cost_max",
    "kosten_vermeden_basis": "avoided_cost_basis",
    "wie_betaalt": "who_pays",
    "wie_bespaart": "who_saves",
    "voorwaarden": "conditions",
    "stappen": "steps",
    "valkuilen": "pitfalls",
    "resultaat": "result",
    "vervolg": "follow_up",
    "structureel": "structural_change",
    "let_op": "caveat",
    "bron": "source",
    "bron_url": "source_url",
}
LISTS = ("voorwaarden", "stappen", "valkuilen")
NUMBERS = ("jaar", "orde", "kosten_oplossing", "kosten_vermeden_min", "kosten_vermeden_max")
TAGS: dict[str, Any] = {"leefgebieden": LifeDomain, "doelgroepen": TargetGroup, "partners": Partner}
RULES, PLACE, ENGLISH = "regels", "gemeente", "engels"
DEFAULTS = {"soort": ExamplePage.Kind.CASE.value, "gemeente_tonen": ExamplePage.Display.MUNICIPALITY.value}
CODES = ("slug", "soort", "gemeente_tonen", "status", "bron_url")
TEXTS = tuple(k for k in FIELDS if k not in {*CODES, *NUMBERS, *TAGS, RULES, PLACE})
YEARS = range(1980, 2101)

RuleTexts = dict[str, tuple[str, str]]


@dataclass
class Vocabulary:
    """The Dutch rows that items name, looked up once."""

    rows: dict[str, dict[str, Any]]

    @classmethod
    def load(cls) -> Vocabulary:
        """Read all vocabularies."""
        models = {**TAGS, RULES: BlockingRule}
        rows = {
            key: {row.slug: row for row in model.objects.filter(locale__language_code="nl")}
            for key, model in models.items()
        }
        rows[PLACE] = {place.code: place for place in Municipality.objects.all()}
        return cls(rows)


@dataclass
class Story:
    """An item that passed the checks; `values` are of the model's fields, tags are slugs."""

    number: int
    slug: str
    values: dict[str, Any]
    place: str | None
    tags: dict[str, list[str]]
    rules: RuleTexts
    english: dict[str, str] | None = None
    english_rules: RuleTexts = field(default_factory=dict)


class ItemCheck:
    """Checks one item and collects its problems."""

    def __init__(self, number: int, item: Any, vocabulary: Vocabulary) -> None:
        self.item: dict[Any, Any] = item if isinstance(item, dict) else {}
        slug = self.item.get("slug")
        self.label = f"item {number} ({show(slug).strip(chr(39))})"
        self.number = number
        self.rows = vocabulary.rows
        self.problems: list[str] = []
        if not isinstance(item, dict):
            self.problem("item", "must be a mapping")

    def problem(self, key: str, reason: str) -> None:
        """Keep a problem with a field."""
        self.problems.append(f"{self.label}, {key}: {reason}")

    def text(self, key: str, value: Any) -> str:
        """A text, "" for nothing."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.problem(key, f"must be text; put {show(value)} in quotes")
            return ""
        value = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if CONTROL.search(value):
            self.problem(key, "has a control character")
            return ""
        return value

    def listed(self, key: str, value: Any) -> list[Any]:
        """A list, [] for nothing."""
        if value is None or isinstance(value, list):
            return value or []
        self.problem(key, f"must be a list, not {show(value)}")
        return []

    def lines(self, key: str, value: Any) -> str:
        """A list of texts or one text, an item a line."""
        if isinstance(value, list):
            items = [" ".join(self.text(key, one).split()) for one in value]
        else:
            items = [line.strip() for line in self.text(key, value).splitlines()]
        return "\n".join(one for one in items if one)

    def prose(self, key: str, value: Any, path: str = "") -> str:
        """A text of the story in either language, checked by its model field."""
        read = self.lines if key in LISTS else self.text
        return str(self.checked(key, read(path or key, value), path))

    def number_of(self, key: str, value: Any) -> int | None:
        """A whole number or nothing."""
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            self.problem(key, f"must be a whole number, not {show(value)}")
            return None
        if key == "jaar" and value is not None and value not in YEARS:
            self.problem(key, f"must lie from {YEARS[0]} to {YEARS[-1]}")
            return None
        return value

    def checked(self, key: str, value: Any, path: str = "") -> Any:
        """The value, when the model's field takes it."""
        model_field: Any = ExamplePage._meta.get_field(FIELDS[key])
        longest = getattr(model_field, "max_length", None)
        if longest and isinstance(value, str) and len(value) > longest:
            self.problem(path or key, f"is too long: {len(value)} characters, at most {longest}")
        elif value not in (None, ""):
            try:
                model_field.clean(value, None)
            except ValidationError as error:
                self.problem(path or key, f"{' '.join(map(str, error.messages))} ({show(value)})")
        return value

    def known(self, key: str, value: Any, kind: str = "") -> str:
        """A slug or code of the vocabulary."""
        slug = self.text(key, value)
        if slug and slug not in self.rows[kind or key]:
            self.problem(key, f"unknown: {show(slug)}")
        return slug

    def tags(self, key: str) -> list[str]:
        """Slugs of a vocabulary, each once."""
        found = [self.known(key, one) for one in self.listed(key, self.item.get(key))]
        if len(set(found)) < len(found):
            self.problem(key, "names one twice")
        return found

    def rules(self, value: Any, path: str) -> RuleTexts:
        """Rules with how each blocked and which room was used."""
        found: RuleTexts = {}
        for one in self.listed(path, value):
            entry = one if isinstance(one, dict) else {"regel": one}
            for key in entry.keys() - {"regel", "hoe", "ruimte"}:
                self.problem(path, f"unknown key {show(key)}")
            slug = self.known(path, entry.get("regel"), RULES)
            if not slug or slug in found:
                self.problem(path, f"{show(slug)} comes twice" if slug else "regel is missing")
            found[slug] = (self.text(path, entry.get("hoe")), self.text(path, entry.get("ruimte")))
        return found

    def english(self, story: Story) -> None:
        """Read the English texts; each needs a Dutch one."""
        given = self.item.get(ENGLISH)
        if given is None:
            return
        if not isinstance(given, dict):
            self.problem(ENGLISH, "must be a mapping")
            return
        story.english = {}
        for key, value in given.items():
            path = f"{ENGLISH}.{key if key in FIELDS else show(key)}"
            if key == RULES:
                story.english_rules = self.rules(value, path)
            elif key not in TEXTS:
                self.problem(path, "unknown key")
            elif text := self.prose(key, value, path):
                story.english[FIELDS[key]] = text
                if not story.values[FIELDS[key]]:
                    self.problem(path, "has no Dutch text")
        for slug, texts in story.english_rules.items():
            dutch = story.rules.get(slug, ("", ""))
            if slug not in story.rules or any(
                text and not own for text, own in zip(texts, dutch, strict=True)
            ):
                self.problem(f"{ENGLISH}.{RULES}", f"{show(slug)} has no Dutch text")

    def values(self) -> dict[str, Any]:
        """The plain fields of the story."""
        values: dict[str, Any] = {}
        for key in (*CODES, *TEXTS, *NUMBERS):
            value = self.item.get(key)
            before = len(self.problems)
            if key in NUMBERS:
                read: Any = self.checked(key, self.number_of(key, value))
            else:
                read = self.prose(key, value) or DEFAULTS.get(key, "")
            if key in REQUIRED and not read and len(self.problems) == before:
                self.problem(key, "is required")
            values[FIELDS[key]] = read
        return values

    def story(self) -> Story:
        """The story; only to be used when there are no problems."""
        for key in self.item.keys() - FIELDS.keys() - {ENGLISH}:
            self.problem(show(key), "unknown key")
        values = self.values()
        low, high = values["avoided_cost_min"], values["avoided_cost_max"]
        if low is not None and high is not None and low > high:
            self.problem("kosten_vermeden_max", "is lower than kosten_vermeden_min")
        place = self.known(PLACE, self.item.get(PLACE)) or None
        tags = {FIELDS[key]: self.tags(key) for key in TAGS}
        slug = values.pop("slug")
        rules = self.rules(self.item.get(RULES), RULES)
        story = Story(self.number, slug, values, place, tags, rules)
        self.english(story)
        return story


def read_stories(data: bytes, vocabulary: Vocabulary) -> Iterator[Story]:
    """All stories of a file, or ExchangeError with all its problems."""
    stories: dict[str, Story] = {}
    problems: list[str] = []
    for number, item in enumerate(parse(data), 1):
        check = ItemCheck(number, item, vocabulary)
        story = check.story() if isinstance(item, dict) else None
        if story and story.slug and story.slug in stories:
            check.problem("slug", f"also of item {stories[story.slug].number}")
        problems += check.problems
        if story:
            stories.setdefault(story.slug, story)
    if problems:
        raise ExchangeError(problems)
    yield from stories.values()
