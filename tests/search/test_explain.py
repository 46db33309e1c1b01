"""Why a question gives what it gives."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from search import service
from search.params import SearchParams

pytestmark = pytest.mark.usefixtures("searchable")


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("search", "explain", *arguments, stdout=out)
    return out.getvalue()


def test_the_parts_of_a_score_add_up_to_it() -> None:
    params = SearchParams("zoon zoekt een urgentiebewijs", selected={"language": ("nl",)}, facets=False)
    found = service.search(params).results
    explanation = service.explanation(params, [one.key for one in found])
    assert explanation is not None
    assert len(found) > 2
    for one in found:
        assert sum(score for _, score in explanation.of(one.key)) == pytest.approx(one.score, rel=1e-3)


def test_the_command_tells_words_and_the_places_of_stories() -> None:
    text = told("urgentiebewijzen voor de zoon")
    assert "urgentiebewijzen: urgentiebewijs" in text
    assert "(voor)" in text
    assert "1. " in text
    assert "urgentie-zoon-met-ptss" in text


def test_the_command_tells_why_one_story_stands_where_it_does() -> None:
    text = told("urgentiebewijs", "urgentie-zoon-met-ptss")
    assert "Voorrang op een woning voor een zoon met PTSS (urgentie-zoon-met-ptss)" in text
    assert text.count("(urgentie-zoon-met-ptss)") == 1
    assert "not among the results" in told("kwantumxyzzy", "urgentie-zoon-met-ptss")
    assert "every story matches" in told("", "urgentie-zoon-met-ptss")
    with pytest.raises(CommandError, match="no story 'bestaat-niet'"):
        told("urgentiebewijs", "bestaat-niet")


def test_only_staff_sees_the_panel(client: Client) -> None:
    url = "/nl/zoeken/?q=urgentiebewijs&uitleg="
    assert "Voor medewerkers" not in client.get(url).content.decode()
    user = User.objects.create_user("redactie@mooimaatwerk.example", "geheim-genoeg-2026")
    client.force_login(user)
    assert "Voor medewerkers" not in client.get(url).content.decode()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    page = client.get(url).content.decode()
    assert "Voor medewerkers" in page
    assert "urgentiebewijs (" in page
    assert "Laat zien hoe de vraag" in client.get("/nl/zoeken/?q=urgentiebewijs").content.decode()
