"""Checks of settings that only show when a visitor comes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

THEMES = Path(settings.BASE_DIR) / "static" / "src" / "themes"


@register()
def themes_exist(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every theme that THEMES names is a file of static/src/themes."""
    known = sorted(path.stem for path in THEMES.glob("*.css"))
    return [
        Error(
            f"THEMES gives {host} the look {name!r}, which does not exist.",
            hint=f"There are: {', '.join(known)}.",
            id="core.E001",
        )
        for host, name in settings.THEMES.items()
        if name not in known
    ]
