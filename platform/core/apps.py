"""What every room uses."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Base templates and the words around every page."""

    name = "core"

    def ready(self) -> None:
        """Follow what changes, for the page cache."""
        from core import changes  # noqa: PLC0415 (wants the models loaded)

        changes.connect()
