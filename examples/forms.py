"""Forms of uploads."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from privacy.images import MAX_BYTES, ImageRefused, Reason, SanitisedImage, sanitise

EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
MESSAGES = {
    Reason.NOT_AN_IMAGE: _("This file is not a picture. Choose a JPEG, PNG, WebP or AVIF file."),
    Reason.UNSUPPORTED: _("This kind of picture cannot be used. Choose a JPEG, PNG, WebP or AVIF file."),
    Reason.TOO_LARGE: _("This file is too large. Choose a picture of at most 10 MB."),
    Reason.TOO_MANY_PIXELS: _(
        "This picture is too large. Choose one of at most 40 megapixels and 12,000 pixels a side."
    ),
    Reason.BROKEN: _("This picture is damaged or incomplete. Save or export it again and retry."),
}


class PictureField(WagtailImageField):
    """An upload that is sanitised before any other code decodes it."""

    def to_python(self, data: UploadedFile | None) -> Any:
        """Replace the upload by its sanitised picture, then check that as Wagtail does."""
        if data is None or data in self.empty_values:
            return None
        try:
            data.seek(0)
            # One byte more than allowed is enough to know: the rest stays unread.
            picture = sanitise(data.read(MAX_BYTES + 1))
        except ImageRefused as refused:
            raise ValidationError(MESSAGES[refused.reason], code=refused.reason.value) from refused
        _overwrite(data, picture)
        return super().to_python(data)

    def check_image_file_size(self, f: UploadedFile) -> None:
        """Leave the size alone: the upload's was checked, and re-encoding may add a little."""


class PictureForm(BaseImageForm):
    """An uploaded picture: its own bytes and name are never kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail's factory makes the field, and its edit form leaves it out: hence here, and not declared.
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget, initial=field.initial
            )


def _overwrite(upload: UploadedFile, picture: SanitisedImage) -> None:
    """Put the picture in place of the upload's bytes and name.

    In place, because Wagtail's multiple upload keeps `request.FILES` itself when another field is missing.
    """
    upload.seek(0)
    upload.truncate()
    upload.write(picture.data)
    upload.flush()
    upload.seek(0)
    upload.name = f"{uuid4().hex}.{EXTENSIONS[picture.format]}"
    upload.size = len(picture.data)
    upload.content_type = f"image/{picture.format.lower()}"
