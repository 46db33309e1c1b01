"""What processes print: warnings and errors, and what the site's own housekeeping does."""

from __future__ import annotations

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "core": {"level": "INFO"},
        # It tells of each task twice.
        "django_tasks": {"level": "WARNING"},
        # It tells the titles of pages, which a log keeps longer than the pages themselves.
        "wagtail": {"level": "WARNING"},
    },
}
