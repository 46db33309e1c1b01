"""The case stories."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExamplesConfig(AppConfig):
    """Stories and the vocabularies that tag them."""

    name = "examples"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """Follow what happens to stories and vocabularies; register what is erased and what grows old."""
        # They want the models loaded.
        from core.retention import Rule, register  # noqa: PLC0415
        from examples import changes, forms  # noqa: PLC0415
        from examples.takedown import erase, offline, retention  # noqa: PLC0415
        from examples.uploads.leftover import forget_leftover  # noqa: PLC0415
        from examples.uploads.unfinished import forget_unfinished  # noqa: PLC0415

        changes.connect()
        offline.connect()
        erase.connect()
        retention.connect()
        forms.sanitise_avatars()
        register(Rule("unfinished uploads", "uploads", forget_unfinished))
        register(Rule("files without a row", "uploads", forget_leftover))
