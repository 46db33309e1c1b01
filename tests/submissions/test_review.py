"""What editors do with a submission: compare, ask, tick, approve, refuse."""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client, TestCase
from django.urls import reverse

from accounts.models import Membership, User
from examples.models import ContentCheckTask, ExampleIndexPage, ExamplePage, Municipality
from submissions.actors import Actor, editor
from submissions.models import Submission
from submissions.review.models import CannedAnswer, Claim, Tick
from submissions.services import conversation, deciding, drafting
from submissions.states import Role, Status
from tests.accounts.people import person
from tests.examples.admin import edit, signed_in
from tests.submissions.drafts import make_draft, owner_of, page_of, send, submitter
from tests.submissions.reviewing import act, approve, newest, text_of, tick_all, url_of


class TestApproving:
    def test_two_people_with_their_lists_publish_it_under_the_index(
        self, sent: Submission, moderator: User, other: User
    ) -> None:
        assert approve(moderator, sent) == Status.IN_REVIEW
        assert approve(moderator, sent) == Status.IN_REVIEW, "the second check is by somebody else"
        assert approve(other, sent) == Status.PUBLISHED
        page = ExamplePage.objects.get()
        assert page.live
        assert page.get_parent().specific == ExampleIndexPage.objects.get(locale__language_code="nl")
        assert {tick.by for tick in Tick.objects.all()} == {moderator, other}

    def test_without_its_list_nothing_is_approved_not_in_wagtails_screens_either(
        self, sent: Submission, moderator: User
    ) -> None:
        assert "Loop eerst elk punt van de checklist na" in text_of(moderator, sent)
        act(moderator, sent, "approve", revision=newest(sent))
        act(moderator, sent, "tick", revision=newest(sent), point=["clear", "rules"])
        act(moderator, sent, "approve", revision=newest(sent))
        state = page_of(sent).current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[sent.page_id, "approve", state.pk])
        signed_in(moderator).post(url, {"comment": ""})
        state.refresh_from_db()
        assert state.status == state.STATUS_IN_PROGRESS
        assert isinstance(state.task.specific, ContentCheckTask)
        tick_all(moderator, sent)
        signed_in(moderator).post(url, {"comment": ""})
        state.refresh_from_db()
        assert state.status == state.STATUS_APPROVED

    def test_the_list_says_who_and_when_and_an_unticked_point_is_open_again(
        self, sent: Submission, moderator: User, other: User
    ) -> None:
        act(moderator, sent, "tick", revision=newest(sent), point=["clear", "rules"])
        act(other, sent, "tick", revision=newest(sent), point=["clear"])
        tick = Tick.objects.get()
        assert (tick.point, tick.by, tick.revision) == ("clear", moderator, newest(sent))
        assert moderator.email in text_of(other, sent)

    def test_another_version_is_seen_to_anew(self, sent: Submission, moderator: User, other: User) -> None:
        seen = newest(sent)
        tick_all(moderator, sent)
        edit(signed_in(other), page_of(sent).pk, solution="Anders.")
        act(moderator, sent, "approve", revision=seen)
        sent.refresh_from_db()
        assert sent.status == Status.SENT
        html = text_of(moderator, sent)
        assert "In een eerdere versie:" in html
        assert "Loop eerst elk punt van de checklist na" in html

    @pytest.mark.parametrize("step", [1, 2])
    def test_the_submitter_approves_neither_check(self, tree: None, step: int) -> None:
        """Also when the submitter is an editor as well, and somebody else sent it in for them."""
        user, sender = person("Moderator", "inzender"), person("Beheerder")
        Membership.objects.create(user=user, municipality=Municipality.objects.get(slug="leeuwarden"))
        submission = send(make_draft(user), sender)
        if step == 2:
            approve(person("Moderator", "eerste"), submission)
        before = page_of(submission).current_workflow_task_state
        assert "hoort bij de inzender" in text_of(user, submission)
        for somebody in (user, sender):
            approve(somebody, submission)
        url = reverse("wagtailadmin_pages:workflow_action", args=[submission.page_id, "approve", before.pk])
        signed_in(user).post(url, {"comment": ""})
        before.refresh_from_db()
        assert before.status == before.STATUS_IN_PROGRESS
        assert not ExamplePage.objects.get().live
        assert approve(person("Moderator", "derde"), submission) == (
            Status.IN_REVIEW if step == 1 else Status.PUBLISHED
        )

    def test_a_privacy_warning_is_decided_first(self, tree: None, moderator: User, other: User) -> None:
        user = submitter()
        submission = send(make_draft(user, situation="Bel de moeder op 06-12345678."), user)
        approve(moderator, submission)
        before = text_of(other, submission)
        assert "Loop eerst elk punt van de checklist na" in before
        assert "Neem eerst over elke privacywaarschuwing een besluit." in before
        assert approve(other, submission) == Status.IN_REVIEW
        after = text_of(other, submission)
        assert "1 privacywaarschuwing staat open" in after
        assert "Neem eerst over elke privacywaarschuwing een besluit." in after

    def test_an_editor_checks_nothing(self, sent: Submission) -> None:
        editor = person("Redacteur")
        assert approve(editor, sent) == Status.SENT
        assert "voor moderatoren en beheerders" in text_of(editor, sent)

    @pytest.mark.parametrize("how", ["another slug", "another parent"])
    def test_a_story_that_moves_leaves_a_way_to_its_new_address(
        self, sent: Submission, moderator: User, other: User, how: str
    ) -> None:
        approve(moderator, sent)
        approve(other, sent)
        page = ExamplePage.objects.get()
        old = page.get_url()
        with TestCase.captureOnCommitCallbacks(execute=True):
            if how == "another slug":
                page.slug = "ander-adres"
                page.save_revision().publish()
            else:
                home = page.get_parent().get_parent()
                page.move(home.add_child(instance=ExampleIndexPage(title="Archief")), pos="last-child")
        answer = Client().get(old)
        new = ExamplePage.objects.get().get_url()
        assert new != old
        assert (answer.status_code, answer["Location"]) == (301, new)
        assert Client().get(new).status_code == 200


