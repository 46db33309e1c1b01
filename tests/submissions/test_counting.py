"""A story that is read or taken along adds to a number, and to nothing about who did so."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from wagtail.models import Locale

from examples.models import ExamplePage
from submissions import counting
from submissions.counting import Total
from submissions.models import StoryUse, Submission
from tests.accounts.people import person
from tests.submissions.drafts import make_draft, owner_of, page_of, send, submitter
from tests.submissions.test_pages import address, html_of, signed_in
from tests.submissions.test_states import check_both

WAYS = {"read": "gelezen", "copied": "meegenomen"}


@pytest.fixture
def sent(tree: None) -> Submission:
    user = submitter()
    return send(make_draft(user), user)


@pytest.mark.parametrize(("what", "word"), WAYS.items())
def test_a_public_story_counts_its_use(sent: Submission, what: str, word: str) -> None:
    draft_address = f"/nl/inzendingen/{word}/{page_of(sent).pk}/"
    Client().post(draft_address)
    assert not StoryUse.objects.exists()
    check_both(page_of(sent))

    page = ExamplePage.objects.get()
    found = re.search(rf'data-{what}="([^"]+)"', html_of(Client().get(page.get_url())))
    assert found
    assert found[1] == draft_address
    for _visit in range(3):
        assert Client().post(found[1]).status_code == 204
    signed_in(person("Moderator")).post(found[1])
    assert Client().get(found[1]).status_code == 405
    assert Client().post(f"/nl/inzendingen/{word}/999999/").status_code == 204
    assert counting.total(page) == Total(**{what: 3})
    assert "3 keer" in html_of(signed_in(owner_of(sent)).get(address(sent)))


def test_all_languages_and_months_count_together(sent: Submission) -> None:
    check_both(page_of(sent))
    dutch = ExamplePage.objects.get()
    english = ExamplePage.objects.get(
        pk=dutch.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True).pk
    )
    for page, month, read in ((dutch, "2026-01-01", 2), (dutch, "2026-02-01", 3), (english, "2026-02-01", 4)):
        StoryUse.objects.create(page=page, month=month, read=read, copied=1)
    assert counting.total(dutch) == counting.total(english) == Total(read=9, copied=3)


def test_nothing_is_kept_of_who_it_was() -> None:
    assert [field.name for field in StoryUse._meta.fields] == ["id", "page", "month", "read", "copied"]
