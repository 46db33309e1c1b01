"""Whether what comes in can be kept."""

from __future__ import annotations

import logging
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

PROBE = "probe"  # folder

log = logging.getLogger(__name__)


def refuse_without_store() -> None:
    """Return when a file can be kept now: one of a byte is written and removed again.

    A form that hears it keeps what was typed; where the file itself is kept it would be too late for that.

    Raises:
        ValidationError: The disk or bucket is away, full, or refuses.
    """
    try:
        name = default_storage.save(f"{PROBE}/{uuid4().hex}", ContentFile(b"\0"))
        default_storage.delete(name)
    except OSError as error:
        log.error("Uploads are refused, for they cannot be kept: %s", error)
        text = _("Files cannot be kept at the moment. What you typed is still here. Try again later.")
        raise ValidationError(text, code="store_unavailable") from error
