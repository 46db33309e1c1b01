"""Rules of retention: dry run, log, and one that fails; and the chores of the schedule process."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from core import chores, retention
from core.models import AuditEntry
from core.retention import Rule

SECRET = "Kanarie Zeldzaamsma"


@pytest.fixture(autouse=True)
def no_rules(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr(retention, "_rules", {})
    settings.RETENTION_DAYS = {"published": 30, "rejected": 90}


def purge(**options: Any) -> str:
    out = StringIO()
    call_command("purge_old", stdout=out, **options)
    return out.getvalue()


def test_a_rule_gets_the_moment_and_its_number_is_logged(db: None) -> None:
    asked: list[datetime] = []

    def remove(before: datetime, dry: bool) -> int:
        asked.append(before)
        return 3

    retention.register(Rule("old things", "published", remove))
    assert purge() == "old things, after 30 days: 3\n"
    assert timedelta(days=30) <= timezone.now() - asked[0] < timedelta(days=30, minutes=1)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.subject, entry.detail) == ("purge", "rule:old things", "3")


def test_a_dry_run_tells_the_rule_so_and_leaves_no_entry(db: None) -> None:
    dry: list[bool] = []

    def count(before: datetime, only: bool) -> int:
        dry.append(only)
        return 3

    retention.register(Rule("old things", "rejected", count))
    assert purge(dry_run=True) == "old things, after 90 days: 3\nDry run: nothing was removed.\n"
    assert dry == [True]
    assert not AuditEntry.objects.exists()


def test_a_rule_that_fails_stops_no_other_and_its_message_is_not_logged(
    db: None, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(before: datetime, dry: bool) -> int:
        raise ValueError(SECRET)

    retention.register(Rule("broken", "published", fail))
    retention.register(Rule("good", "published", lambda before, dry: 1))
    with pytest.raises(CommandError, match="Not everything"):
        purge()
    assert AuditEntry.objects.get().subject == "rule:good"
    assert "broken failed: ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_chores_are_done_at_once_and_then_when_their_time_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, done = [100.0], []
    monkeypatch.setattr(chores, "_chores", {})
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    chores.register(chores.Chore("broken", timedelta(hours=1), lambda: 1 / 0))
    chores.register(chores.Chore("hourly", timedelta(hours=1), lambda: done.append(clock[0])))
    walk = chores.Round()
    for moment in (100.0, 101.0, 3699.0, 3701.0):
        clock[0] = moment
        walk.do_what_is_due()
    assert done == [100.0, 3701.0]


def test_the_schedule_process_purges_every_day() -> None:
    assert chores._chores["retention"].every == timedelta(days=1)
    assert chores._chores["retention"].do is retention.purge_daily
