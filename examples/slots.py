"""Places in the pages of stories that rooms above fill: this room may not know those, so they register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from examples.models import ExamplePage

# Given the story's page and what its template shows of it: HTML that is safe to show, or "".
Filler = Callable[[ExamplePage, Mapping[str, Any]], str]

_below_story: list[Filler] = []


def fill_below_story(filler: Filler) -> None:
    """Show what the filler gives below each story; it must note for the page cache what it shows."""
    if filler not in _below_story:
        _below_story.append(filler)


def below_story(page: ExamplePage, story: Mapping[str, Any]) -> list[str]:
    """What stands below the story, in the order of registration."""
    return [html for filler in _below_story if (html := filler(page, story))]
