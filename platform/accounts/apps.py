"""Users and roles."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users sign in with their e-mail address."""

    name = "accounts"
