"""Compiles the interface texts, without GNU gettext."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Compile each .po file of the site to the .mo file next to it."""

    help = "Compile the interface texts (locale/*/LC_MESSAGES/*.po)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile all there are."""
        for folder in settings.LOCALE_PATHS:
            for path in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
