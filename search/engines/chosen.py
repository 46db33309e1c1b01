"""The engine that the settings choose."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.signals import setting_changed

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine


@cache
def chosen_engine() -> Engine:
    """The engine of this process, made once. Nothing is read or asked until it is used."""
    return EmbeddedEngine(Path(settings.SEARCH_FOLDER))


def _forget(*, setting: str, **_: object) -> None:
    if setting.startswith("SEARCH_"):
        chosen_engine.cache_clear()


setting_changed.connect(_forget)  # only tests change settings
