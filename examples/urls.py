"""Addresses of the vocabularies."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
