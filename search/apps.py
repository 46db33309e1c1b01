"""Finding."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Everything about finding."""

    name = "search"

    def ready(self) -> None:
        """Listen to changes of stories, register checks and erasers, and fill the place below each story."""
        from examples.slots import fill_below_story  # noqa: PLC0415 (models exist only now)
        from search import checks, erasing, signals  # noqa: F401, PLC0415
        from search.below_story import similar_stories  # noqa: PLC0415

        signals.connect()
        erasing.connect()
        fill_below_story(similar_stories)
