"""Who may do what with a story, beyond Wagtail's own rules."""

from __future__ import annotations

from wagtail.models import PagePermissionTester


class StoryPermissionTester(PagePermissionTester):
    """Lets a moderator withdraw a story at once, without the right to publish one."""

    def can_unpublish(self) -> bool:
        """Whether the user may take the story off the site: publishers, and who holds that right alone."""
        if super().can_unpublish():
            return True
        may = self.user.is_active and self.user.has_perm("examples.unpublish_examplepage")
        return bool(may and self.page.live and not self.page_locked() and "change" in self.permissions)
