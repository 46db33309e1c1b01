"""The field in which an editor chooses a story."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser


class StoryChooser(AdminPageChooser):
    """A chooser of stories.

    Wagtail's own puts the name of the page type behind its words once, in the language of whoever came first.
    """

    choose_another_text = _("Choose another story")
    link_to_chosen_text = _("Edit this story")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(target_models=["examples.ExamplePage"], **kwargs)
        self.choose_one_text = _("Choose a story")
