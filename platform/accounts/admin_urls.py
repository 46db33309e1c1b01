"""Where Wagtail's admin had a way in of its own: all lead to the site's."""

from __future__ import annotations

from allauth.account import views as account
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, re_path, reverse

from accounts.private import private


def sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """The sign-in page of the site, which leads back to the admin."""
    return redirect_to_login(request.GET.get(REDIRECT_FIELD_NAME) or reverse("wagtailadmin_home"))


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Signs out when the admin's own button was pressed, else asks on the page of the site."""
    return account.logout(request) if request.method == "POST" else redirect("account_logout")


def new_password(request: HttpRequest) -> HttpResponseRedirect:
    """The page of the site for a forgotten password."""
    return redirect("account_reset_password")


# Before Wagtail's own addresses, which are the same.
urlpatterns = [
    path("login/", private(sign_in)),
    path("logout/", private(sign_out)),
    re_path(r"^password_reset/", private(new_password)),
]
