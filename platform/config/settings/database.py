"""Database and cache."""

from __future__ import annotations

from typing import Any

from config.settings.env import DATA_DIR, env

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'site.sqlite3'}"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers wait for each other instead of failing with "database is locked". What is deleted is
    # overwritten: otherwise the text of an erased story stays in the file.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
    }

CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "core.cache.FilesAndCounters",
        "LOCATION": str(DATA_DIR / "cache"),
    },
    # Attempts at signing in: counted once for all processes and machines. The table is made by a migration.
    "counters": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_counters",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Kept pages. Which of them are stale the database says, so every process may have a store of its own.
    # Ten minutes at most: a guard against changes that no signal tells of.
    "pages": {
        **env.cache_url("CACHE_URL", default=f"filecache://{DATA_DIR / 'cache' / 'pages'}?max_entries=5000"),
        "TIMEOUT": 600,
    },
}
