"""Files whose rows are gone do not stay for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from examples.models import Picture
from examples.uploads.leftover import forget_leftover
from tests.examples.stories import make_picture

LATER = timedelta(days=1)


@pytest.fixture
def names(tree: None, storage: str) -> tuple[str, ...]:
    """A file that a row names, one of a row that is gone, and one that is not the site's."""
    kept = make_picture("Plein")
    lost = make_picture("Straat")
    Picture.objects.filter(pk=lost.pk)._raw_delete("default")  # as if the store was away while it went
    other = default_storage.save("elsewhere/a.txt", ContentFile(b"of somebody else"))
    return kept.file.name, lost.file.name, other


def there(names: tuple[str, ...]) -> list[bool]:
    return [default_storage.exists(name) for name in names]


def test_what_no_row_names_goes_and_nothing_else(names: tuple[str, ...]) -> None:
    assert forget_leftover(timezone.now() + LATER, True) == 1
    assert there(names) == [True, True, True]
    assert forget_leftover(timezone.now() + LATER, False) == 1
    assert there(names) == [True, False, True]
    assert forget_leftover(timezone.now() + LATER, False) == 0


def test_what_just_came_in_may_get_its_row_in_a_moment(names: tuple[str, ...]) -> None:
    assert forget_leftover(timezone.now() - LATER, False) == 0
    assert there(names) == [True, True, True]


def test_a_folder_that_is_not_there_yet_is_no_error(tree: None, storage: str) -> None:
    assert forget_leftover(timezone.now() + LATER, False) == 0
