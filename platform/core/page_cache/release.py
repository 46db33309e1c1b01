"""What pages are made with, in one digest: pages of another release are never shown."""

from __future__ import annotations

import hashlib
from functools import cache

from django.conf import settings
from django.db import connection

ROOMS = ("platform", "examples", "search", "locale", "static/dist")
KINDS = {".py", ".html", ".mo", ".css", ".js"}


@cache
def release() -> str:
    """Digest of the code, templates, texts and settings of this process."""
    parts = [settings.BASE_URL, settings.CONTACT_EMAIL, str(settings.THEMES)]
    for room in ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*")):
            if path.suffix in KINDS:
                state = path.stat()
                parts.append(f"{path} {state.st_mtime_ns} {state.st_size}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def namespace() -> str:
    """What sets the kept pages of this release and this database apart from others in one store."""
    return f"{release()} {connection.settings_dict['NAME']}"
