"""The way of a submission: to the site, back with a question, refused, withdrawn, updated."""

from __future__ import annotations

import uuid

import pytest
from wagtail.models import WorkflowState

from examples.models import ExamplePage
from submissions.actors import Actor
from submissions.models import Submission, SubmissionEvent
from submissions.services import conversation, deciding, drafting, moving, sending
from submissions.services.sending import Statement
from submissions.signals import moved
from submissions.states import WAYS, Role, Status, WrongStateError
from tests.accounts.people import person
from tests.submissions.drafts import ANSWERS, make_draft, owner_of, page_of, send, submitter


def check_both(page: ExamplePage) -> None:
    """Both checks of the newest version, by two moderators."""
    for name in ("eerste", "tweede"):
        state = WorkflowState.objects.active().get(object_id=str(page.pk))
        moderator = person("Moderator", f"{name}-{uuid.uuid4().hex[:6]}")
        state.current_task_state.specific.approve(user=moderator)


def steps(submission: Submission) -> list[str]:
    return [event.to_status for event in submission.events.all()]


@pytest.fixture
def published(tree: None) -> Submission:
    user = submitter()
    submission = send(make_draft(user), user)
    check_both(page_of(submission))
    submission.refresh_from_db()
    return submission


def test_every_state_has_its_ways_and_none_leads_to_itself() -> None:
    assert set(WAYS) == set(Status)
    assert all(state not in ways for state, ways in WAYS.items())


def test_sending_makes_a_draft_page_that_waits_in_the_workflow(tree: None) -> None:
    user = submitter()
    submission = send(make_draft(user), user)
    page = page_of(submission).get_latest_revision_as_object()
    assert submission.status == Status.SENT
    assert not page.live
    assert page.title == ANSWERS["title"]
    assert page.situation == "Een gezin woonde op vier hoog zonder lift.\n\nDe moeder kon de trap niet op."
    assert page.cost == 1500
    assert page.municipality.slug == "leeuwarden"
    rule = page.story_rules.get()
    assert (rule.term.slug, rule.room_used) == ("urgentiecriteria", "De hardheidsclausule.")
    assert page.consent.startswith("Niemand is herkenbaar.\nMaatwerkcoach, Leeuwarden, 2")
    state = page.current_workflow_state
    assert state.requested_by == user
    assert page.get_latest_revision().user == user


def test_two_checks_publish_it_and_the_timeline_says_so(published: Submission) -> None:
    assert published.status == Status.PUBLISHED
    assert page_of(published).live
    assert steps(published) == ["concept", "ingestuurd", "in-behandeling", "gepubliceerd"]
    assert [event.role for event in published.events.all()] == [
        "inzender",
        "inzender",
        "redactie",
        "redactie",
    ]


def test_a_second_click_sends_nothing_twice(tree: None) -> None:
    user = submitter()
    submission = make_draft(user)
    send(submission, user)
    send(submission, user)
    assert ExamplePage.objects.count() == WorkflowState.objects.count() == 1
    assert steps(submission) == ["concept", "ingestuurd"]


def test_what_changed_since_the_preview_is_not_sent_unseen(tree: None) -> None:
    user = submitter()
    submission = make_draft(user)
    drafting.save(submission, {"situation": "Iets anders."}, submission.version)
    with pytest.raises(sending.StaleError):
        sending.send(submission, Actor(user, Role.SUBMITTER), Statement("Ja.", "Coach"), base=0)
    submission.refresh_from_db()
    assert submission.status == Status.CONCEPT


def test_a_question_gives_the_text_back_as_the_editors_left_it(tree: None) -> None:
    user, editor = submitter(), person("Moderator")
    submission = send(make_draft(user), user)
    page = page_of(submission).get_latest_revision_as_object()
    page.solution = "De redactie schreef dit duidelijker."
    page.save_revision(user=editor)
    deciding.ask(submission, editor, "Wat was de rol van de corporatie?", field="solution")
    submission.refresh_from_db()
    assert submission.status == Status.QUESTION
    assert submission.answer("solution") == "De redactie schreef dit duidelijker."
    assert submission.messages.get().field == "solution"
    state = page_of(submission).current_workflow_state
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES

    drafting.save(submission, {"solution": "De corporatie deed mee."}, submission.version)
    submission = send(submission, user)
    state.refresh_from_db()
    assert submission.status == Status.SENT
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert page_of(submission).get_latest_revision_as_object().solution == "De corporatie deed mee."
    check_both(page_of(submission))
    submission.refresh_from_db()
    assert submission.status == Status.PUBLISHED


