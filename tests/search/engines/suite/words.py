"""The index's own words."""

from __future__ import annotations

import pytest

from tests.search.engines.stories import story


class WordSuite:
    """The index's own words."""

    def test_frequencies(self, engine):
        engine.write([story("1", body_exact="a b a"), story("2", body_exact="a", title_exact="b")])
        wanted = [("body_exact", "a"), ("body_exact", "b"), ("title_exact", "b"), ("title_exact", "zz")]
        assert list(engine.frequencies(wanted).values()) == [2, 1, 1, 0]
        assert engine.frequencies([]) == {}

    def test_words_by_prefix_most_stories_first(self, engine):
        engine.write([story("1", title_exact="bij bijstand boek"), story("2", title_exact="bijstand bijna")])
        assert engine.words("title_exact", "bij", 5) == [("bijstand", 2), ("bij", 1), ("bijna", 1)]
        assert engine.words("title_exact", "bij", 1) == [("bijstand", 2)]
        assert engine.words("title_exact", "zz", 5) == []
        assert engine.words("title_exact", "b.*", 5) == []

    def test_words_of_the_body_are_not_listed(self, engine):
        with pytest.raises(ValueError, match="cannot be listed"):
            engine.words("body_exact", "a", 5)

    def test_close_words_nearest_first(self, engine):
        texts = ("schuldhulp bijstand", "schuldhulp schuldhuip", "bijstnad wonen wont won woning")
        engine.write([story(str(n), body_exact=text) for n, text in enumerate(texts)])
        assert engine.close_words("body_exact", "schuldhlup", 5) == [("schuldhulp", 2), ("schuldhuip", 1)]
        assert engine.close_words("body_exact", "bijstadn", 5) == [("bijstand", 1), ("bijstnad", 1)]
        assert engine.close_words("body_exact", "schuldhulp", 5) == [("schuldhuip", 1)]
        # Below five letters only one edit.
        assert engine.close_words("body_exact", "wone", 5) == [("won", 1), ("wonen", 1), ("wont", 1)]
        assert engine.close_words("body_exact", "wonn", 5) == [("won", 1), ("wonen", 1), ("wont", 1)]
        assert engine.close_words("body_exact", "xxxxxxx", 5) == []
        assert len(engine.close_words("body_exact", "wonn", 2)) == 2

    def test_a_first_letter_may_be_wrong(self, engine):
        engine.write([story("1", body_exact="bijstand")])
        assert engine.close_words("body_exact", "vijstand", 5) == [("bijstand", 1)]
