"""Users and roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users sign in with their e-mail address."""

    name = "accounts"
    verbose_name = _("accounts")

    def ready(self) -> None:
        """Follow what happens to e-mail addresses and domains."""
        from accounts import following  # noqa: PLC0415 (models are ready only now)

        following.connect()