class TestConversation:
    def test_a_question_with_remarks_gives_it_back_once(self, sent: Submission, moderator: User) -> None:
        token = str(uuid.uuid4())
        data = {"text": "Klopt dit?", "about-solution": "Wie ruilde?", "about-title": "", "token": token}
        for _click in range(2):
            act(moderator, sent, "tell", ask="1", **data)
        sent.refresh_from_db()
        assert sent.status == Status.QUESTION
        said = [(message.field, message.text) for message in sent.messages.all()]
        assert said == [("solution", "Wie ruilde?"), ("", "Klopt dit?")]

    @pytest.mark.parametrize(
        ("about", "label", "place"),
        [
            ("solution", "Oplossing", "oplossing/#antwoord-solution"),
            ("rules", "Blokkerende regels", "knelpunt/#antwoord-rules"),
            (
                "urgentiecriteria.room_used",
                "(Urgentiecriteria voor een woning)",
                "#antwoord-urgentiecriteria.room_used",
            ),
            ("picture", "Afbeelding", "bestanden/"),
        ],
    )
    def test_a_remark_leads_the_submitter_to_the_answer(
        self, sent: Submission, moderator: User, about: str, label: str, place: str
    ) -> None:
        conversation.say(sent, editor(moderator), "Klopt dit?", about)
        html = signed_in(owner_of(sent)).get(sent.get_absolute_url()).content.decode()
        link = re.search(rf'href="[^"]+/stap/([^"]*{re.escape(place)})">([^<]+)</a>', html)
        assert link
        assert label in link[2]

    def test_a_message_alone_changes_no_status(self, sent: Submission, moderator: User) -> None:
        act(moderator, sent, "tell", text="Mooi verhaal.")
        sent.refresh_from_db()
        assert sent.status == Status.SENT
        assert sent.messages.get().role == "redactie"

    def test_a_form_without_words_comes_back_with_what_was_chosen(
        self, sent: Submission, moderator: User
    ) -> None:
        answer = act(moderator, sent, "tell", ask="1")
        assert answer.status_code == 200
        assert "Schrijf een vraag, een bericht of een opmerking" in answer.content.decode()
        answer = act(moderator, sent, "tell", text="x" * 5001, **{"about-solution": "Bewaar dit."})
        assert "Bewaar dit." in answer.content.decode()
        assert not sent.messages.exists()

    @pytest.mark.parametrize(("language", "text"), [("nl", "Wie is dit?"), ("en", "Who is this?")])
    def test_a_canned_answer_is_in_the_language_of_the_story(
        self, sent: Submission, moderator: User, language: str, text: str
    ) -> None:
        answer = CannedAnswer.objects.create(name="Wie", text_nl="Wie is dit?", text_en="Who is this?")
        Submission.objects.update(language=language)
        assert text in text_of(moderator, sent)
        act(moderator, sent, "tell", canned=answer.pk, ask="1")
        assert sent.messages.get().text == text

    def test_refusing_wants_a_reason_and_is_for_moderators(self, sent: Submission, moderator: User) -> None:
        editor = person("Redacteur")
        act(editor, sent, "reject", reason="Nee.")
        answer = act(moderator, sent, "reject", reason="  ")
        assert "Schrijf waarom, of kies een standaardantwoord." in answer.content.decode()
        sent.refresh_from_db()
        assert sent.status == Status.SENT
        act(moderator, sent, "reject", reason="Het gezin is te herkennen.")
        sent.refresh_from_db()
        assert sent.status == Status.REJECTED
        assert "Het gezin is te herkennen." in text_of(moderator, sent)