def test_a_question_in_wagtails_own_screens_counts_too_and_a_reply_gives_it_back(tree: None) -> None:
    user, editor = submitter(), person("Moderator")
    submission = send(make_draft(user), user)
    state = page_of(submission).current_workflow_state
    state.current_task_state.specific.reject(user=editor, comment="Klopt het jaar?")
    submission.refresh_from_db()
    assert submission.status == Status.QUESTION
    assert submission.messages.get().text == "Klopt het jaar?"

    token = uuid.uuid4()
    for _click in range(2):
        conversation.reply(submission, Actor(user, Role.SUBMITTER), "Ja, 2024.", token, answers=True)
    submission.refresh_from_db()
    state.refresh_from_db()
    assert submission.status == Status.SENT
    assert submission.messages.count() == 2
    assert state.status == WorkflowState.STATUS_IN_PROGRESS


def test_refusing_wants_a_reason_and_leaves_no_page(tree: None) -> None:
    user, editor = submitter(), person("Moderator")
    submission = send(make_draft(user), user)
    with pytest.raises(ValueError, match="reason"):
        deciding.reject(submission, editor, "  ")
    deciding.reject(submission, editor, "Het gezin is te herkennen.")
    submission.refresh_from_db()
    assert submission.status == Status.REJECTED
    assert submission.events.latest("pk").comment == "Het gezin is te herkennen."
    assert submission.page is None
    assert not ExamplePage.objects.exists()
    assert submission.answer("situation")

    deciding.reopen(submission, Actor(user, Role.SUBMITTER))
    assert send(submission, user).page is not None


def test_withdrawing_a_published_story_takes_it_off_the_site(published: Submission) -> None:
    user = owner_of(published)
    deciding.withdraw(published, Actor(user, Role.SUBMITTER))
    published.refresh_from_db()
    assert published.status == Status.WITHDRAWN
    assert not page_of(published).live
    assert steps(published)[-1] == "ingetrokken"
    assert steps(published).count("ingetrokken") == 1


def test_an_editor_who_unpublishes_withdraws_it_and_publishing_again_restores_it(
    published: Submission,
) -> None:
    page = page_of(published)
    page.unpublish()
    published.refresh_from_db()
    assert published.status == Status.WITHDRAWN
    page.get_latest_revision().publish()
    published.refresh_from_db()
    assert published.status == Status.PUBLISHED


def test_a_proposal_leaves_the_live_story_alone_until_it_is_approved(published: Submission) -> None:
    user = owner_of(published)
    token = uuid.uuid4()
    proposal = drafting.propose(published, user, token)
    assert drafting.propose(published, user, uuid.uuid4()) == proposal
    assert proposal.answer("cost") == "1500"
    drafting.save(proposal, {"result": "Het gezin woont er nog."}, proposal.version)
    proposal = send(proposal, user)
    assert ExamplePage.objects.get().result == ""
    assert ExamplePage.objects.get().live
    check_both(page_of(proposal))
    proposal.refresh_from_db()
    published.refresh_from_db()
    assert ExamplePage.objects.get().result == "Het gezin woont er nog."
    assert proposal.status == published.status == Status.PUBLISHED


def test_a_refused_proposal_leaves_nothing_on_the_page(published: Submission) -> None:
    user = owner_of(published)
    proposal = drafting.propose(published, user, uuid.uuid4())
    drafting.save(proposal, {"result": "Onzin."}, proposal.version)
    proposal = send(proposal, user)
    deciding.reject(proposal, person("Moderator"), "Dit klopt niet.")
    page = ExamplePage.objects.get()
    assert page.live
    assert not page.has_unpublished_changes
    assert page.get_latest_revision_as_object().result == ""
    proposal.refresh_from_db()
    assert proposal.answer("result") == "Onzin."


def test_a_proposal_waits_while_editors_have_a_version_in_the_workflow(published: Submission) -> None:
    user = owner_of(published)
    proposal = drafting.propose(published, user, uuid.uuid4())
    page = page_of(published).specific
    page.save_revision()
    page.get_workflow().start(page, person("Redacteur"))
    with pytest.raises(sending.PageBusyError):
        send(proposal, user)
    proposal.refresh_from_db()
    assert proposal.status == Status.CONCEPT


def test_no_step_is_taken_that_does_not_exist(tree: None) -> None:
    user = submitter()
    submission = make_draft(user)
    with pytest.raises(WrongStateError):
        moving.move(submission, Status.PUBLISHED, Actor(user, Role.SUBMITTER))
    assert steps(submission) == ["concept"]


def test_who_follows_hears_of_each_step_once(tree: None) -> None:
    heard: list[SubmissionEvent] = []

    def listen(sender: object, event: SubmissionEvent, **kwargs: object) -> None:
        heard.append(event)

    moved.connect(listen)
    try:
        user = submitter()
        submission = send(make_draft(user), user)
        deciding.take_up(submission, person("Moderator"))
        deciding.release(submission, person("Redacteur"))
    finally:
        moved.disconnect(listen)
    assert [event.to_status for event in heard] == ["concept", "ingestuurd", "in-behandeling", "ingestuurd"]
