"""The case stories."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExamplesConfig(AppConfig):
    """Stories and the vocabularies that tag them."""

    name = "examples"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """Follow what happens to stories and vocabularies."""
        from examples import changes, forms, withdrawal  # noqa: PLC0415 (want the models loaded)

        changes.connect()
        withdrawal.connect()
        forms.sanitise_avatars()
