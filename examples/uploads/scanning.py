"""The malware scan of uploads."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from privacy.clamd import MalwareFound, ScannerUnavailable, scan

log = logging.getLogger(__name__)


def refuse_malware(content: bytes) -> None:
    """Return when the scanner finds nothing, or when none is configured.

    Raises:
        ValidationError: It found something, or cannot look now: what was not looked at is not let in.
    """
    if not settings.CLAMAV_URL:
        return
    try:
        scan(content, settings.CLAMAV_URL)
    except MalwareFound as found:
        log.warning("An upload was refused: it holds %s.", found.signature)
        text = _(
            "This file was refused: the virus scanner found something in it. Have your computer checked."
        )
        raise ValidationError(text, code="malware") from found
    except ScannerUnavailable as error:
        log.exception("Uploads are refused: the virus scanner does not answer.")
        text = _("Files cannot be checked for viruses at the moment. Try again later.")
        raise ValidationError(text, code="scanner_unavailable") from error
