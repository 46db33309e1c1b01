"""Results that editors put first or hide for a question."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from examples.models import ExamplePage
from search import service
from search.models import SteeredResult
from search.params import SearchParams, Sort

pytestmark = pytest.mark.usefixtures("searchable")

FIRST, HIDDEN = SteeredResult.Effect.FIRST, SteeredResult.Effect.HIDDEN
ASKED = SearchParams("gemeente woning schulden", selected={"language": ("nl",)}, page_size=4)


def steer(effect: str, key: str, days: int = 0, query: str = "Gemeente woning  schulden?") -> None:
    until = timezone.localdate() + timedelta(days=days)
    SteeredResult.objects.create(query=query, story_id=int(key), effect=effect, until=until)


def all_keys(params: SearchParams = ASKED) -> list[str]:
    pages = [service.search(SearchParams(**{**vars(params), "page": page})) for page in (1, 2, 3, 4, 5, 6, 7)]
    assert len({page.total for page in pages}) == 1
    found = [one.key for page in pages for one in page.results]
    assert len(found) == pages[0].total
    return found


def test_a_story_is_put_first_and_the_others_keep_their_order() -> None:
    before = all_keys()
    steer(FIRST, before[5])
    steer(FIRST, before[2])
    assert all_keys() == [before[5], before[2], *(k for k in before if k not in (before[5], before[2]))]


def test_a_story_that_has_none_of_the_words_can_be_put_first() -> None:
    before = all_keys(SearchParams("rolstoel", selected={"language": ("nl",)}, page_size=4))
    stories = ExamplePage.objects.live().filter(locale__language_code="nl")
    other = next(str(pk) for pk in stories.values_list("pk", flat=True) if str(pk) not in before)
    steer(FIRST, other, query="rolstoel")
    assert all_keys(SearchParams("rolstoel", selected={"language": ("nl",)}, page_size=4)) == [other, *before]


def test_the_page_says_who_put_a_story_first(client: Client) -> None:
    steer(FIRST, all_keys()[5])
    page = client.get("/nl/zoeken/", {"q": ASKED.text}).content.decode()
    assert page.count("Voor deze vraag gekozen door de redactie") == 1


def test_a_story_is_hidden_for_this_question_alone() -> None:
    before = all_keys()
    steer(HIDDEN, before[0])
    after = all_keys()
    assert after[:4] == before[1:5]
    assert set(after) == set(before[1:])  # equal ones further down may change places
    other = SearchParams("gemeente woning schulden geld", selected={"language": ("nl",)}, page_size=4)
    assert before[0] in all_keys(other)


def test_counts_are_as_if_the_story_ranked_first() -> None:
    free = service.search(ASKED)
    steer(FIRST, all_keys()[5])
    steered = service.search(ASKED)
    assert steered.facets == free.facets
    assert steered.total == free.total


def test_filters_and_other_orders_hold_for_who_is_put_first_too() -> None:
    newest = all_keys(SearchParams(**{**vars(ASKED), "sort": Sort.NEWEST}))
    steer(FIRST, newest[-1])
    by_date = SearchParams(**{**vars(ASKED), "sort": Sort.NEWEST})
    assert all_keys(by_date) == newest
    outcome = {"language": ("nl",), "outcome": ("mislukt",)}
    assert service.search(SearchParams(**{**vars(ASKED), "selected": outcome})).total == 0


def test_after_the_last_day_all_is_as_usual() -> None:
    before = all_keys()
    steer(FIRST, before[3], days=-1)
    steer(HIDDEN, before[0], days=-1)
    assert all_keys() == before
    assert all(row.is_over for row in SteeredResult.objects.all())


def test_what_editors_chose_also_counts_while_the_database_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = SearchParams("woning", selected={"language": ("nl",)}, page_size=4)
    monkeypatch.setattr(service, "_ask", lambda question: None)
    before = all_keys(asked)
    others = ExamplePage.objects.live().filter(locale__language_code="nl").exclude(pk__in=before)
    wordless = str(others.values_list("pk", flat=True)[0])
    steer(HIDDEN, before[0], query="woning")
    steer(FIRST, before[3], query="woning")
    steer(FIRST, wordless, query="woning")
    assert all_keys(asked) == [before[3], wordless, *before[1:3], *before[4:]]
    assert [one.chosen for one in service.search(asked).results] == [True, True, False, False]
