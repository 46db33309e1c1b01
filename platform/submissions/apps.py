"""Submissions of municipalities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    """A municipality's intake: drafts, what becomes of them, and the conversation about them."""

    name = "submissions"
    verbose_name = _("Submissions")

    def ready(self) -> None:
        """Follow what the workflow does with the pages of submissions."""
        from submissions import following  # noqa: PLC0415 (wants the models loaded)

        following.connect()
