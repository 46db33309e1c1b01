"""The editors' side of submissions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    """The queue of submissions in Wagtail's admin, and what editors do with one."""

    name = "submissions.review"
    label = "review"
    verbose_name = _("Review of submissions")

    def ready(self) -> None:
        """Follow what editors change, and say what stands in the way of approving."""
        from submissions.review import following, obstacles  # noqa: PLC0415 (want the models loaded)

        following.connect()
        obstacles.connect()
