"""Finding."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Everything about finding."""

    name = "search"
