"""Addresses of pages that are made from what the site holds."""

from __future__ import annotations

from django.urls import path

from home import views

app_name = "home"
urlpatterns = [path("sitemap/", views.sitemap, name="sitemap")]
