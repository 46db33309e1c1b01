"""Addresses of the account and of the members of a municipality."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy
from wagtail.utils.urlpatterns import decorate_urlpatterns

from accounts import account_views, member_views
from accounts.private import private

app_name = "accounts"
_ACCOUNT = [
    path(pgettext_lazy("address", "account/"), account_views.overview, name="overview"),
    path(pgettext_lazy("address", "account/name/"), account_views.name, name="name"),
    path(pgettext_lazy("address", "account/sessions/"), account_views.sessions, name="sessions"),
    path(pgettext_lazy("address", "account/my-data/"), account_views.export, name="export"),
    path(pgettext_lazy("address", "account/delete/"), account_views.delete, name="delete"),
    path(pgettext_lazy("address", "account-deleted/"), account_views.deleted, name="deleted"),
]
_MEMBERS = [
    path(pgettext_lazy("address", "account/join/"), member_views.ask, name="ask"),
    path(pgettext_lazy("address", "account/municipality/<slug:slug>/"), member_views.members, name="members"),
    path(
        pgettext_lazy("address", "account/municipality/<slug:slug>/leave/"),
        member_views.leave,
        name="leave",
    ),
    path(
        pgettext_lazy("address", "account/municipality/<slug:slug>/member/<int:pk>/remove/"),
        member_views.remove,
        name="remove",
    ),
    path(
        pgettext_lazy("address", "account/municipality/<slug:slug>/invitation/<int:pk>/withdraw/"),
        member_views.withdraw,
        name="withdraw",
    ),
    path(pgettext_lazy("address", "invitation/<str:key>/"), member_views.invitation, name="invitation"),
]
urlpatterns = decorate_urlpatterns([*_ACCOUNT, *_MEMBERS], private)
