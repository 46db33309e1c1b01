"""Addresses of finding."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
