"""Compiles the interface texts, without GNU gettext."""

from __future__ import annotations

import os
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
                _compile(path)


def _compile(path: Path) -> None:
    """Compile the file, when that was not done since it changed."""
    target = path.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime > path.stat().st_mtime:
        return
    # Other processes read the file meanwhile: they must find the old one or the new one whole.
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(path)).save_as_mofile(str(unfinished))
    unfinished.replace(target)
