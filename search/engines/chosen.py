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
    if not settings.SEARCH_NODES:
        return EmbeddedEngine(Path(settings.SEARCH_FOLDER))
    # Its client takes a tenth of the time in which a process starts: only who uses it waits for it.
    from search.engines.elastic import Access, ElasticEngine  # noqa: PLC0415

    return ElasticEngine(
        Access(
            nodes=settings.SEARCH_NODES,
            index=settings.SEARCH_INDEX,
            user=settings.SEARCH_USER,
            password=settings.SEARCH_PASSWORD,
            api_key=settings.SEARCH_API_KEY,
            ca_certificate=settings.SEARCH_CA_CERTIFICATE,
            timeout=settings.SEARCH_TIMEOUT,
            write_timeout=settings.SEARCH_WRITE_TIMEOUT,
            retries=settings.SEARCH_RETRIES,
            shards=settings.SEARCH_SHARDS,
            replicas=settings.SEARCH_REPLICAS,
        )
    )


def _forget(*, setting: str, **_: object) -> None:
    if setting.startswith("SEARCH_"):
        chosen_engine.cache_clear()


setting_changed.connect(_forget)  # only tests change settings
