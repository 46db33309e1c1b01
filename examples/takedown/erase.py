"""Erases a story for good: pages in all languages, versions, translations, files, logs, and what waits.

What other rooms keep of a story they remove themselves, before this (see `core.erasure`).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from taggit.models import Tag
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry, Page, PageLogEntry
from wagtail_localize.models import String, TranslatableObject

from accounts.models import User
from core import erasure
from examples.models import ExamplePage, Withdrawal
from examples.takedown.files import erase_file, files_of, is_used
from examples.takedown.offline import languages_of

# In the place of a title in Wagtail's log.
ERASED = "–"


def erase(story: ExamplePage, user: User) -> None:
    """Erase a story in all languages; its addresses say from now on that it was withdrawn.

    Args:
        story: In whichever language.
        user: Who does it.
    """
    pages = languages_of(story.translation_key)
    addresses = [address for page in pages if (address := page.get_url())]
    erasure.erase("story", str(story.translation_key), actor=user, addresses=addresses)


def erase_story(key: str) -> None:
    """Remove all that this room and Wagtail keep of a story; what is gone already is no error.

    Args:
        key: Its translation key.
    """
    pages = _with_aliases(languages_of(UUID(key)))
    numbers = [page.pk for page in pages]
    files = files_of(numbers)
    _forget_forms(numbers)
    for page in reversed(pages):
        page.reports.all().delete()
        # Read anew: what was removed before may have changed it.
        ExamplePage.objects.get(pk=page.pk).delete()
    _forget_translations(UUID(key))
    Withdrawal.objects.filter(translation_key=key).delete()
    for file in files:
        if not is_used(file):
            _forget_log_of(file)
            tags = [tag.pk for tag in file.tags.all()]
            erase_file(file)
            Tag.objects.filter(pk__in=tags, taggit_taggeditem_items=None).delete()
    # Last, since removing is logged too.
    _forget_page_log(numbers)


def _with_aliases(pages: list[ExamplePage]) -> list[ExamplePage]:
    """The pages, and after them those that only mirror one of them: left alone they would stay as copies."""
    found, wave = list(pages), pages
    while wave:
        wave = list(ExamplePage.objects.filter(alias_of__in=[page.pk for page in wave]))
        wave = [page for page in wave if page not in found]
        found += wave
    return found


def _forget_forms(numbers: list[int]) -> None:
    """Half-finished changes that an editor's browser left behind."""
    kinds = ContentType.objects.get_for_models(Page, ExamplePage, for_concrete_models=False).values()
    texts = [str(number) for number in numbers]
    FormState.objects.filter(content_type__in=kinds, object_id__in=texts).delete()


def _forget_translations(key: UUID) -> None:
    """What wagtail-localize keeps: sources, segments, translations, and sentences that no other page has."""
    own = Q(segments__source__object_id=key) | Q(translations__context__object_id=key)
    strings = list(String.objects.filter(own).values_list("pk", flat=True).distinct())
    TranslatableObject.objects.filter(translation_key=key).delete()
    String.objects.filter(pk__in=strings, segments=None).delete()
    # Those of older versions that nobody translated hang on nothing.
    String.objects.filter(segments=None, translations=None).delete()


def _forget_page_log(numbers: list[int]) -> None:
    """Titles and reasons in Wagtail's log, also where a page was copied from or to these."""
    about = Q(page_id__in=numbers)
    for number in numbers:
        about |= Q(data__source__id=number) | Q(data__page__id=number)
    PageLogEntry.objects.filter(about).update(data={})
    PageLogEntry.objects.filter(page_id__in=numbers).update(label=ERASED)


def _forget_log_of(file: Any) -> None:
    kind = ContentType.objects.get_for_model(file, for_concrete_model=False)
    entries = ModelLogEntry.objects.filter(content_type=kind, object_id=str(file.pk))
    entries.update(label=ERASED, data={})


def connect() -> None:
    """Register what is erased of a story."""
    erasure.register("story", erase_story, last=True)
