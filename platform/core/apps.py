"""What every room uses."""

from datetime import timedelta

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Base templates and the words around every page."""

    name = "core"

    def ready(self) -> None:
        """Follow what changes, for the page cache and the audit log."""
        from core import audit, changes, checks, chores, retention  # noqa: F401, PLC0415 (want the models)

        changes.connect()
        audit.connect()
        chores.register(chores.Chore("retention", timedelta(days=1), retention.purge_daily))
