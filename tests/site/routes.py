"""Every address that the site answers, read from its URL configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import URLResolver, get_resolver
from django.utils.translation import override

ADMIN = "admin/"
LANGUAGE = "nl/"
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True)
class Route:
    """An address.

    Attributes:
        name: Of its view, with namespaces; the address itself where the view has no name.
        text: The address as it is configured, in Dutch.
        module: Where the view is written.
    """

    name: str
    text: str
    module: str

    @property
    def is_admin(self) -> bool:
        """Whether it belongs to the admin."""
        return self.text.startswith(ADMIN)

    def path(self, values: Mapping[str, Any]) -> str:
        """A path to ask for; parts that have no value get 1, which is right for numbers and words."""
        text = PART.sub(lambda part: str(values.get(part[1] or part[2], 1)), self.text)
        return "/" + re.sub(r"\(.*\)|[\^$\\]|\.\*", "", text)


def routes() -> list[Route]:
    """All addresses, each once."""
    with override("nl"):
        return list(dict.fromkeys(_walk(get_resolver().url_patterns, "", ())))


def _walk(patterns: Sequence[Any], before: str, names: tuple[str, ...]) -> Iterator[Route]:
    for pattern in patterns:
        text = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            own = (*names, pattern.namespace) if pattern.namespace else names
            yield from _walk(pattern.url_patterns, text, own)
        else:
            name = ":".join((*names, pattern.name)) if pattern.name else text.removeprefix(LANGUAGE)
            yield Route(name, text, pattern.callback.__module__)
