"""Home and information pages."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home and information pages."""

    name = "home"
