"""The search engine: embedded by default, Elasticsearch by SEARCH_URL."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.env import DATA_DIR, env

# "embedded:" or "embedded:/folder"; "https://one:9200,https://two:9200" is Elasticsearch.
SEARCH_URL: str = env.str("SEARCH_URL", "embedded:")


def _addresses(url: str) -> tuple[str, ...]:
    """The nodes of Elasticsearch, none for the embedded engine.

    Raises:
        ImproperlyConfigured: The address is of neither engine.
    """
    if url.startswith("embedded:"):
        return ()
    addresses = tuple(part.strip().rstrip("/") for part in url.split(",") if part.strip())
    for address in addresses:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ImproperlyConfigured(
                f"SEARCH_URL has {address!r}: it must be embedded: or http(s)://host:port, by commas."
            )
    if not addresses:
        raise ImproperlyConfigured("SEARCH_URL is empty: leave it out for the embedded engine.")
    return addresses


SEARCH_NODES = _addresses(SEARCH_URL)
SEARCH_FOLDER: str = SEARCH_URL.removeprefix("embedded:") or str(DATA_DIR / "search")

# Of Elasticsearch alone. Name of the alias; indices are named after it. Sites on one cluster need one each.
SEARCH_INDEX: str = env.str("SEARCH_INDEX", "mooi-maatwerk")
SEARCH_USER: str = env.str("SEARCH_USER", "")
SEARCH_PASSWORD: str = env.str("SEARCH_PASSWORD", "")
SEARCH_API_KEY: str = env.str("SEARCH_API_KEY", "")
SEARCH_CA_CERTIFICATE: str = env.str("SEARCH_CA_CERTIFICATE", "")
# Seconds. A visitor waits for a search, the indexer for a write.
SEARCH_TIMEOUT: float = env.float("SEARCH_TIMEOUT", 0.8)
SEARCH_WRITE_TIMEOUT: float = env.float("SEARCH_WRITE_TIMEOUT", 30.0)
SEARCH_RETRIES: int = env.int("SEARCH_RETRIES", 2)
SEARCH_SHARDS: int = env.int("SEARCH_SHARDS", 1)
SEARCH_REPLICAS: int = env.int("SEARCH_REPLICAS", 1 if len(SEARCH_NODES) > 1 else 0)
