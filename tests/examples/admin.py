"""Drives Wagtail's admin in tests as a person does: with its own forms."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from accounts.models import User

FORM = "page-edit-form"


def signed_in(user: User) -> Client:
    """A browser in which the user is signed in."""
    client = Client()
    client.force_login(user)
    return client


def form_of(client: Client, url: str) -> QueryDict:
    """The fields of the form on a page, as it is now."""
    answer = client.get(url)
    assert answer.status_code == 200, url
    return querydict_from_html(answer.content.decode(), form_id=FORM)


def send_form(client: Client, url: str, changes: dict[str, Any]) -> Any:
    """Open a page with a form, change fields of it, and send it."""
    data = form_of(client, url)
    for name, value in changes.items():
        data[name] = value
    return client.post(url, data)


def edit(client: Client, pk: int, **changes: Any) -> Any:
    """Change a page by its form; without an action it is kept as a draft."""
    changes = {name.replace("action_", "action-"): value for name, value in changes.items()}
    return send_form(client, reverse("wagtailadmin_pages:edit", args=[pk]), changes)
