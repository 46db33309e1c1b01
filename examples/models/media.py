"""Pictures and documents of stories."""

from __future__ import annotations

from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """An uploaded picture; `PictureForm` re-encodes it before it is kept."""

    admin_form_fields = Image.admin_form_fields

    def __str__(self) -> str:
        return str(self.title)


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
    """A file that comes with a story."""

    admin_form_fields = Document.admin_form_fields

    def __str__(self) -> str:
        return str(self.title)
