"""What submissions add to Wagtail."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest
from wagtail import hooks

from accounts.models import User
from examples.models import Picture, StoryDocument
from submissions.selectors import visible_to


@hooks.register("may_see_upload")
def may_see_upload(request: HttpRequest, upload: Picture | StoryDocument) -> bool:
    """Whether the visitor sees a file before readers do: it is of a submission that they may see."""
    if not isinstance(request.user, User):
        return False
    own = Q(picture=upload) if isinstance(upload, Picture) else Q(document=upload)
    return visible_to(request.user).filter(own).exists()
