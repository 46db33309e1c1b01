"""Submissions of municipalities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    """A municipality's intake: drafts, what becomes of them, and the conversation about them."""

    name = "submissions"
    verbose_name = _("Submissions")

    def ready(self) -> None:
        """Follow the pages of submissions, tell people by e-mail, count how stories are used, and erase."""
        from examples.slots import fill_below_story  # noqa: PLC0415 (models exist only now)
        from submissions import counting, erasing, following  # noqa: PLC0415
        from submissions.mail import telling  # noqa: PLC0415

        following.connect()
        telling.connect()
        erasing.connect()
        fill_below_story(counting.mark)
