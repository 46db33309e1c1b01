"""What every room uses."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Base templates and the words around every page."""

    name = "core"
