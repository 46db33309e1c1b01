"""Mails are sent once: with the change they tell of, tried again, also by a worker that was killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core import post, worker
from core.models import OutgoingMail
from tests.accounts.people import person
from tests.core.mail_server import MailServer, mail_server
from tests.examples.admin import signed_in
from tests.made_once import FOLDER, ROOT, migrations

State = OutgoingMail.State
TO = "an@leeuwarden.example"


def write(key: str = "een", to: Any = TO) -> OutgoingMail:
    mail_row = post.send(key, "Onderwerp", "Hallo.\n\nKijk op https://maatwerk.example/x/.", "nl", to)
    assert mail_row is not None
    return mail_row


def work() -> None:
    """Let a worker do what it has to do now."""
    call_command("run_tasks", until_empty=True, verbosity=0)


def state_of(row: OutgoingMail) -> str:
    row.refresh_from_db()
    return row.state


def come_due() -> None:
    """The pause after a failure is over."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    with mail_server() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.server_address[:2]
        settings.EMAIL_TIMEOUT = 1
        yield running


@pytest.mark.django_db
def test_a_mail_goes_to_the_address_that_somebody_has_by_then() -> None:
    user = User.objects.create_user("oud@leeuwarden.example")
    row = write(to=user)
    User.objects.update(email=TO)
    work()
    message = mail.outbox[0]
    assert (message.to, message.subject) == ([TO], "Onderwerp")
    assert isinstance(message, mail.EmailMultiAlternatives)
    html = str(message.alternatives[0][0])
    assert 'lang="nl"' in html
    assert '<a href="https://maatwerk.example/x/"' in html
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert state_of(row) == State.SENT


@pytest.mark.django_db
def test_a_key_is_sent_once_however_often_it_is_asked_for() -> None:
    row = write()
    assert post.send("een", "Nog eens", "Nog eens.", "nl", TO) is None
    post.deliver.enqueue(row.pk)
    work()
    post.deliver.enqueue(row.pk)
    work()
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_what_is_rolled_back_is_not_told() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    work()
    assert mail.outbox == []
    assert not OutgoingMail.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_who_is_gone_gets_no_mail() -> None:
    user = User.objects.create_user(TO)
    write(to=user)
    user.delete()
    work()
    assert mail.outbox == []


