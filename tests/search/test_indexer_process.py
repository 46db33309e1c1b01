"""What the indexer process does beside its turns."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from core.models import Erasure
from examples.models import ExamplePage
from search import counting, indexer, indexer_process, upkeep
from search.engines.base import EngineQuery
from search.engines.embedded import EmbeddedEngine
from search.indexer_process import Housekeeper, Stopped, next_night
from search.models import IndexChange

pytestmark = pytest.mark.usefixtures("site")

CANARY = "Zqxvkjwpfh"  # no four letters that compression could take from another word


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "index")
    IndexChange.objects.all().delete()
    upkeep.rebuild(engine)
    yield engine
    engine.close()


def story(slug: str) -> ExamplePage:
    return ExamplePage.objects.get(slug=slug, locale__language_code="nl")


def holds(folder: Path, word: str) -> bool:
    return any(word.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def night_falls(housekeeper: Housekeeper) -> None:
    housekeeper._drop_at = timezone.now()
    housekeeper.look_round()


def test_at_night_what_was_withdrawn_leaves_the_files_and_the_rest_stays(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    page = story("utrecht-rolstoelwoningen")
    page.title = CANARY
    page.save_revision().publish()
    upkeep.rebuild(engine)
    page.unpublish()
    indexer.drain(engine)
    number = engine.search(EngineQuery(limit=0)).total
    assert holds(tmp_path, CANARY)
    night_falls(Housekeeper(engine, threading.Event()))
    assert not holds(tmp_path, CANARY)
    assert engine.search(EngineQuery(limit=0)).total == number
    assert upkeep.compare(engine).keys == ()


def test_after_an_erasure_not_a_letter_stays_and_one_erasure_is_enough(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    page = story("utrecht-rolstoelwoningen")
    page.title = CANARY
    page.save_revision().publish()
    upkeep.rebuild(engine)
    housekeeper = Housekeeper(engine, threading.Event())
    page.delete()
    indexer.drain(engine)
    housekeeper.look_round()
    assert holds(tmp_path, CANARY)
    Erasure.objects.create(kind="story", key="1")
    housekeeper.look_round()
    assert not holds(tmp_path, CANARY)
    before = (tmp_path / "index" / "current").read_bytes()
    housekeeper.look_round()
    assert (tmp_path / "index" / "current").read_bytes() == before


def test_an_erasure_from_before_the_start_counts_if_it_may_have_been_missed(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    before = (tmp_path / "index" / "current").read_bytes()
    erasure = Erasure.objects.create(kind="story", key="1", at=timezone.now() - timedelta(days=2))
    Housekeeper(engine, threading.Event()).look_round()
    assert (tmp_path / "index" / "current").read_bytes() == before
    Erasure.objects.filter(pk=erasure.pk).update(at=timezone.now() - timedelta(minutes=1))
    Housekeeper(engine, threading.Event()).look_round()
    assert (tmp_path / "index" / "current").read_bytes() != before


def test_a_night_after_which_nothing_is_left_to_drop_leaves_the_index_alone(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    before = (tmp_path / "index" / "current").read_bytes()
    night_falls(Housekeeper(engine, threading.Event()))
    assert (tmp_path / "index" / "current").read_bytes() == before


def test_changes_go_on_reaching_the_index_in_use_meanwhile(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def long_work(engine: EmbeddedEngine, progress: upkeep.Progress) -> bool:
        page = story("utrecht-rolstoelwoningen")
        page.unpublish()
        progress(1)
        seen.extend(hit.key for hit in engine.search(EngineQuery(keys=(str(page.pk),))).hits)
        return True

    monkeypatch.setattr(upkeep, "drop_remains", long_work)
    night_falls(Housekeeper(engine, threading.Event()))
    assert seen == []


def test_who_is_told_to_stop_stops_in_the_middle_and_the_index_stays(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    story("utrecht-rolstoelwoningen").unpublish()
    indexer.drain(engine)
    before = (tmp_path / "index" / "current").read_bytes()
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        night_falls(Housekeeper(engine, stop))
    assert (tmp_path / "index" / "current").read_bytes() == before
    assert len(list((tmp_path / "index").glob("index-*"))) == 1


def test_what_was_done_is_looked_through_each_hour_and_not_at_each_turn(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(indexer, "purge", lambda: calls.append("purge"))
    monkeypatch.setattr(counting, "tidy_up", lambda: calls.append("tidy"))
    housekeeper = Housekeeper(engine, threading.Event())
    for _ in range(5):
        housekeeper.look_round()
    assert calls == ["purge", "tidy"]
    housekeeper._tidy_at -= indexer_process.TIDY_SECONDS
    housekeeper.look_round()
    assert calls == ["purge", "tidy"] * 2


@pytest.mark.parametrize(("hour", "days"), [(2, 0), (3, 1), (14, 1)])
def test_the_next_night(hour: int, days: int) -> None:
    now = timezone.make_aware(datetime(2026, 5, 4, hour, 20))
    expected = now.replace(hour=3, minute=0) + timedelta(days=days)
    assert next_night(now) == expected
