"""A story that is read adds to a number, and to nothing about who read it."""

from __future__ import annotations

import re

from django.test import Client

from submissions.models import StoryReadings
from tests.accounts.people import person
from tests.submissions.drafts import make_draft, owner_of, page_of, send, submitter
from tests.submissions.test_pages import address, html_of, signed_in
from tests.submissions.test_states import check_both


def test_a_public_story_counts_its_readings(tree: None) -> None:
    user = submitter()
    submission = send(make_draft(user), user)
    draft_address = f"/nl/inzendingen/gelezen/{page_of(submission).pk}/"
    Client().post(draft_address)
    assert not StoryReadings.objects.exists()
    check_both(page_of(submission))

    page = page_of(submission)
    page.refresh_from_db()
    found = re.search(r'data-reading="([^"]+)"', html_of(Client().get(page.get_url())))
    assert found
    assert found[1] == draft_address
    for _visit in range(3):
        assert Client().post(found[1]).status_code == 204
    signed_in(person("Moderator")).post(found[1])
    assert Client().get(found[1]).status_code == 405
    assert Client().post("/nl/inzendingen/gelezen/999999/").status_code == 204
    assert "3 keer gelezen" in html_of(signed_in(owner_of(submission)).get(address(submission)))
    assert [field.name for field in StoryReadings._meta.fields] == ["id", "page", "month", "number"]