@pytest.mark.django_db
def test_a_mail_server_that_is_down_is_tried_again_with_longer_pauses_and_in_the_end_no_more(
    settings: Any,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    row = write()
    pauses = []
    for _attempt in post.PAUSES:
        work()
        waiting = DBTaskResult.objects.get(status="READY")
        pauses.append(round((waiting.run_after - timezone.now()) / timedelta(minutes=1)))
        assert state_of(row) == State.WAITING
        come_due()
    work()
    assert pauses == [1, 5, 15, 60, 180, 360, 720, 1440]
    assert state_of(row) == State.FAILED
    assert not DBTaskResult.objects.filter(status="READY").exists()


@pytest.mark.django_db
def test_a_refusal_for_the_moment_is_tried_again(server: MailServer) -> None:
    server.refusals = 2
    row = write()
    for number in (1, 2):
        work()
        assert (state_of(row), row.failures, server.taken) == (State.WAITING, number, [])
        come_due()
    work()
    assert state_of(row) == State.SENT
    assert [message["To"] for message in server.taken] == [TO]


@pytest.mark.django_db
def test_a_server_that_took_it_and_said_nothing_does_not_get_it_twice(server: MailServer) -> None:
    server.silent_at = "taken"
    row = write()
    work()
    come_due()
    work()
    assert state_of(row) == State.IN_DOUBT
    assert len(server.taken) == 1


@pytest.mark.django_db
def test_an_administrator_sends_again_what_perhaps_nobody_got(server: MailServer) -> None:
    server.silent_at = "taken"
    row = write()
    work()
    server.silent_at = ""
    administrator, editor = signed_in(person("Beheerder")), signed_in(person("Redacteur"))
    again = reverse("mail_again", args=[row.pk])
    assert editor.get(reverse("mails")).status_code == 302
    assert editor.post(again).status_code == 302
    assert state_of(row) == State.IN_DOUBT
    html = administrator.get(reverse("mails"), {"state": "in-doubt"}).content.decode()
    assert again in html
    assert TO in html
    assert administrator.get(again).status_code == 405
    for _click in range(2):
        administrator.post(again)
    work()
    assert state_of(row) == State.SENT
    first, second = server.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert again not in administrator.get(reverse("mails")).content.decode()


@pytest.mark.django_db
def test_what_a_worker_left_in_the_hands_of_the_server_is_marked_and_not_sent() -> None:
    row = write()
    OutgoingMail.objects.update(state=State.HANDED_OVER)
    assert post.settle_abandoned() == 0
    OutgoingMail.objects.update(changed_at=timezone.now() - timedelta(minutes=16))
    assert post.settle_abandoned() == 1
    work()
    assert state_of(row) == State.IN_DOUBT
    assert mail.outbox == []


@pytest.mark.django_db
def test_tasks_of_a_worker_that_never_came_back_are_done_by_another() -> None:
    row = write()
    long_ago = timezone.now() - timedelta(minutes=16)
    DBTaskResult.objects.update(status="RUNNING", worker_ids=["gone"], started_at=long_ago)
    work()
    assert state_of(row) == State.WAITING, "it is not this worker's"
    assert worker.requeue_abandoned() == 1
    work()
    assert state_of(row) == State.SENT


@pytest.mark.django_db
def test_old_mails_are_forgotten_but_not_those_that_wait() -> None:
    sent, waiting = write("een"), write("twee")
    OutgoingMail.objects.update(changed_at=timezone.now() - timedelta(days=40))
    OutgoingMail.objects.filter(pk=sent.pk).update(state=State.SENT)
    month_ago = timezone.now() - timedelta(days=30)
    assert post.forget_old(month_ago, True) == 1
    assert post.forget_old(month_ago, False) == 1
    assert list(OutgoingMail.objects.all()) == [waiting]


class Site:
    """A site of its own on the disk, of which real processes are started and killed."""

    def __init__(self, folder: Path, server: MailServer) -> None:
        self.folder = folder
        self.database = folder / "site.sqlite3"
        self.env = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DATA_DIR": str(folder),
            "EMAIL_URL": server.url,
        }

    def make(self) -> None:
        """Tables, copied from the tests' own where these are in a file."""
        kept = FOLDER / f"migrated-{migrations()}"
        if kept.exists():
            shutil.copy(kept, self.database)
        else:
            assert self.start("migrate", "--verbosity", "0").wait(600) == 0

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "manage.py", *command], cwd=ROOT, env=self.env)

    def shell(self, code: str) -> str:
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        done = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def write(self) -> None:
        self.shell(f"from core import post; post.send('een', 'Een', 'Hallo.', 'nl', '{TO}')")

    def state(self) -> str:
        code = "from core.models import OutgoingMail as M; print(M.objects.get().state, end=' ');"
        code += "from django_tasks_db.models import DBTaskResult as T; print(T.objects.get().status)"
        return self.shell(code)

    def work(self) -> None:
        assert self.start("run_tasks", "--name", "een", "--until-empty").wait(60) == 0

    def kill_a_worker(self, server: MailServer) -> None:
        """Kill -9, once it has got as far as the server lets it."""
        process = self.start("run_tasks", "--name", "een")
        assert server.asked.wait(60)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        server.silent_at = ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("silent_at", "after_the_kill", "in_the_end"),
    [
        ("greeting", "waiting RUNNING", "sent SUCCESSFUL"),
        ("taken", "handed-over RUNNING", "handed-over SUCCESSFUL"),
    ],
)
def test_a_worker_that_is_killed_loses_nothing_and_sends_nothing_twice(
    db: None, tmp_path: Path, silent_at: str, after_the_kill: str, in_the_end: str
) -> None:
    with mail_server() as server:
        site = Site(tmp_path, server)
        site.make()
        server.silent_at = silent_at
        site.write()
        site.kill_a_worker(server)
        assert site.state() == after_the_kill
        site.work()
        assert site.state() == in_the_end
        assert [message["To"] for message in server.taken] == [TO]
