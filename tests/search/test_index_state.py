from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from examples.models import ExamplePage
from search.models import IndexChange

pytestmark = pytest.mark.usefixtures("searchable")

URL = "/admin/search/index/"


def signed_in(client: Client, group: str) -> Client:
    user = User.objects.create_user(f"{group.lower()}@voorbeeld.nl", "lang-wachtwoord-1")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def test_an_administrator_sees_what_was_given_up_and_lets_it_be_tried_again(client: Client) -> None:
    story = ExamplePage.objects.first()
    assert story is not None
    stuck = [
        IndexChange.objects.create(story=number, given_up=True, attempts=6, error="EngineError")
        for number in (story.pk, 987654)
    ]
    signed_in(client, "Beheerder")
    page = client.get(URL).content.decode()
    assert story.title in page
    assert "987654" in page
    client.post(URL, {"change": [stuck[0].pk]})
    assert set(IndexChange.objects.filter(given_up=True).values_list("pk", flat=True)) == {stuck[1].pk}
    client.post(URL)
    assert not IndexChange.objects.filter(given_up=True).exists()
    assert not IndexChange.objects.filter(pk__in=[row.pk for row in stuck], attempts__gt=0).exists()


@pytest.mark.parametrize("group", ["Redacteur", "Moderator"])
def test_others_do_not(client: Client, group: str) -> None:
    stuck = IndexChange.objects.create(story=1, given_up=True)
    signed_in(client, group)
    assert client.get(URL).status_code == 302
    client.post(URL)
    stuck.refresh_from_db()
    assert stuck.given_up
