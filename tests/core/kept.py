"""Helps tests to see what the page cache does."""

from __future__ import annotations

from django.test import Client


def state(client: Client, url: str, **headers: str) -> str:
    return str(client.get(url, headers=headers)["X-Page-Cache"])


def made_anew(client: Client, url: str) -> bytes:
    """The page as a visitor gets it whose request no kept page answers."""
    return bytes(client.get(url, headers={"Authorization": "none"}).content)
