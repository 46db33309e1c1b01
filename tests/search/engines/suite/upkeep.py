"""Rebuilding, and what can be wrong."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

import pytest

from search.engines.base import (
    Deletion,
    EngineError,
    EngineQuery,
    IndexMissingError,
)
from tests.search.engines.stories import asks, story
from tests.search.engines.suite.asking import fill, keys, traces


class RebuildSuite:
    """A new index beside the old."""

    def test_the_old_index_answers_until_the_new_one_is_in_use(self, engine):
        engine.write([story("1", body_exact="a")])
        build = engine.rebuild()
        build.write([story("2", body_exact="a"), story("3", body_exact="a")])
        assert keys(engine, EngineQuery()) == ["1"]
        build.write([Deletion("3", 2)])
        assert list(build.versions()) == [("2", 1, "digest-2-1")]
        build.activate()
        assert keys(engine, EngineQuery()) == ["2"]
        engine.write([story("4")])
        assert sorted(keys(engine, EngineQuery())) == ["2", "4"]

    def test_an_abandoned_index_leaves_no_trace(self, engine):
        engine.write([story("1")])
        build = engine.rebuild()
        build.write([story("2")])
        build.abandon()
        assert keys(engine, EngineQuery()) == ["1"]
        fill(engine, story("3"))
        assert keys(engine, EngineQuery()) == ["3"]

    def test_an_index_in_use_cannot_be_abandoned(self, engine):
        build = engine.rebuild()
        build.write([story("1")])
        build.activate()
        build.abandon()
        build.abandon()
        assert keys(engine, EngineQuery()) == ["1"]

    def test_the_new_index_keeps_versions_apart_too(self, engine):
        build = engine.rebuild()
        build.write([story("1", version=5)])
        build.write([story("1", version=4), Deletion("1", 3)])
        build.activate()
        assert list(engine.versions()) == [("1", 5, "digest-1-5")]

    def test_of_two_rebuilds_at_a_time_one_succeeds(self, engine):
        first = engine.rebuild()
        first.write([story("1")])
        try:
            second = engine.rebuild()
            second.write([story("2")])
        except EngineError:
            first.activate()
            assert keys(engine, EngineQuery()) == ["1"]
        else:
            with pytest.raises(EngineError):
                first.write([story("3")])
            with pytest.raises(EngineError):
                first.activate()
            second.activate()
            assert keys(engine, EngineQuery()) == ["2"]
        fill(engine, story("4"))
        assert keys(engine, EngineQuery()) == ["4"]

    def test_versions_lists_every_story_once_by_key(self, engine):
        fill(engine, *(story(str(n), version=n + 1) for n in range(1500)))
        listed = list(engine.versions())
        assert len(listed) == 1500
        assert listed == sorted((str(n), n + 1, f"digest-{n}-{n + 1}") for n in range(1500))


class RemainsSuite:
    """What was deleted and still lies in the files. `files` is the folder that the engine writes to."""

    def test_a_rebuild_leaves_no_letter_of_what_was_deleted_or_written_anew(self, engine, files):
        canaries = [secrets.token_hex(5) for _ in range(6)]
        withdrawn = [story(str(n), title_exact=word, body_exact=word) for n, word in enumerate(canaries)]
        engine.write([*withdrawn, story("6", body_exact="mus")])
        engine.write([*(Deletion(str(n), 2) for n in range(5)), story("5", version=2, body_exact="mus")])
        assert sorted(keys(engine, EngineQuery())) == ["5", "6"]
        assert traces(files, canaries), "or else this test could not see what is left"
        assert engine.remains() > 0
        fill(engine, story("5", version=3, body_exact="mus"), story("6", version=3, body_exact="mus"))
        # A cluster removes files a moment later.
        deadline = time.monotonic() + 30
        while traces(files, canaries) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert traces(files, canaries) == []
        assert engine.remains() == 0
        assert sorted(keys(engine, EngineQuery(groups=asks("mus")))) == ["5", "6"]


class TroubleSuite:
    """What can be wrong. `engine_without_index` has none."""

    def test_a_missing_index_is_an_error_and_is_not_made_by_a_write(self, engine_without_index):
        engine = engine_without_index
        calls: list[Callable[[], object]] = [
            lambda: engine.search(EngineQuery()),
            lambda: engine.write([story("1")]),
            lambda: engine.words("title_exact", "a", 1),
            lambda: engine.close_words("title_exact", "a", 1),
            lambda: engine.frequencies([("title_exact", "a")]),
            lambda: list(engine.versions()),
            engine.remains,
        ]
        for call in calls:
            with pytest.raises(IndexMissingError):
                call()
        health = engine.health()
        assert (health.ok, health.stories) == (False, 0)
        fill(engine, story("1"))
        assert keys(engine, EngineQuery()) == ["1"]

    def test_health_of_a_good_index(self, engine):
        engine.write([story("1"), story("2")])
        health = engine.health()
        assert (health.ok, health.stories) == (True, 2)

    def test_it_works_again_after_close(self, engine):
        engine.write([story("1")])
        engine.close()
        engine.write([story("2")])
        assert sorted(keys(engine, EngineQuery())) == ["1", "2"]
