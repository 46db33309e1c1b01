"""Notes what a page shows while it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


@dataclass(slots=True)
class Collected:
    """What was noted: keys, whether the view says that they are all, and whether it forbids keeping."""

    keys: set[str] = field(default_factory=set)
    complete: bool = False
    refused: bool = False

    @property
    def may_be_kept(self) -> bool:
        """Whether the page may be kept as far as its view is concerned."""
        return self.complete and not self.refused


_current: ContextVar[Collected | None] = ContextVar("collected", default=None)


@contextmanager
def collecting() -> Iterator[Collected]:
    """Collect for the page that is made inside."""
    collected = Collected()
    token = _current.set(collected)
    try:
        yield collected
    finally:
        _current.reset(token)


def depends_on(*keys: str) -> None:
    """Note that the page shows these; outside a page it does nothing."""
    collected = _current.get()
    if collected is not None:
        collected.keys.update(keys)


def keep_page() -> None:
    """Say that the view notes all that it shows, so that its page may be kept."""
    collected = _current.get()
    if collected is not None:
        collected.complete = True


def do_not_keep() -> None:
    """Forbid keeping this page, whatever else is said."""
    collected = _current.get()
    if collected is not None:
        collected.refused = True


def cached_page(view: View) -> View:
    """Mark a view function that notes all that it shows."""

    @wraps(view)
    def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        keep_page()
        return view(request, *args, **kwargs)

    return kept
