"""Addresses between the site and the identity providers: one for all languages, since providers know them."""

from __future__ import annotations

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from requests import RequestException
from wagtail.utils.urlpatterns import decorate_urlpatterns

from accounts.private import private


def login(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """The way to the provider; a page of the site when the provider does not answer."""
    try:
        return views.login(request, provider_id)
    except RequestException as error:
        return render_authentication_error(request, provider_id, exception=error)


urlpatterns = decorate_urlpatterns(
    [
        path("oidc/<slug:provider_id>/login/", login, name="openid_connect_login"),
        path("oidc/<slug:provider_id>/login/callback/", views.callback, name="openid_connect_callback"),
    ],
    private,
)
