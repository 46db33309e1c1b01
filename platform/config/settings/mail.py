"""Mail."""

from __future__ import annotations

from config.settings.env import env, required

EMAIL_CONFIG = env.email_url_config(required("EMAIL_URL", "consolemail://"))
vars().update(EMAIL_CONFIG)
CONTACT_EMAIL: str = env.str("CONTACT_EMAIL", "redactie@mooimaatwerk.example")
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", CONTACT_EMAIL)
# Seconds that the mail server may take for an answer.
EMAIL_TIMEOUT: int = env.int("EMAIL_TIMEOUT", 20)

# What a worker does: `manage.py run_tasks`. A task is written in the transaction that asks for it.
# What Wagtail leaves to tasks (its indexes, removing files) is done at once: nothing of it may lag behind.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "worker": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
