"""Who gets which e-mail about a submission, in which language, and what is not in it."""

from __future__ import annotations

import re
import uuid

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import TestCase
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult
from wagtail.models import WorkflowState
from wagtail.users.models import UserProfile

from accounts.models import User
from core.models import OutgoingMail
from examples.models import ExamplePage
from submissions.actors import Actor, editor
from submissions.models import Submission
from submissions.review import claiming
from submissions.services import conversation, deciding
from submissions.states import Role, Status
from tests.accounts.people import member, person
from tests.submissions.drafts import ANSWERS, make_draft, page_of, send, submitter

DESK = "redactie@mooimaatwerk.example"


def deliver() -> dict[str, list[str]]:
    """Let the worker send what waits: subjects by address."""
    mail.outbox.clear()
    call_command("run_tasks", until_empty=True, verbosity=0)
    sent: dict[str, list[str]] = {}
    for message in mail.outbox:
        sent.setdefault(message.to[0], []).append(str(message.subject))
    return sent


def approve(page: ExamplePage, by: User) -> None:
    state = WorkflowState.objects.active().get(object_id=str(page.pk))
    state.current_task_state.specific.approve(user=by)


@pytest.fixture
def sent(tree: None) -> Submission:
    """A submission that was sent in; the e-mails about that are out."""
    user = submitter()
    submission = send(make_draft(user), user)
    deliver()
    return submission


def test_sending_in_is_confirmed_and_the_editors_hear_of_it(tree: None) -> None:
    user, moderator = submitter(), person("Moderator")
    draft = make_draft(user)
    assert deliver() == {}, "a draft is nobody's business"
    send(draft, user)
    assert deliver() == {
        user.email: ["We hebben je voorbeeld ontvangen"],
        DESK: ["Een inzending wacht op controle"],
        moderator.email: ["Een inzending wacht op controle"],
    }


def test_each_state_is_told_to_the_submitter_once(sent: Submission) -> None:
    user, first, second = sent.owner, person("Moderator"), person("Moderator", "tweede")
    assert user is not None
    claiming.claim(sent, first)
    assert deliver() == {user.email: ["Je voorbeeld is in behandeling"]}
    claiming.release(sent, first)
    assert deliver() == {user.email: ["Je voorbeeld wacht op een redacteur"]}
    claiming.claim(sent, first)
    deliver()
    approve(page_of(sent), first)
    waits = "Een inzending wacht op de privacycontrole"
    assert deliver() == {DESK: [waits], second.email: [waits]}
    approve(page_of(sent), second)
    assert deliver() == {user.email: ["Je voorbeeld staat op de site"]}
    deciding.withdraw(sent, Actor(user, Role.SUBMITTER))
    assert deliver() == {user.email: ["Je voorbeeld is ingetrokken"]}
    deciding.reopen(sent, Actor(user, Role.SUBMITTER))
    assert deliver() == {user.email: ["Je voorbeeld is weer een concept"]}


def test_a_question_is_one_mail_and_so_is_its_answer(sent: Submission) -> None:
    moderator, other = person("Moderator"), person("Moderator", "ander")
    user = sent.owner
    assert user is not None
    claiming.claim(sent, moderator)
    deliver()
    deciding.ask(sent, moderator, "Wat deed de corporatie?", field="solution")
    assert deliver() == {user.email: ["De redactie heeft een vraag over je voorbeeld"]}
    conversation.reply(sent, Actor(user, Role.SUBMITTER), "Ruilen.", uuid.uuid4(), answers=True)
    found = deliver()
    assert found[moderator.email] == ["Een vraag over een inzending is beantwoord"]
    assert other.email not in found, "who has taken it up hears of it, nobody else"
    assert DESK not in found


def test_messages_go_to_the_other_side_and_several_at_once_are_one_mail(sent: Submission) -> None:
    user = sent.owner
    assert user is not None
    for text in ("Een.", "Twee."):
        conversation.say(sent, editor(None), text)
    assert deliver() == {user.email: ["De redactie schreef je een bericht"]}
    conversation.say(sent, Actor(user, Role.SUBMITTER), "Dank.")
    assert deliver() == {DESK: ["Er is een bericht over een inzending"]}
    conversation.say(sent, editor(None), "Drie.")
    assert deliver() == {user.email: ["De redactie schreef je een bericht"]}


