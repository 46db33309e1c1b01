"""Wagtail's own indexes during an import: they follow once for each page instead of at each of its saves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backends
from wagtail.signal_handlers import disable_reference_index_auto_update

from examples.models import ExamplePage


@contextmanager
def indexes_wait() -> Iterator[None]:
    """Saves inside reach neither the admin's search nor the index of references: see `catch_up`."""
    post_save.disconnect(post_save_signal_handler, sender=ExamplePage)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.connect(post_save_signal_handler, sender=ExamplePage)


def catch_up(keys: set[int]) -> None:
    """Bring both indexes up to date with the stories of these keys, in all languages.

    Together, because the search counts the length of all titles each time that it is written.
    """
    translations = ExamplePage.objects.filter(pk__in=keys).values("translation_key")
    pages = list(ExamplePage.objects.filter(translation_key__in=translations))
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(ExamplePage, pages)
