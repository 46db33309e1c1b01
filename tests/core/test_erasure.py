"""The registry of erasures and the list of them outside of the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.test import Client

from core import erasure
from core.models import AuditEntry, Erasure

ADDRESS = "/nl/voorbeelden/kanarie-zeldzaamsma/"


@pytest.fixture
def calls(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the erasers of a kind of things of this test did; the list lies in a folder of its own."""
    settings.DATA_DIR = tmp_path
    done: list[str] = []
    monkeypatch.setattr(erasure, "_erasers", {"thing": []})
    monkeypatch.setattr(erasure, "_last", {})
    erasure.register("thing", lambda key: done.append(f"thing itself {key}"), last=True)
    erasure.register("thing", lambda key: done.append(f"what hangs on {key}"))
    yield done


def test_what_hangs_on_a_thing_goes_before_the_thing(db: None, calls: list[str]) -> None:
    erasure.erase("thing", "7", addresses=[ADDRESS])
    assert calls == ["what hangs on 7", "thing itself 7"]


def test_an_erasure_leaves_who_and_when_and_no_content(db: None, calls: list[str]) -> None:
    erasure.erase("thing", "7", actor=3, addresses=[ADDRESS])
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor, entry.subject, entry.detail) == ("erase", 3, "thing:7", "")
    line = json.loads(erasure.list_file().read_text())
    assert (line["kind"], line["key"], len(line["addresses"])) == ("thing", "7", 1)
    assert "kanarie" not in erasure.list_file().read_text()


def test_a_failure_erases_nothing_and_lists_nothing(db: None, calls: list[str]) -> None:
    def fail(key: str) -> None:
        raise OSError("disk")

    erasure.register("thing", fail)
    with pytest.raises(OSError, match="disk"):
        erasure.erase("thing", "7")
    assert not Erasure.objects.exists()
    assert not AuditEntry.objects.exists()
    assert not erasure.list_file().exists()


def test_the_address_of_what_was_erased_answers_410_and_others_404(tree: None, calls: list[str]) -> None:
    assert Client().get(ADDRESS).status_code == 404
    erasure.erase("thing", "7", addresses=[ADDRESS])
    assert Client().get(ADDRESS).status_code == 410
    assert Client().get("/nl/voorbeelden/anders/").status_code == 404


def test_a_restored_backup_is_erased_anew(db: None, calls: list[str]) -> None:
    erasure.erase("thing", "7", addresses=[ADDRESS])
    Erasure.objects.all().delete()
    calls.clear()
    out = StringIO()
    call_command("reapply_erasures", stdout=out)
    assert calls == ["what hangs on 7", "thing itself 7"]
    assert Erasure.objects.get().key == "7"
    assert erasure.is_gone(ADDRESS)
    assert AuditEntry.objects.filter(detail="reapplied").count() == 1
    assert out.getvalue().startswith("Erased again: 1. Now run")


@pytest.mark.parametrize("text", ["no json", '{"kind": "thing"}', "[]", '{"kind":1,"key":2,"at":3}'])
def test_a_damaged_list_is_refused_whole_with_the_number_of_the_line(
    db: None, calls: list[str], text: str
) -> None:
    erasure.erase("thing", "7")
    calls.clear()
    with erasure.list_file().open("a") as file:
        file.write(f"{text}\n")
    with pytest.raises(CommandError, match="line 2"):
        call_command("reapply_erasures")
    assert not calls


def test_a_list_that_is_not_there_is_an_error(db: None, calls: list[str]) -> None:
    with pytest.raises(CommandError, match="no list"):
        call_command("reapply_erasures")


def test_an_unknown_kind_is_an_error_and_nothing_is_erased(db: None, calls: list[str]) -> None:
    other = {"kind": "planet", "key": "1", "at": "2026-01-01", "addresses": []}
    erasure.list_file().write_text(json.dumps(other) + "\n")
    with pytest.raises(CommandError, match="planet"):
        call_command("reapply_erasures")


def test_all_caches_are_emptied(db: None, calls: list[str], kept_pages: None) -> None:
    for name in ("default", "pages"):
        caches[name].set("kanarie", "zeldzaam")
    erasure.clear_copies()
    assert [caches[name].get("kanarie") for name in ("default", "pages")] == [None, None]
