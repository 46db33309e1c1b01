"""Random edits with random faults; in the end the index equals the database, and holds nothing private.

The faults: transactions that roll back, an engine that is down or dies halfway, and an indexer that is killed
with SIGKILL at a random moment (a forked process: what it wrote to the index stays, what it noted is lost).
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from wagtail.models import PageViewRestriction

from examples.models import ExampleIndexPage, ExampleLifeDomain, ExamplePage, LifeDomain, Municipality
from search import indexer, upkeep
from search.documents import indexable
from search.engines.base import Deletion, EngineDocument, EngineError, EngineQuery, Health
from search.engines.embedded import EmbeddedEngine
from search.models import IndexChange

STORIES = 4
# Making a failing example shorter takes ten minutes: it is printed as it was found.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
numbers = st.integers(0, STORIES - 1)


class DiesHalfway:
    """A real engine that goes down after a number of operations."""

    def __init__(self, engine: EmbeddedEngine, after: int) -> None:
        self._engine, self._after = engine, after

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        self._engine.write(list(operations)[: self._after])
        raise EngineError("died")

    def health(self) -> Health:
        return Health(False, 0, "dead")


class Site(RuleBasedStateMachine):
    """Editors, visitors' privacy, and an indexer that comes and goes."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.folder = tempfile.TemporaryDirectory()
        self.engine = EmbeddedEngine(Path(self.folder.name) / "index")
        self.parent = ExampleIndexPage.objects.get(locale__language_code="nl")
        self.words = 0
        for number in range(STORIES):
            self.parent.add_child(instance=self.new_story(number))
        upkeep.rebuild(self.engine)

    def teardown(self) -> None:
        try:
            indexer.drain(self.engine)
            assert upkeep.compare(self.engine) == upkeep.Difference((), (), (), 0)
            found = {hit.key for hit in self.engine.search(EngineQuery(limit=100)).hits}
            assert found == {str(page.pk) for page in indexable()}
        finally:
            self.engine.close()
            self.folder.cleanup()
            transaction.savepoint_rollback(self.savepoint)

    def new_story(self, number: int) -> ExamplePage:
        words = dict.fromkeys(("summary", "situation", "what_blocked", "solution"), f"woord {number}")
        return ExamplePage(title=f"Verhaal {number}", slug=f"verhaal-{number}", **words)

    def story(self, number: int) -> ExamplePage | None:
        found: ExamplePage | None = ExamplePage.objects.filter(slug=f"verhaal-{number}").first()
        return found

    def new_title(self) -> str:
        self.words += 1
        return f"Verhaal kanarie{self.words}"

    @rule(number=numbers)
    def publish_anew(self, number: int) -> None:
        page = self.story(number) or self.parent.add_child(instance=self.new_story(number))
        page.title = self.new_title()
        page.save_revision().publish()

    @rule(number=numbers)
    def keep_a_draft(self, number: int) -> None:
        page = self.story(number)
        if page:
            page.title = self.new_title()
            page.save_revision()

    @rule(number=numbers)
    def unpublish(self, number: int) -> None:
        page = self.story(number)
        if page and page.live:
            page.unpublish()

    @rule(number=numbers)
    def expire(self, number: int) -> None:
        page = self.story(number)
        if page and page.live:
            page.expire_at = timezone.now() + timedelta(milliseconds=1)
            page.save_revision().publish()
            call_command("publish_scheduled", verbosity=0)

    @rule(number=numbers)
    def delete(self, number: int) -> None:
        page = self.story(number)
        if page:
            page.delete()

    @rule(number=numbers, what=st.sampled_from(ExamplePage.Display.values))
    def hide_or_show_the_place(self, number: int, what: str) -> None:
        page = self.story(number)
        if page:
            page.municipality = Municipality.objects.get(name="Utrecht")
            page.municipality_display = what
            page.save()

    @rule(number=numbers)
    def tag_or_untag(self, number: int) -> None:
        page = self.story(number)
        if page and not page.story_life_domains.all().delete()[0]:
            term = LifeDomain.objects.get(slug="wonen", locale__language_code="nl")
            ExampleLifeDomain.objects.create(page=page, term=term, locale=page.locale)

    @rule()
    def rename_a_term(self) -> None:
        self.words += 1
        term = LifeDomain.objects.get(slug="wonen", locale__language_code="nl")
        term.name = f"Wonen {self.words}"
        term.save()

    @rule()
    def make_all_private_or_public(self) -> None:
        if not PageViewRestriction.objects.filter(page=self.parent).delete()[0]:
            PageViewRestriction.objects.create(page=self.parent, restriction_type="login")

    @rule(number=numbers)
    def publish_and_roll_back(self, number: int) -> None:
        with pytest.raises(RuntimeError), transaction.atomic():
            self.publish_anew(number)
            raise RuntimeError

    @rule()
    def index(self) -> None:
        indexer.turn(self.engine)

    # Seldom: a new index mends whatever went wrong before.
    @precondition(lambda self: self.words % 8 == 7)
    @rule()
    def rebuild(self) -> None:
        upkeep.rebuild(self.engine)

    @rule(number=numbers, after=st.integers(0, 3))
    def the_engine_dies_after_a_change(self, number: int, after: int) -> None:
        self.publish_anew(number)
        with pytest.raises(EngineError):
            indexer.turn(DiesHalfway(self.engine, after))  # type: ignore[arg-type]

    @rule(number=numbers, milliseconds=st.integers(0, 40))
    def the_indexer_is_killed_after_a_change(self, number: int, milliseconds: int) -> None:
        self.publish_anew(number)
        self.engine.close()
        child = os.fork()
        if not child:
            try:
                indexer.turn(EmbeddedEngine(Path(self.folder.name) / "index"))
            finally:
                os._exit(0)
        time.sleep(milliseconds / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self.engine = EmbeddedEngine(Path(self.folder.name) / "index")


@pytest.mark.slow
def test_missing_ghosts_and_stale_end_at_zero(tree: None, request: Any) -> None:
    IndexChange.objects.all().delete()
    with transaction.atomic():
        run_state_machine_as_test(
            Site, settings=settings(max_examples=20, stateful_step_count=20, deadline=None, phases=PHASES)
        )
        transaction.set_rollback(True)
