"""A hundred words that stand only where no visitor may read: no way of finding leads to one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from examples.models import ExamplePage, ExampleRule, Municipality
from search import indexer, service, upkeep
from search.breaker import Breaker
from search.documents import indexable
from search.engines.base import Engine, EngineQuery
from search.engines.embedded import EmbeddedEngine
from search.fields import TEXT_FIELDS, WORD_FIELDS
from search.models import IndexChange
from search.params import SearchParams
from search.results import SearchResults
from search.vocabulary import vocabulary
from tests.elasticsearch.servers import data_folder, make_engine
from tests.examples.stories import make_story
from tests.search.engines.suite.asking import traces


def _words(number: int) -> list[str]:
    """Words of no language, without parts in common: files that are compressed keep each of them whole."""
    draw = Random(7)  # noqa: S311 (the same words in each run)
    return [
        "".join(draw.choice("bcdfghjkmpqvwxz") + draw.choice("aeiouy") for _ in "12345")
        for _ in range(number)
    ]


CANARIES = _words(100)
TEXTS = ("title", "summary", "situation", "legitimacy")
EACH = len(TEXTS) + 1  # and a note of its rule
EACH_KIND = len(CANARIES) // EACH // 5
# Where no other story is: a count of it would tell of them.
PLACE = "vlieland"


class Hidden:
    """Stories with the canaries, which were public or never are, and how each becomes hidden."""

    def __init__(self) -> None:
        self._canaries = iter(CANARIES)
        kinds = (self.draft, self.changed_draft, self.private, self.rewritten, self.withdrawn)
        self.stories = [[kind(number) for number in range(EACH_KIND)] for kind in kinds]
        assert next(self._canaries, None) is None

    def story(self, slug: str, live: bool = True, told: bool = True) -> ExamplePage:
        fields = {name: self.text() if told else "Niets" for name in TEXTS}
        place = Municipality.objects.get(slug=PLACE)
        story = make_story(slug, live=live, municipality=place, **fields)
        if told:
            note = ExampleRule.objects.get(page=story)
            note.how_blocked = self.text()
            note.save()
        return story

    def text(self) -> str:
        return f"De {next(self._canaries)} en de woning"

    def draft(self, number: int) -> ExamplePage:
        return self.story(f"concept-{number}", live=False)

    def changed_draft(self, number: int) -> ExamplePage:
        story = self.story(f"gewijzigd-{number}", told=False)
        for name in TEXTS:
            setattr(story, name, self.text())
        story.story_rules.all()[0].how_blocked = self.text()
        story.save_revision()
        return story

    def private(self, number: int) -> ExamplePage:
        return self.story(f"besloten-{number}")

    def rewritten(self, number: int) -> ExamplePage:
        return self.story(f"herschreven-{number}")

    def withdrawn(self, number: int) -> ExamplePage:
        return self.story(f"ingetrokken-{number}")

    def hide(self) -> None:
        """Do what makes them hidden; drafts are so already."""
        kinds = list(PageViewRestriction.RESTRICTION_CHOICES)
        for number, story in enumerate(self.stories[2]):
            restriction = kinds[1 + number % (len(kinds) - 1)][0]
            PageViewRestriction.objects.create(page=story, restriction_type=restriction, password="x")
        for story in self.stories[3]:
            for name in TEXTS:
                setattr(story, name, "Niets")
            note = story.story_rules.all()[0]
            note.how_blocked = ""
            story.story_rules = [note]
            story.municipality = None
            story.save_revision().publish()
        gone, expired, *others = self.stories[4]
        gone.delete()
        expired.expire_at = timezone.now() - timedelta(minutes=1)
        expired.save()
        for story in others:
            story.unpublish()


def segments(results: SearchResults) -> str:
    return " ".join(text for one in results.results for text, _ in (*one.title, *one.passage))


def told(text: str) -> list[str]:
    """The canaries in a text."""
    return [canary for canary in CANARIES if canary in text]


def ask(text: str, **more: object) -> SearchResults:
    results = service.search(SearchParams(text=text, selected={"language": ("nl",)}, **more))  # type: ignore[arg-type]
    assert not results.degraded
    return results


def assert_found_nowhere(engine: Engine) -> None:
    for canary in CANARIES:
        for asked in (canary, f"{canary[:-1]}x"):
            results = ask(asked, facets=False)
            assert (results.total, results.suggestion) == (0, ""), asked
        assert service.suggestions(canary[:-1], "nl") == (), canary
        assert not told(segments(ask(f"{canary} woning", page_size=50, facets=False)))
    assert_nothing_raw(engine)
    hidden = set(ExamplePage.objects.values_list("pk", flat=True)) - set(
        indexable().values_list("pk", flat=True)
    )
    for story in indexable():
        alike = service.similar(str(story.pk), limit=50) or ()
        assert not {int(one.story.key) for one in alike} & hidden
        assert not told(repr(alike))


def assert_nothing_raw(engine: Engine) -> None:
    """What the engine itself tells: its words, their numbers, all that it stores, its counts."""
    assert not any(engine.words(field, word, 5) for field in WORD_FIELDS for word in CANARIES)
    numbers = engine.frequencies([(field, word) for word in CANARIES for field in TEXT_FIELDS])
    assert not any(numbers.values())
    whole = engine.search(EngineQuery(limit=1000, counted=("municipality",)))
    assert whole.total == indexable().count() == len(whole.hits)
    assert not told(json.dumps([hit.stored for hit in whole.hits]))
    here = {str(pk) for pk in indexable().filter(municipality__slug=PLACE).values_list("pk", flat=True)}
    code = Municipality.objects.get(slug=PLACE).code
    assert whole.facets["municipality"].get(code, 0) == len(here)
    assert {key for key, _, _ in engine.versions()} == {
        str(pk) for pk in indexable().values_list("pk", flat=True)
    }


def find_no_canary(engine: Engine, files: Path) -> None:
    """The whole way: public stories are indexed, hidden, indexed again, and the index is built anew."""
    vocabulary.forget()
    hidden = Hidden()
    IndexChange.objects.all().delete()
    upkeep.rebuild(engine)
    public = [canary for canary in CANARIES if ask(canary, facets=False).total]
    assert len(public) == 3 * EACH_KIND * EACH, "or else hiding them proves nothing"
    assert len(traces(files, public)) > len(public) / 2, "or else nothing of the files can be told"
    hidden.hide()
    indexer.drain(engine)
    assert_found_nowhere(engine)
    upkeep.rebuild(engine)
    assert_found_nowhere(engine)
    assert traces(files, CANARIES) == []


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "search")
    yield engine
    engine.close()


@pytest.fixture
def elastic(elasticsearch_8: str) -> Iterator[Engine]:
    yield from make_engine(elasticsearch_8)


@pytest.mark.slow
def test_a_canary_is_found_nowhere_in_the_embedded_engine(
    site: None, embedded: EmbeddedEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "chosen_engine", lambda: embedded)
    monkeypatch.setattr(service, "breaker", Breaker())
    find_no_canary(embedded, tmp_path / "search")


@pytest.mark.slow
@pytest.mark.xdist_group("elasticsearch-8")
def test_a_canary_is_found_nowhere_in_elasticsearch(
    site: None, elastic: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "chosen_engine", lambda: elastic)
    monkeypatch.setattr(service, "breaker", Breaker())
    find_no_canary(elastic, data_folder(elastic))  # type: ignore[arg-type]