def test_a_refusal_is_told_without_its_reason(sent: Submission) -> None:
    user = sent.owner
    assert user is not None
    deciding.reject(sent, person("Moderator"), "Het gezin aan de Kanariestraat is te herkennen.")
    assert deliver() == {user.email: ["Je voorbeeld is afgewezen"]}
    assert "Kanariestraat" not in mail.outbox[0].message().as_string()


def test_a_mail_has_one_link_and_nothing_of_the_story(tree: None) -> None:
    user, moderator = submitter(), person("Moderator")
    submission = send(make_draft(user, title="Kanarie in nood"), user)
    deciding.ask(submission, moderator, "Is de kanarie echt?")
    deliver()
    told = [ANSWERS["summary"], "anarie", "Leeuwarden", user.email]
    for message in mail.outbox:
        assert isinstance(message, mail.EmailMultiAlternatives)
        html = str(message.alternatives[0][0])
        for text in (str(message.body), html, str(message.subject)):
            assert not [word for word in told if word in text]
        assert re.fullmatch(r"(Hallo|Hello),\n\n.*\n\nMooi Maatwerk\n", str(message.body), re.DOTALL)
        links = re.findall(r"https?://\S+", str(message.body))
        assert re.findall(r'href="(.*?)"', html) == links
        own = f"http://127.0.0.1:8000/nl/inzendingen/{submission.public_id}/"
        admin = f"http://127.0.0.1:8000/admin/submissions/{submission.pk}/"
        assert links == [own if message.to == [user.email] else admin]
    assert len(mail.outbox) == 4


def test_somebody_reads_in_the_language_in_which_they_use_the_site(tree: None) -> None:
    user, moderator = submitter(), person("Moderator")
    UserProfile.objects.update_or_create(user=moderator, defaults={"preferred_language": "en"})
    with override("en"):
        submission = send(make_draft(user), user)
    found = deliver()
    assert found[user.email] == ["We have received your story"]
    assert found[moderator.email] == ["A submission waits for a check"]
    assert found[DESK] == ["Een inzending wacht op controle"]
    message = next(one for one in mail.outbox if one.to == [user.email])
    assert f"/en/submissions/{submission.public_id}/" in str(message.body)
    with override("nl"):
        deciding.reject(submission, moderator, "Nee.")
    assert deliver() == {user.email: ["Your story was not accepted"]}


def test_coordinators_hear_of_it_when_the_submitter_is_gone(sent: Submission) -> None:
    coordinator, elsewhere = member("GM0080", role="coordinator"), member("GM0344", role="coordinator")
    User.objects.filter(submissions=sent).update(is_active=False)
    sent.refresh_from_db()
    deciding.reject(sent, person("Moderator"), "Nee.")
    found = deliver()
    assert list(found) == [coordinator.email]
    assert elsewhere.email not in found


def test_who_submits_gets_no_mail_as_an_editor(tree: None) -> None:
    editor_too = person("Moderator", "inzender")
    send(make_draft(editor_too), editor_too)
    assert deliver() == {
        editor_too.email: ["We hebben je voorbeeld ontvangen"],
        DESK: ["Een inzending wacht op controle"],
    }


def test_wagtail_sends_no_title_of_a_submission_and_still_those_of_other_stories(tree: None) -> None:
    person("Moderator")
    user = submitter()
    with TestCase.captureOnCommitCallbacks(execute=True):
        send(make_draft(user), user)
    assert mail.outbox == []
    page = page_of(Submission.objects.get())
    Submission.objects.all().delete()
    state = page.current_workflow_state
    with TestCase.captureOnCommitCallbacks(execute=True):
        state.current_task_state.specific.reject(user=person("Beheerder"), comment="x")
    assert [message.to for message in mail.outbox] == [[user.email]]


def test_what_does_not_happen_is_not_told(sent: Submission) -> None:
    deciding.reject(sent, person("Moderator"), "Nee.")
    rows = OutgoingMail.objects.count(), DBTaskResult.objects.count()
    with pytest.raises(Exception, match="no way"):
        deciding.take_up(sent, person("Redacteur"))
    assert (OutgoingMail.objects.count(), DBTaskResult.objects.count()) == rows
    assert sent.status == Status.REJECTED
