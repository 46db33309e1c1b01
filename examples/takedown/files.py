"""Pictures and documents that a story shows or showed, and how they are erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex, Revision

from examples.models import ExamplePage, Picture, StoryDocument

StoryFile = Picture | StoryDocument
# The field of a story that names a file, by kind of file.
FIELDS: dict[type[StoryFile], str] = {Picture: "picture", StoryDocument: "document"}


def files_of(pages: Iterable[int]) -> list[StoryFile]:
    """The files that these pages show, or that one of their versions shows."""
    numbers = list(pages)
    found: list[StoryFile] = []
    for model, field in FIELDS.items():
        shown = ExamplePage.objects.filter(pk__in=numbers).values_list(field, flat=True)
        kept = versions_of(numbers).values_list(f"content__{field}", flat=True)
        found += model._default_manager.filter(pk__in={pk for pk in (*shown, *kept) if pk})
    return found


def versions_of(pages: Iterable[int]) -> QuerySet[Revision]:
    """All versions of these pages."""
    kind = ContentType.objects.get_for_model(Page)
    return Revision.objects.filter(base_content_type=kind, object_id__in=[str(pk) for pk in pages])


def is_used(file: StoryFile, apart_from: Sequence[int] = ()) -> bool:
    """Whether something shows the file, or a version of a story does.

    Args:
        file: A picture or document.
        apart_from: Numbers of pages that do not count.
    """
    texts = [str(number) for number in apart_from]
    versions = Revision.objects.filter(**{f"content__{FIELDS[type(file)]}": file.pk})
    references = ReferenceIndex.get_references_to(file)
    if texts:
        kind = ContentType.objects.get_for_model(Page)
        versions = versions.exclude(base_content_type=kind, object_id__in=texts)
        references = references.exclude(base_content_type=kind, object_id__in=texts)
    return references.exists() or versions.exists()


def erase_file(file: StoryFile) -> None:
    """Remove a file: first its bytes in every size, then its rows, so that a failure can be repeated."""
    sizes = list(file.renditions.all()) if isinstance(file, Picture) else []
    for each in (*sizes, file):
        each.file.storage.delete(each.file.name)
    file.delete()
