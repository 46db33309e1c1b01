"""Finding."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Everything about finding."""

    name = "search"

    def ready(self) -> None:
        """Listen to changes of stories, and register the checks."""
        from search import checks, signals  # noqa: F401, PLC0415 (models exist only now)

        signals.connect()
