"""The case stories."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExamplesConfig(AppConfig):
    """Stories and the vocabularies that tag them."""

    name = "examples"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """Follow what happens to stories and vocabularies."""
        # They want the models loaded.
        from core import retention  # noqa: PLC0415
        from examples import changes, forms, withdrawal  # noqa: PLC0415
        from examples.uploads.unfinished import forget_unfinished  # noqa: PLC0415

        changes.connect()
        withdrawal.connect()
        forms.sanitise_avatars()
        retention.register(retention.Rule("unfinished uploads", "uploads", forget_unfinished))
