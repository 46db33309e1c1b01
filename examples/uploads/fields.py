"""Fields of forms that let in only clean files."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from examples.uploads.scanning import refuse_malware
from examples.uploads.store import refuse_without_store
from privacy import documents, images

EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
PICTURE_MESSAGES = {
    images.Reason.NOT_AN_IMAGE: _("This file is not a picture. Choose a JPEG, PNG, WebP or AVIF file."),
    images.Reason.UNSUPPORTED: _(
        "This kind of picture cannot be used. Choose a JPEG, PNG, WebP or AVIF file."
    ),
    images.Reason.TOO_LARGE: _("This file is too large. Choose a picture of at most %(megabytes)s MB."),
    images.Reason.TOO_MANY_PIXELS: _(
        "This picture is too large. Choose one of at most %(megapixels)s megapixels and %(side)s pixels wide "
        "and high."
    ),
    images.Reason.BROKEN: _("This picture is damaged or incomplete. Save or export it again and retry."),
}
DOCUMENT_MESSAGES = {
    documents.Reason.NOT_A_DOCUMENT: _("This file is not a document. Choose a PDF, DOCX or ODT file."),
    documents.Reason.UNSUPPORTED: _(
        "This kind of document cannot be used. Save it as PDF, DOCX or ODT and choose that file."
    ),
    documents.Reason.TOO_LARGE: _(
        "This document holds too much. Choose one of at most %(megabytes)s MB, with smaller pictures."
    ),
    documents.Reason.TOO_MANY_PAGES: _("This document has more than %(pages)s pages. Choose a shorter one."),
    documents.Reason.PROTECTED: _("This document has a password. Save it without one and choose that file."),
    documents.Reason.HIDDEN_LAYERS: _("This PDF has hidden layers. Export it again without layers."),
    documents.Reason.BROKEN: _("This document is damaged. Open it, save it again and retry."),
}


class PictureField(WagtailImageField):
    """An upload that is scanned and sanitised before any other code decodes it."""

    accept = ",".join(f"image/{kind.lower()}" for kind in EXTENSIONS)

    def to_python(self, data: UploadedFile | None) -> Any:
        """Replace the upload by its sanitised picture, then check that as Wagtail does."""
        if data is None or data in self.empty_values:
            return None
        limits: images.Limits = settings.PICTURE_LIMITS
        try:
            picture = images.sanitise(_scanned(data, limits.file_bytes), limits)
        except images.ImageRefused as refused:
            figures = {
                "megabytes": limits.file_bytes // 1024**2,
                "megapixels": limits.pixels // 10**6,
                "side": limits.side,
            }
            raise _refusal(PICTURE_MESSAGES[refused.reason], refused.reason.value, figures) from refused
        refuse_without_store()
        _overwrite(data, picture.data, EXTENSIONS[picture.format], f"image/{picture.format.lower()}")
        return super().to_python(data)

    def check_image_file_size(self, f: UploadedFile) -> None:
        """Leave the size alone: the upload's was checked, and re-encoding may add a little."""


class DocumentField(WagtailDocumentField):
    """An upload that is scanned and built anew from what its readers see."""

    accept = ",".join([*documents.CONTENT_TYPES.values(), *(f".{kind}" for kind in documents.CONTENT_TYPES)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        megabytes = settings.DOCUMENT_LIMITS.file_bytes // 1024**2
        self.help_text = _("PDF, DOCX or ODT, at most %(megabytes)s MB.") % {"megabytes": megabytes}

    def to_python(self, data: UploadedFile | None) -> Any:
        """Replace the upload by its sanitised document."""
        if data is None or data in self.empty_values:
            return None
        limits: documents.Limits = settings.DOCUMENT_LIMITS
        try:
            document = documents.sanitise(_scanned(data, limits.file_bytes), limits)
        except documents.DocumentRefused as refused:
            figures = {"megabytes": limits.file_bytes // 1024**2, "pages": limits.pages}
            raise _refusal(DOCUMENT_MESSAGES[refused.reason], refused.reason.value, figures) from refused
        refuse_without_store()
        _overwrite(data, document.data, document.kind, documents.CONTENT_TYPES[document.kind])
        return super().to_python(data)

    def check_document_file_size(self, f: UploadedFile) -> None:
        """Leave the size alone: the upload's was checked."""


def _scanned(upload: UploadedFile, most: int) -> bytes:
    """The bytes of the upload; of one that is too large one byte more than allowed, and not scanned."""
    upload.seek(0)
    content: bytes = upload.read(most + 1)
    if len(content) <= most:
        refuse_malware(content)
    return content


def _refusal(message: Any, code: str, figures: dict[str, int]) -> ValidationError:
    return ValidationError(message, code=code, params=figures)


def _overwrite(upload: UploadedFile, content: bytes, extension: str, content_type: str) -> None:
    """Put clean content in place of the upload's bytes and name.

    In place, because Wagtail's multiple upload keeps `request.FILES` itself when another field is missing.
    """
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.flush()
    upload.seek(0)
    upload.name = f"{uuid4().hex}.{extension}"
    upload.size = len(content)
    upload.content_type = content_type
