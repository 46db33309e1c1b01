"""The indexer and the upkeep on a real embedded index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from examples.models import ExamplePage, LifeDomain
from search import indexer, upkeep
from search.engines.base import Deletion, Engine, EngineDocument, EngineError, EngineQuery
from search.engines.embedded import EmbeddedEngine
from search.models import IndexChange, IndexRun, enqueue
from search.verbs import upkeep as verbs

pytestmark = pytest.mark.usefixtures("site")

SLUG = "utrecht-rolstoelwoningen"
CLEAN = upkeep.Difference((), (), (), 0)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "index")
    IndexChange.objects.all().delete()
    upkeep.rebuild(engine)
    yield engine
    engine.close()


def story() -> ExamplePage:
    return ExamplePage.objects.get(slug=SLUG, locale__language_code="nl")


def titles(engine: Engine) -> set[str]:
    return {hit.stored["title"] for hit in engine.search(EngineQuery(limit=100)).hits}


def publish(title: str) -> ExamplePage:
    page = story()
    page.title = title
    page.save_revision().publish()
    return page


class Failing:
    """A real engine that refuses some writes, and says that it is well or not."""

    def __init__(self, engine: EmbeddedEngine, poison: set[str] | None = None, down: bool = False) -> None:
        self._engine = engine
        self.poison = poison or set()
        self.down = down

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def health(self) -> object:
        return self._engine.health() if not self.down else type(self._engine.health())(False, 0, "down")

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        operations = list(operations)
        if self.down or any(one.key in self.poison for one in operations):
            raise EngineError("refused")
        self._engine.write(operations)


def test_a_rebuilt_index_equals_the_database(engine: EmbeddedEngine) -> None:
    assert upkeep.compare(engine) == CLEAN
    assert len(titles(engine)) >= 50


def test_what_changes_is_found_after_a_turn_and_what_is_withdrawn_is_not(engine: EmbeddedEngine) -> None:
    page = publish("Een nieuwe titel")
    assert indexer.drain(engine) > 0
    assert "Een nieuwe titel" in titles(engine)
    page.unpublish()
    indexer.drain(engine)
    assert "Een nieuwe titel" not in titles(engine)
    assert upkeep.compare(engine) == CLEAN


def test_a_turn_may_be_taken_twice(engine: EmbeddedEngine) -> None:
    publish("Twee keer")
    rows = list(IndexChange.objects.filter(done=None).values_list("story", flat=True))
    indexer.drain(engine)
    enqueue(rows)
    indexer.drain(engine)
    assert upkeep.compare(engine) == CLEAN


def test_an_engine_that_is_down_keeps_the_changes_waiting(engine: EmbeddedEngine) -> None:
    publish("Wacht op de zoekmachine")
    waiting = IndexChange.objects.filter(done=None).count()
    with pytest.raises(EngineError):
        indexer.turn(Failing(engine, down=True))  # type: ignore[arg-type]
    rows = IndexChange.objects.filter(done=None)
    assert rows.count() == waiting
    assert not rows.filter(attempts__gt=0).exists(), "an outage is nobody's fault"
    indexer.drain(engine)
    assert "Wacht op de zoekmachine" in titles(engine)


def test_a_story_that_never_works_is_given_up_and_keeps_no_other_waiting(engine: EmbeddedEngine) -> None:
    bad = publish("Dit lukt nooit")
    other = ExamplePage.objects.live().exclude(pk=bad.pk).first()
    assert other is not None
    other.title = "Dit lukt wel"
    other.save_revision().publish()
    failing = Failing(engine, poison={str(bad.pk)})
    for _ in range(indexer.MOST_ATTEMPTS):
        indexer.drain(failing)  # type: ignore[arg-type]
        IndexChange.objects.filter(done=None).update(due=timezone.now())
    assert "Dit lukt wel" in titles(engine)
    letters = IndexChange.objects.filter(given_up=True)
    assert set(letters.values_list("story", flat=True)) == {bad.pk}
    assert set(letters.values_list("error", flat=True)) == {"EngineError"}
    indexer.retry([row.pk for row in letters])
    indexer.drain(engine)
    assert "Dit lukt nooit" in titles(engine)


def test_only_what_was_done_long_ago_is_forgotten(engine: EmbeddedEngine) -> None:
    publish("Pas geleden")
    indexer.drain(engine)
    assert indexer.purge() == 0
    IndexChange.objects.update(done=timezone.now() - indexer.KEPT - timedelta(seconds=1))
    assert indexer.purge() > 0


def test_what_changes_during_a_rebuild_is_in_the_new_index(engine: EmbeddedEngine) -> None:
    page = story()

    def meanwhile(number: int) -> None:
        if page.live:
            page.unpublish()
            indexer.drain(engine)

    upkeep.rebuild(engine, meanwhile)
    indexer.drain(engine)
    assert upkeep.compare(engine) == CLEAN
    assert story().title not in titles(engine)


def test_a_new_index_that_differs_is_not_taken_into_use(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = titles(engine)
    monkeypatch.setattr(upkeep, "operations", lambda keys, version: [])
    monkeypatch.setattr(upkeep, "_documents", lambda: iter(()))
    with pytest.raises(upkeep.RebuildError):
        upkeep.rebuild(engine)
    assert titles(engine) == before


def test_check_names_what_differs_and_repair_mends_it(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "chosen_engine", lambda: engine)
    stale, missing = story(), ExamplePage.objects.live().exclude(slug=SLUG).order_by("pk").first()
    assert missing is not None
    ExamplePage.objects.filter(pk=stale.pk).update(summary="Stil gewijzigd")
    engine.write([Deletion(str(missing.pk), IndexRun.draw())])
    ghost = ExamplePage.objects.live().order_by("-pk").first()
    assert ghost is not None
    ExamplePage.objects.filter(pk=ghost.pk).update(live=False)

    out = StringIO()
    with pytest.raises(CommandError):
        call_command("search", "check", stdout=out)
    for label, page in (("Missing", missing), ("Ghosts", ghost), ("Stale", stale)):
        assert f"{label}: 1: {page.pk}" in out.getvalue()
    call_command("search", "repair", stdout=out)
    assert upkeep.compare(engine) == CLEAN
    call_command("search", "check", stdout=out)


def test_a_vocabulary_term_that_is_renamed_is_found_by_its_new_name(engine: EmbeddedEngine) -> None:
    term = LifeDomain.objects.get(slug="wonen", locale__language_code="nl")
    term.name = "Een dak boven je hoofd"
    term.save()
    indexer.drain(engine)
    assert upkeep.compare(engine) == CLEAN
    found = engine.search(EngineQuery(selected={"life_domain": ("wonen",), "language": ("nl",)}, limit=100))
    assert found.total
    assert all("Een dak boven je hoofd" in hit.stored["tags"] for hit in found.hits)
