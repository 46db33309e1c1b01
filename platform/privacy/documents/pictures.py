"""Pictures inside documents: re-encoded like those that come alone."""

from __future__ import annotations

from privacy.documents.model import DocumentRefused, Limits, Reason
from privacy.images import ImageRefused, SanitisedImage, sanitise

# The formats that both Word and LibreOffice show, with their content type.
CONTENT_TYPES = {"png": "image/png", "jpg": "image/jpeg"}


class Pictures:
    """Sanitises the pictures of one document, as far as its pixels last."""

    def __init__(self, limits: Limits) -> None:
        self._pixels = limits.pixels

    def sanitised(self, data: bytes) -> tuple[str, bytes] | None:
        """Extension and bytes of the picture; None for what is no picture that can be cleaned.

        Raises:
            DocumentRefused: The document holds too many pixels.
        """
        try:
            picture = sanitise(data)
        except ImageRefused:
            return None
        self._pixels -= picture.width * picture.height
        if self._pixels < 0:
            raise DocumentRefused(Reason.TOO_LARGE)
        extension = _extension(picture)
        return (extension, picture.data) if extension else None


def _extension(picture: SanitisedImage) -> str:
    return {"PNG": "png", "JPEG": "jpg"}.get(picture.format, "")
