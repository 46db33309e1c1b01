"""Addresses of finding, in the words of each language."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from search import views

app_name = "search"
urlpatterns = [
    path(pgettext_lazy("address", "search/"), views.page, name="page"),
    path(pgettext_lazy("address", "search/suggestions/"), views.suggestions, name="suggestions"),
    path(pgettext_lazy("address", "search/opened/"), views.opened, name="opened"),
    path(pgettext_lazy("address", "compare/"), views.compare, name="compare"),
]
