"""What scripts ask for and tell."""

from __future__ import annotations

import uuid
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from submissions import counting, suggesting
from submissions.selectors import get_visible


@require_safe
@login_required
def alike(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Published stories like the draft as it is saved now."""
    submission = get_visible(cast(User, request.user), public_id)
    context = {"alike": suggesting.alike(submission)}
    return render(request, "submissions/alike.html", context)


@csrf_exempt  # a beacon carries no token, and there is nothing here that another site could gain
@require_POST
def used(request: HttpRequest, page_id: int, what: str) -> HttpResponseBase:
    """A visitor read a story or took it along: adds one to its number. Editors are not counted."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        counting.count(page_id, what)
    return HttpResponse(status=204)
