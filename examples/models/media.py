"""Pictures and documents of stories."""

from __future__ import annotations

from pathlib import PurePosixPath
from uuid import uuid4

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


def random_name(folder: str, name: str) -> str:
    """A name that tells nothing and cannot be guessed; only the extension stays."""
    return f"{folder}/{uuid4().hex}{PurePosixPath(name).suffix.lower()}"


def document_path(document: models.Model, name: str) -> str:
    """Where a document is kept."""
    return random_name("documents", name)


class Picture(AbstractImage):
    """An uploaded picture; `PictureField` re-encodes it before it is kept."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return str(self.title)

    def get_upload_to(self, filename: str) -> str:
        """Where the picture is kept; the names of its sizes for pages follow from it."""
        return random_name("original_images", filename)


class PictureRendition(AbstractRendition):
    """A picture in a size for a page."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image_id} {self.filter_spec}"


class StoryDocument(AbstractDocument):
    """A file that comes with a story; `DocumentField` builds it anew before it is kept."""

    file = models.FileField(_("file"), upload_to=document_path)

    admin_form_fields = Document.admin_form_fields

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Check the extension of a file; without one its field has told why already."""
        if self.file:
            super().clean()

    @property
    def download_name(self) -> str:
        """What the file is called on the disk of whoever fetches it."""
        return f"{slugify(self.title) or 'document'}.{self.file_extension}"
