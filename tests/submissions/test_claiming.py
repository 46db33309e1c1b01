"""Who takes a submission up has it, until they leave it or somebody takes it over."""

from __future__ import annotations

import pytest

from accounts.models import User
from submissions.models import Submission
from submissions.review import claiming
from submissions.review.claiming import TakenError
from submissions.review.models import Claim, Tick
from submissions.states import Status
from tests.accounts.people import person
from tests.submissions.reviewing import act, approve, newest, tick_all


class TestClaiming:
    def test_who_takes_it_up_has_it_until_they_leave_it(
        self, sent: Submission, moderator: User, other: User
    ) -> None:
        act(moderator, sent, "claim")
        sent.refresh_from_db()
        assert (sent.status, sent.claim.by) == (Status.IN_REVIEW, moderator)
        act(other, sent, "claim")
        assert Claim.objects.get().by == moderator
        act(other, sent, "release")
        assert Claim.objects.get().by == moderator
        act(moderator, sent, "release")
        sent.refresh_from_db()
        assert (sent.status, Claim.objects.count()) == (Status.SENT, 0)

    def test_a_moderator_takes_over_and_an_editor_does_not(
        self, sent: Submission, moderator: User, other: User
    ) -> None:
        act(moderator, sent, "claim")
        act(person("Redacteur"), sent, "claim", take_over="1")
        assert Claim.objects.get().by == moderator
        act(other, sent, "claim", take_over="1")
        assert Claim.objects.get().by == other
        sent.refresh_from_db()
        assert sent.status == Status.IN_REVIEW

    def test_others_cannot_ask_tick_approve_or_refuse_meanwhile(
        self, sent: Submission, moderator: User, other: User
    ) -> None:
        act(moderator, sent, "claim")
        for answer in (
            act(other, sent, "tell", text="Wat is dit?", ask="1"),
            act(other, sent, "reject", reason="Wat is dit?"),
        ):
            html = answer.content.decode()
            assert f"{moderator} heeft deze inzending opgepakt." in html
            assert "Wat is dit?</textarea>" in html, "nothing that was typed is lost"
        tick_all(other, sent)
        act(other, sent, "approve", revision=newest(sent))
        sent.refresh_from_db()
        assert sent.status == Status.IN_REVIEW
        assert not sent.messages.exists()
        assert not Tick.objects.exists()
        with pytest.raises(TakenError):
            claiming.claim(sent, other)

    def test_the_first_check_leaves_it_to_the_second_person(self, sent: Submission, moderator: User) -> None:
        act(moderator, sent, "claim")
        assert approve(moderator, sent) == Status.IN_REVIEW
        assert not Claim.objects.exists()
        act(moderator, sent, "claim")
        act(moderator, sent, "release")
        sent.refresh_from_db()
        assert sent.status == Status.IN_REVIEW, "one check is done"

    def test_nobody_has_what_is_decided(self, sent: Submission, moderator: User) -> None:
        act(moderator, sent, "claim")
        act(moderator, sent, "reject", reason="Nee.")
        assert not Claim.objects.exists()
        act(moderator, sent, "claim")
        assert not Claim.objects.exists()
