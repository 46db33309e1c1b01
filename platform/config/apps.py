"""The site as a whole."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Commands that set up the whole site."""

    name = "config"
