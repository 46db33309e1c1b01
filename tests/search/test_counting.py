"""What is asked, in counts, without anything of who asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from accounts.models import User
from search import counting
from search.models import QueryCount
from search.params import SearchParams, Sort

pytestmark = pytest.mark.django_db


def params(text: str, **values: object) -> SearchParams:
    return SearchParams(text, **{"selected": {"language": ("nl",)}, **values})  # type: ignore[arg-type]


def counts() -> dict[str, tuple[int, int, int]]:
    rows = QueryCount.objects.values_list("query", "searches", "fruitless", "opened")
    return {query: tuple(numbers) for query, *numbers in rows}  # type: ignore[misc]


def put(query: str, days_ago: int, times: int) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    QueryCount.objects.create(day=day, language="nl", query=query, searches=times)


def test_the_same_question_is_counted_together() -> None:
    counting.count_search(params("Urgentie  woning?"), 3)
    counting.count_search(params("urgentie woning"), 0)
    counting.count_opened("urgentie WONING", "nl")
    assert counts() == {"urgentie woning": (2, 1, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ?",
        "mevrouw Jansen uit de Dorpsstraat 12 krijgt geen woning",
        "burgerservicenummer 111222333",
        "06-12345678 bellen",
        "jan.jansen@voorbeeld.nl",
        "mijn cliënt woont bij zijn moeder en krijgt daardoor te weinig geld van de gemeente",
        "x" * 81,
    ],
)
def test_what_may_tell_of_a_person_is_not_counted(text: str) -> None:
    counting.count_search(params(text), 1)
    assert counts() == {}


@pytest.mark.parametrize(
    "values",
    [{"page": 2}, {"sort": Sort.NEWEST}, {"selected": {"language": ("nl",), "outcome": ("voorstel",)}}],
)
def test_another_page_order_or_filter_is_the_same_question(values: dict[str, object]) -> None:
    counting.count_search(params("urgentie", **values), 1)
    assert counts() == {}


def test_what_nobody_asked_cannot_be_opened() -> None:
    counting.count_opened("zomaar iets", "nl")
    assert counts() == {}


def test_what_is_rare_goes_after_a_week_and_everything_after_ninety_days() -> None:
    put("zelden", 8, 1)
    put("zelden", 1, 1)
    put("vaak", 8, 2)
    put("vaak", 1, 1)
    put("oud", 90, 50)
    put("net niet oud", 89, 50)
    assert counting.tidy_up() == 2
    left = {(row.query, (timezone.localdate() - row.day).days) for row in QueryCount.objects.all()}
    assert left == {("zelden", 1), ("vaak", 8), ("vaak", 1), ("net niet oud", 89)}


def test_the_page_counts_visitors_and_not_staff_and_sets_no_cookie(searchable: None, client: Client) -> None:
    answer = client.get("/nl/zoeken/?q=rolstoelwoning")
    assert not answer.cookies
    client.get("/nl/zoeken/?q=kwantumxyzzy")
    assert counts() == {"rolstoelwoning": (1, 0, 0), "kwantumxyzzy": (1, 1, 0)}
    beacon = client.post("/nl/zoeken/geopend/", {"q": "rolstoelwoning"})
    assert (beacon.status_code, beacon.content, dict(beacon.cookies)) == (204, b"", {})
    assert counts()["rolstoelwoning"] == (1, 0, 1)
    assert client.get("/nl/zoeken/geopend/").status_code == 405
    user = User.objects.create_user("redactie@mooimaatwerk.example", "geheim-genoeg-2026")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    client.get("/nl/zoeken/?q=rolstoelwoning")
    assert counts()["rolstoelwoning"] == (1, 0, 1)
