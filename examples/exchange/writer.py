"""Export: pages become stories in YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from examples.exchange.reader import state_of
from examples.exchange.schema import DEFAULTS, ENGLISH, FIELDS, LISTS, NUMBERS, PLACE, RULES, TEXTS
from examples.models import ExamplePage


class _Dumper(yaml.SafeDumper):
    """Writes texts of more lines as blocks, and no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out in full."""
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """A text, as a block when it has lines."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def _written(key: str, value: str) -> Any:
    """A text of the model in the shape of the format."""
    return value.splitlines() if key in LISTS else value


def _rules(rules: list[tuple[str, str, str]]) -> list[Any]:
    """Rules, as a slug where there is nothing to tell."""
    named = [zip(("regel", "hoe", "ruimte"), rule, strict=True) for rule in rules]
    entries = [{key: value for key, value in pairs if value} for pairs in named]
    return [entry if len(entry) > 1 else entry["regel"] for entry in entries]


def _english(dutch: dict[str, Any], english: dict[str, Any]) -> dict[str, Any]:
    """The texts that differ from the Dutch ones; the rest is a Dutch text for want of English."""
    item: dict[str, Any] = {}
    for key in TEXTS:
        text = english[FIELDS[key]]
        if text and dutch[FIELDS[key]] and text != dutch[FIELDS[key]]:
            item[key] = _written(key, text)
    own = {rule[0]: rule[1:] for rule in dutch["rules"]}
    rules = []
    for slug, *texts in english["rules"]:
        pairs = zip(texts, own.get(slug, ("", "")), strict=True)
        how, room = (text if source and text != source else "" for text, source in pairs)
        if how or room:
            rules.append((slug, how, room))
    if rules:
        item[RULES] = _rules(rules)
    return item


def item_of(page: ExamplePage, other: ExamplePage | None) -> dict[str, Any]:
    """A page as an item; empty keys are left out."""
    state = state_of(page)
    item: dict[str, Any] = {}
    for key, name in FIELDS.items():
        if key == RULES:
            value: Any = _rules(state["rules"])
        elif key == PLACE:
            value = state["place"]
        else:
            value = page.slug if key == "slug" else _written(key, state[name])
        if value not in (None, "", []) and (key in NUMBERS or value != DEFAULTS.get(key)):
            item[key] = value
    if other is not None:
        item[ENGLISH] = _english(state, state_of(other))
    return item


def items(drafts: bool = False) -> Iterator[dict[str, Any]]:
    """The stories: as published, or with drafts everything as it was last kept."""
    pages = ExamplePage.objects.filter(locale__language_code="nl", alias_of=None).order_by("path")
    english = ExamplePage.objects.filter(locale__language_code="en", alias_of=None)
    if not drafts:
        pages, english = pages.live(), english.live()
    for page in pages.iterator(chunk_size=500):
        other = english.filter(translation_key=page.translation_key).first()
        if drafts:
            page = page.get_latest_revision_as_object()  # noqa: PLW2901 (the same page, newer)
            other = other and other.get_latest_revision_as_object()
        yield item_of(page, other)


def export(drafts: bool = False) -> Iterator[str]:
    """The text of the file, piece by piece."""
    empty = True
    for item in items(drafts):
        yield "voorbeelden:\n" if empty else "\n"
        empty = False
        yield yaml.dump([item], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    if empty:
        yield "voorbeelden: []\n"
