"""Reads the environment: the one place that knows where the site's data lies and how it runs."""

from __future__ import annotations

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[3]
env = environ.Env()

ENVIRONMENT: str = env.str("ENVIRONMENT", "development")
if ENVIRONMENT not in {"development", "production"}:
    raise ImproperlyConfigured(f"ENVIRONMENT is {ENVIRONMENT!r}: it must be development or production.")

PRODUCTION = ENVIRONMENT == "production"
DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "var"))).expanduser().resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)


def required(name: str, development: str) -> str:
    """The variable's value; in development a safe default, in production never empty.

    Raises:
        ImproperlyConfigured: In production, when the variable is not set. Names the variable.
    """
    value: str = env.str(name, "")
    if value:
        return value
    if PRODUCTION:
        raise ImproperlyConfigured(f"{name} is not set: production does not start without it.")
    return development