class TestVersions:
    def test_what_an_editor_changes_stands_side_by_side_and_the_submitter_sees_which_answers(
        self, sent: Submission, moderator: User
    ) -> None:
        edit(signed_in(moderator), page_of(sent).pk, solution="De corporatie ruilde vierentwintig woningen.")
        change = sent.editorial_changes.get()
        assert (change.fields, change.by) == (["solution"], moderator)
        html = text_of(moderator, sent)
        assert "<del>twee</del>" in html
        assert "<ins>vierentwintig</ins>" in html
        assert "Redactie heeft gewijzigd: Oplossing" in html

    def test_what_the_submitter_changes_is_no_change_by_editors(
        self, sent: Submission, moderator: User
    ) -> None:
        deciding.ask(sent, moderator, "Wat?")
        sent.refresh_from_db()
        drafting.save(sent, {"solution": "Een nieuwe oplossing."}, sent.version)
        send(sent, owner_of(sent))
        assert not sent.editorial_changes.exists()
        assert "<ins>Een nieuwe oplossing" in text_of(moderator, sent)

    def test_a_proposal_is_compared_with_the_live_story_and_with_a_chosen_version(
        self, sent: Submission, moderator: User, other: User
    ) -> None:
        approve(moderator, sent)
        approve(other, sent)
        user = owner_of(sent)
        proposal = drafting.propose(sent, user, uuid.uuid4())
        drafting.save(proposal, {"result": "Het gezin woont er nog."}, proposal.version)
        proposal = send(proposal, user)
        edit(signed_in(moderator), page_of(proposal).pk, result="Het gezin woont er nu nog.")
        assert "op de site" in text_of(moderator, proposal)
        assert "<ins>Het gezin woont er nu nog.</ins>" in text_of(moderator, proposal)
        before = page_of(proposal).revisions.order_by("-pk")[1]
        assert "<ins>nu " in text_of(moderator, proposal, **{"with": str(before.pk)})

    def test_markup_in_an_answer_is_shown_as_text(self, tree: None, moderator: User) -> None:
        user = submitter()
        submission = send(make_draft(user, solution="Eén <script>alert(1)</script>"), user)
        edit(signed_in(moderator), page_of(submission).pk, solution="Twee <script>alert(2)</script>")
        html = text_of(moderator, submission)
        assert "alert(" in html
        assert "<script>alert" not in html


class TestWhoSeesWhat:
    def test_what_is_typed_since_is_not_for_the_editors(self, sent: Submission, moderator: User) -> None:
        deciding.ask(sent, moderator, "Wat?")
        sent.refresh_from_db()
        drafting.save(sent, {"title": "Kanarie", "solution": "Kanarie"}, sent.version)
        assert "Kanarie" not in text_of(moderator, sent)
        assert "Kanarie" not in listed(moderator)

    def test_drafts_are_nobodys_business(self, sent: Submission, moderator: User) -> None:
        draft = make_draft(submitter("tweede"))
        assert signed_in(moderator).get(url_of(draft), follow=True).status_code == 404
        act(moderator, sent, "reject", reason="Nee.")
        sent.refresh_from_db()
        deciding.reopen(sent, Actor(owner_of(sent), Role.SUBMITTER))
        assert signed_in(moderator).get(url_of(sent), follow=True).status_code == 404
        assert url_of(sent) not in listed(moderator, status="concept")

    def test_people_without_the_role_see_nothing(self, sent: Submission) -> None:
        for user in (owner_of(sent), submitter("elders", "utrecht", "coordinator")):
            client = signed_in(user)
            for url in (url_of(sent), reverse("review_queue"), reverse("review_queue_results")):
                assert client.get(url).status_code == 403
            assert act(user, sent, "claim").status_code == 403
        assert not Claim.objects.exists()

    def test_the_page_names_no_submitter(self, sent: Submission, moderator: User) -> None:
        html = text_of(moderator, sent) + listed(moderator)
        assert owner_of(sent).email not in html
        assert "Leeuwarden" in html
        assert "Inzender" in html


def listed(user: User, **query: str) -> str:
    return str(signed_in(user).get(reverse("review_queue"), query).content.decode())
