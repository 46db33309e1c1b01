"""What is typed is saved as typed, once, and never over what somebody else typed."""

from __future__ import annotations

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from examples.models import Municipality
from submissions.models import Submission
from submissions.services import drafting
from submissions.services.drafting import EditConflictError
from submissions.states import WrongStateError
from tests.submissions.drafts import make_draft, send, submitter


def test_a_double_click_begins_one_draft(tree: None) -> None:
    user, place, token = submitter(), Municipality.objects.get(slug="leeuwarden"), uuid.uuid4()
    first = drafting.begin(user, place.pk, "nl", token)
    assert drafting.begin(user, place.pk, "nl", token) == first
    assert Submission.objects.count() == first.events.count() == 1
    with pytest.raises(PermissionDenied):
        drafting.begin(submitter("ander"), place.pk, "nl", token)


def test_tabs_on_different_answers_do_not_disturb_each_other(tree: None) -> None:
    draft = make_draft(submitter())
    drafting.save(draft, {"situation": "Tab een."}, base=0)
    saved = drafting.save(draft, {"solution": "Tab twee."}, base=0)
    assert (saved.answer("situation"), saved.answer("solution")) == ("Tab een.", "Tab twee.")


def test_a_conflict_overwrites_nothing_and_saves_the_other_answers(tree: None) -> None:
    draft = make_draft(submitter())
    drafting.save(draft, {"situation": "Tab een."}, base=0)
    with pytest.raises(EditConflictError) as caught:
        drafting.save(draft, {"situation": "Tab twee.", "solution": "Ook van tab twee."}, base=0)
    assert caught.value.fields == ["situation"]
    draft.refresh_from_db()
    assert draft.answer("situation") == "Tab een."
    assert draft.answer("solution") == "Ook van tab twee."
    saved = drafting.save(draft, {"situation": "Tab twee."}, base=draft.version)
    assert saved.answer("situation") == "Tab twee."


def test_the_same_text_twice_is_no_conflict_and_no_new_version(tree: None) -> None:
    draft = make_draft(submitter())
    first = drafting.save(draft, {"situation": "Hetzelfde.\r\n"}, base=0)
    second = drafting.save(draft, {"situation": "Hetzelfde.\n"}, base=0)
    assert first.version == second.version == 1


def test_what_a_database_cannot_keep_is_left_out(tree: None) -> None:
    draft = make_draft(submitter())
    drafting.save(draft, {"situation": "a\0b\ud800c", "rules": ["x\0"]}, base=0)
    draft.refresh_from_db()
    assert draft.answer("situation") == "abc"
    assert draft.answer("rules") == ["x"]


def test_what_is_with_the_editors_is_not_changed(tree: None) -> None:
    user = submitter()
    draft = make_draft(user)
    send(draft, user)
    with pytest.raises(WrongStateError):
        drafting.save(draft, {"situation": "Te laat."}, base=99)
