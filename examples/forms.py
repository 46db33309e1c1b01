"""Forms of uploads."""

from __future__ import annotations

from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """An uploaded picture."""
