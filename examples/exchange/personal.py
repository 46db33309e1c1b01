"""The strict import: no story comes in with an open privacy warning."""

from __future__ import annotations

from collections.abc import Iterator

from examples.exchange.document import ExchangeError
from examples.exchange.schema import FIELDS, TEXTS, Story
from privacy.detect import find


def refuse_personal_data(stories: list[Story]) -> None:
    """Raise when the detectors warn about a Dutch text, naming each place and not the words.

    Args:
        stories: All stories of a file.

    Raises:
        ExchangeError: There is a warning.
    """
    problems = [
        f"item {story.number} ({story.slug}): {key}: {finding.kind} at {finding.start}-{finding.end}"
        for story in stories
        for key, text in _texts(story)
        for finding in find(text)
        if finding.is_warning
    ]
    if problems:
        raise ExchangeError(problems)


def _texts(story: Story) -> Iterator[tuple[str, str]]:
    for key in TEXTS:
        value = story.values.get(FIELDS[key])
        if isinstance(value, str):
            yield key, value
    for slug, (how, room) in story.rules.items():
        yield f"regels ({slug}): hoe", how
        yield f"regels ({slug}): ruimte", room
