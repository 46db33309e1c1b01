"""The account page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.selectors import memberships_of


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Who one is here, and for which municipalities."""
    return render(request, "accounts/overview.html", {"memberships": memberships_of(request.user)})
