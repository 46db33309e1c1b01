"""Checks that every text of the interface has its Dutch translation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

ROOMS = ("platform", "examples", "search")


class Command(BaseCommand):
    """Fail when a text of the code is not in the Dutch catalogue, or not translated there."""

    help = "Check that every interface text is translated into Dutch (needs GNU gettext)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Gather the texts in a copy and compare."""
        if shutil.which("xgettext") is None:
            self.stdout.write("Skipped: GNU gettext (xgettext) is not installed.")
            return
        missing = untranslated(Path(settings.LOCALE_PATHS[0]))
        if missing:
            raise CommandError("Not translated into Dutch:\n" + "\n".join(f"- {text}" for text in missing))
        self.stdout.write("Every interface text is translated into Dutch.")


def untranslated(locale: Path) -> list[str]:
    """The texts in the code that the Dutch catalogue does not translate."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        shutil.copytree(locale, copy / "locale")
        for room in ROOMS:
            ignored = shutil.ignore_patterns("node_modules", ".venv", "var", "__pycache__", "fixtures")
            shutil.copytree(locale.parent / room, copy / room, ignore=ignored)
        # Without settings Django takes the catalogue of the folder it runs in.
        environment = {key: text for key, text in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        run = subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "--locale", "nl"],
            cwd=copy,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise CommandError(f"makemessages failed: {run.stderr.strip()}")
        catalogue = polib.pofile(str(copy / "locale" / "nl" / "LC_MESSAGES" / "django.po"))
        return [entry.msgid for entry in catalogue if not entry.obsolete and not entry.translated()]
