"""Addresses of the account and of the members of a municipality."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy
from wagtail.utils.urlpatterns import decorate_urlpatterns

from accounts import views
from accounts.private import private

app_name = "accounts"
urlpatterns = decorate_urlpatterns(
    [
        path(pgettext_lazy("address", "account/"), views.overview, name="overview"),
    ],
    private,
)
