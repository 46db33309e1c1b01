"""What every room uses."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Base templates and the words around every page."""

    name = "core"

    def ready(self) -> None:
        """Follow what changes, for the page cache."""
        from core import changes, checks  # noqa: F401, PLC0415 (want the models and settings loaded)

        changes.connect()
