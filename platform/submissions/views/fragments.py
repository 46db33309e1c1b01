"""Pieces of a page that the script asks for; each is part of the whole page too."""

from __future__ import annotations

import uuid
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from submissions import suggesting
from submissions.selectors import get_visible


@require_safe
@login_required
def alike(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Published stories like the draft as it is saved now."""
    submission = get_visible(cast(User, request.user), public_id)
    context = {"alike": suggesting.alike(submission)}
    return render(request, "submissions/alike.html", context)
