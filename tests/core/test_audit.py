"""The audit log: what comes in, that nothing is changed or removed, who sees and exports it."""

from __future__ import annotations

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core import append_only, audit
from core.models import AppendOnlyError, AuditEntry
from examples.models import ExamplePage
from tests.accounts.people import person
from tests.examples.admin import edit, signed_in
from tests.examples.stories import make_story

SECRET = "Kanarie Zeldzaamsma"


@pytest.fixture
def protected(db: None) -> None:
    """The table as a site has it: other tests put rows back, and lift the protection for that."""
    append_only.protect(connection)


@pytest.mark.parametrize(
    "statement", ["UPDATE core_auditentry SET action = 'x'", "DELETE FROM core_auditentry"]
)
def test_the_database_refuses_to_change_and_to_remove(protected: None, statement: str) -> None:
    audit.record("sign-in")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AuditEntry.objects.get().action == "sign-in"


def test_rows_can_still_be_added(protected: None) -> None:
    audit.record("sign-in")
    audit.record("sign-out")
    assert AuditEntry.objects.count() == 2


def test_the_migrations_protect_the_table(db: None) -> None:
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415

    operations = MigrationLoader(connection).get_migration("core", "0003_audit_is_append_only").operations
    operations[0].code(None, type("Editor", (), {"connection": connection}))  # type: ignore[attr-defined]
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        audit.record("sign-in")
        cursor.execute("DELETE FROM core_auditentry")


def test_python_refuses_too(db: None) -> None:
    audit.record("sign-in")
    entry = AuditEntry.objects.get()
    for attempt in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(action="x"),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_what_wagtail_logs_comes_in_without_a_title(tree: None) -> None:
    editor = person("Redacteur")
    story = make_story("verhaal", live=False)
    edit(signed_in(editor), story.pk, title=SECRET)
    entry = AuditEntry.objects.get(action="wagtail.edit")
    assert (entry.actor, entry.subject, entry.detail) == (editor.pk, f"page:{story.pk}", "")
    assert ExamplePage.objects.get(pk=story.pk).draft_title == SECRET
    shown = [str(value) for row in AuditEntry.objects.values_list() for value in row]
    assert not [value for value in shown if SECRET in value]


def test_sign_ins_come_in_and_failed_ones_without_an_address(tree: None) -> None:
    user = person("Redacteur")
    client = Client()
    assert not client.login(username=SECRET, password="onjuist")
    client.login(username=user.email, password="een-goed-wachtwoord")
    client.logout()
    found = AuditEntry.objects.filter(action__startswith="sign").order_by("pk").values_list("action", "actor")
    assert list(found) == [("sign-in.failed", None), ("sign-in", user.pk), ("sign-out", user.pk)]


def administrator() -> User:
    """Somebody with the right to see the log."""
    Group.objects.get(name="Beheerder").permissions.add(Permission.objects.get(codename="view_auditentry"))
    return person("Beheerder")


def test_administrators_see_who_did_what(tree: None) -> None:
    boss, editor, gone = administrator(), person("Redacteur"), person("Moderator")
    audit.record("erase", actor=editor, subject="story:1")
    audit.record("erase", actor=gone, subject="story:2")
    number = gone.pk
    gone.delete()
    shown = signed_in(boss).get(reverse("audit_log")).content.decode()
    assert editor.email in shown
    assert "story:1" in shown
    assert f"verwijderde gebruiker {number}" in shown
    assert "Voorgoed gewist" in shown


def test_the_log_is_filtered_and_exported_and_that_is_logged(tree: None) -> None:
    boss = administrator()
    audit.record("erase", actor=boss, subject="story:1")
    audit.record("purge", subject="rule:reports", detail="3")
    client = signed_in(boss)
    answer = client.get(reverse("audit_log"), {"export": "csv", "action": "purge"})
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode())))
    assert [row[1:] for row in rows[1:]] == [["purge", "de site zelf", "rule:reports", "3"]]
    assert AuditEntry.objects.filter(action="audit.export", actor=boss.pk).count() == 1


@pytest.mark.parametrize("role", ["Redacteur", "Moderator"])
@pytest.mark.parametrize("name", ["audit_log", "audit_log_results"])
def test_others_do_not(tree: None, role: str, name: str) -> None:
    client = signed_in(person(role))
    assert client.get(reverse(name)).status_code in (302, 403)
    assert client.get(reverse(name), {"export": "csv"}).get("Content-Type") != "text/csv"
    assert reverse("audit_log") not in client.get("/admin/").content.decode()
