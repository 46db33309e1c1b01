"""Stories that an editor made of another by Wagtail's "copy page": they may say the same of a resident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from examples.models import ExamplePage
from examples.models.story import TEXTS


@dataclass(frozen=True)
class Copy:
    """A story that came of another, or the one that it came of.

    Attributes:
        page: It, in one of its languages.
        same: How many of its texts are word for word one of the other story's.
    """

    page: ExamplePage
    same: int

    @property
    def key(self) -> str:
        """Names the story in all its languages."""
        return str(self.page.translation_key)


def copies_of(story: ExamplePage) -> list[Copy]:
    """The stories that were copied from this one, that it was copied from, and their other copies."""
    origins = ExamplePage.objects.filter(translation_key=story.translation_key).values("origin")
    others = ExamplePage.objects.filter(origin__in=origins, alias_of=None)
    others = others.exclude(translation_key=story.translation_key).order_by("pk")
    first: dict[UUID, ExamplePage] = {}
    for page in others.select_related("locale"):
        first.setdefault(page.translation_key, page)
    texts = _texts(story)
    return [Copy(page, len(texts & _texts(page))) for page in first.values()]


def chosen(copies: Iterable[Copy], keys: Iterable[str]) -> list[ExamplePage]:
    """The copies that somebody ticked."""
    wanted = set(keys)
    return [copy.page for copy in copies if copy.key in wanted]


def _texts(story: ExamplePage) -> set[str]:
    """What the story says, in the version of today and in the one that readers see."""
    versions = (story, story.get_latest_revision_as_object())
    return {text for version in versions for name in TEXTS if (text := getattr(version, name).strip())}
