"""Storing, deleting, versions."""

from __future__ import annotations

from search.engines.base import (
    Deletion,
    EngineQuery,
)
from tests.search.engines.stories import asks, story
from tests.search.engines.suite.asking import keys


class WritingSuite:
    """Storing, deleting, versions."""

    def test_what_was_written_is_found_at_once_and_comes_back_whole(self, engine):
        written = story("7", title_exact="een titel", body_exact="huis", rule=("r 1",))
        engine.write([written])
        (hit,) = engine.search(EngineQuery(groups=asks("huis"))).hits
        assert (hit.key, hit.stored) == ("7", written.stored)
        assert hit.score > 0

    def test_a_story_written_again_replaces_the_old_one(self, engine):
        engine.write([story("7", body_exact="oud")])
        engine.write([story("7", version=2, body_exact="nieuw")])
        assert keys(engine, EngineQuery()) == ["7"]
        assert keys(engine, EngineQuery(groups=asks("oud"))) == []
        assert keys(engine, EngineQuery(groups=asks("nieuw"))) == ["7"]

    def test_an_older_version_changes_nothing(self, engine):
        engine.write([story("7", version=5, body_exact="nieuw")])
        engine.write([story("7", version=4, body_exact="oud"), Deletion("7", 3)])
        assert list(engine.versions()) == [("7", 5, "digest-7-5")]
        assert keys(engine, EngineQuery(groups=asks("nieuw"))) == ["7"]

    def test_the_same_version_may_be_written_again(self, engine):
        engine.write([story("7", version=5, body_exact="half")])
        engine.write([story("7", version=5, body_exact="heel")])
        assert keys(engine, EngineQuery(groups=asks("heel"))) == ["7"]

    def test_the_newest_of_one_batch_wins_whatever_the_order(self, engine):
        engine.write(
            [
                story("1", version=3, body_exact="drie"),
                story("1", version=2, body_exact="twee"),
                story("2", version=1),
                Deletion("2", 2),
                Deletion("3", 1),
                story("3", version=2),
            ]
        )
        assert list(engine.versions()) == [("1", 3, "digest-1-3"), ("3", 2, "digest-3-2")]

    def test_deleting_takes_the_story_and_its_words_away(self, engine):
        engine.write([story("7", title_exact="kanarie", version=1), story("8", title_exact="mus", version=1)])
        engine.write([Deletion("7", 2)])
        assert keys(engine, EngineQuery()) == ["8"]
        assert engine.words("title_exact", "kan", 5) == []
        assert engine.close_words("title_exact", "kanari", 5) == []
        assert engine.frequencies([("title_exact", "kanarie")]) == {("title_exact", "kanarie"): 0}
        assert [key for key, _, _ in engine.versions()] == ["8"]

    def test_a_late_older_write_does_not_revive_a_deleted_story(self, engine):
        engine.write([story("7", version=1)])
        engine.write([Deletion("7", 3)])
        engine.write([story("7", version=2)])
        assert keys(engine, EngineQuery()) == []
        engine.write([story("7", version=4)])
        assert keys(engine, EngineQuery()) == ["7"]

    def test_deleting_what_is_not_there_and_writing_nothing_are_fine(self, engine):
        engine.write([Deletion("99", 1)])
        engine.write([])
        assert engine.search(EngineQuery()).total == 0

    def test_keys_are_text_and_never_taken_for_numbers_or_patterns(self, engine):
        engine.write([story("1"), story("10"), story("a*"), story("ab")])
        engine.write([Deletion("1", 2), Deletion("a*", 2)])
        assert sorted(key for key, _, _ in engine.versions()) == ["10", "ab"]

    def test_hundreds_of_stories_in_one_batch(self, engine):
        engine.write(story(str(n), body_exact=f"woord{n}") for n in range(1200))
        assert engine.search(EngineQuery(limit=1)).total == 1200
        engine.write(Deletion(str(n), 2) for n in range(0, 1200, 2))
        assert engine.search(EngineQuery(limit=1)).total == 600
