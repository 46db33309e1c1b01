"""Groups, phrases, filters."""

from __future__ import annotations

import pytest

from search.engines.base import (
    EngineQuery,
    Group,
    Phrase,
    Term,
)
from tests.search.engines.stories import asks, pair, story
from tests.search.engines.suite.asking import keys


class FindingSuite:
    """Groups, phrases, filters."""

    def test_any_group_finds_and_more_groups_rank_higher(self, engine):
        engine.write([story("1", body_exact="huis x"), story("2", body_exact="huis boom"), story("3")])
        assert keys(engine, EngineQuery(groups=asks("huis", "boom"))) == ["2", "1"]

    def test_the_minimum_of_groups(self, engine):
        engine.write(
            [story("1", body_exact="a b"), story("2", body_exact="a b c"), story("3", body_exact="a")]
        )
        for minimum, expected in ((0, ["1", "2", "3"]), (2, ["1", "2"]), (3, ["2"]), (9, ["2"])):
            query = EngineQuery(groups=asks("a", "b", "c"), minimum=minimum)
            assert sorted(keys(engine, query)) == expected

    def test_a_minimum_of_none_finds_every_story_and_ranks_what_matches_first(self, engine):
        engine.write([story("1"), story("2", body_exact="a")])
        assert keys(engine, EngineQuery(groups=asks("a"), minimum=0)) == ["2", "1"]

    def test_the_best_alternative_counts_not_their_sum(self, engine):
        engine.write([story("1", body_exact="huis woning"), story("2", body_exact="huis muis")])
        either = Group(((Term("body_exact", "huis", 1.0),), (Term("body_exact", "woning", 0.1),)))
        hits = {hit.key: hit.score for hit in engine.search(EngineQuery(groups=(either,))).hits}
        assert hits["1"] == pytest.approx(hits["2"])

    def test_an_alternative_is_the_sum_of_its_clauses_that_match(self, engine):
        engine.write(
            [
                story("1", title_exact="huis", body_exact="huis"),
                story("2", title_exact="x", body_exact="huis"),
            ]
        )
        both = Group(((Term("title_exact", "huis", 3.0), Term("body_exact", "huis", 1.0)),))
        assert keys(engine, EngineQuery(groups=(both,))) == ["1", "2"]

    def test_weights_multiply(self, engine):
        engine.write([story("1", body_exact="huis"), story("2", body_exact="boom")])
        (once,) = engine.search(EngineQuery(groups=asks("huis"))).hits
        (thrice,) = engine.search(EngineQuery(groups=asks("huis", weight=3.0))).hits
        assert thrice.score == pytest.approx(3 * once.score, rel=1e-4)

    def test_groups_without_alternatives_match_nothing(self, engine):
        engine.write([story("1", body_exact="a")])
        for empty in (Group(()), Group(((),)), Group(((Phrase("body_exact", (), 1.0),),))):
            assert keys(engine, EngineQuery(groups=(empty,))) == []
            assert keys(engine, EngineQuery(groups=(empty, *asks("a")))) == ["1"]
            assert keys(engine, EngineQuery(required=(empty,))) == []

    def test_phrases_want_their_terms_together(self, engine):
        texts = {"1": "a b", "2": "a x b", "3": "b a", "4": "a x x b", "5": "a", "6": "c a b"}
        engine.write([story(key, body_exact=text) for key, text in texts.items()])
        for slop, expected in ((0, "16"), (1, "126"), (2, "12346")):
            assert "".join(sorted(keys(engine, EngineQuery(groups=(pair("a", "b", slop),))))) == expected

    def test_a_phrase_of_three_and_of_one(self, engine):
        engine.write(
            [story("1", body_exact="a b c"), story("2", body_exact="a c b"), story("3", body_exact="c")]
        )
        for terms, expected in ((("a", "b", "c"), ["1"]), (("c",), ["1", "2", "3"])):
            group = Group(((Phrase("body_exact", terms, 1.0),),))
            assert sorted(keys(engine, EngineQuery(groups=(group,)))) == expected

    def test_only_pairs_may_be_apart(self):
        with pytest.raises(ValueError, match="pair"):
            Phrase("body_exact", ("a", "b", "c"), 1.0, slop=1)

    def test_what_is_required_must_match_and_does_not_score(self, engine):
        engine.write([story("1", body_exact="a b"), story("2", body_exact="a"), story("3", body_exact="b")])
        plain = {hit.key: hit.score for hit in engine.search(EngineQuery(groups=asks("a"))).hits}
        query = EngineQuery(groups=asks("a"), required=asks("b"))
        (hit,) = engine.search(query).hits
        assert hit.key == "1"
        assert hit.score == pytest.approx(plain["1"], rel=1e-4)
        assert sorted(keys(engine, EngineQuery(required=asks("b")))) == ["1", "3"]

    def test_what_is_excluded_never_matches(self, engine):
        engine.write([story("1", body_exact="a b"), story("2", body_exact="a"), story("3", body_exact="c")])
        no_b = Term("body_exact", "b", 1.0)
        assert keys(engine, EngineQuery(groups=asks("a"), excluded=(no_b,))) == ["2"]
        assert sorted(keys(engine, EngineQuery(excluded=(no_b,)))) == ["2", "3"]
        assert keys(engine, EngineQuery(excluded=(Phrase("body_exact", ("a", "b"), 1.0), no_b))) == ["2", "3"]

    def test_text_that_a_query_parser_would_obey_is_just_text(self, engine):
        nasty = [
            'a"b',
            "title_exact:x",
            "*",
            "a~2",
            "(",
            "+a",
            "-a",
            "a^3",
            "\\",
            "[a",
            "AND",
            "/x/",
            "{{x}}",
            "∅",
        ]
        engine.write(
            [story(str(n), body_exact=word, rule=(f"{word} {word}",)) for n, word in enumerate(nasty)]
        )
        for n, word in enumerate(nasty):
            assert keys(engine, EngineQuery(groups=asks(word))) == [str(n)]
            query = EngineQuery(selected={"rule": (f"{word} {word}",)}, counted=("rule", "law"))
            answer = engine.search(query)
            assert [hit.key for hit in answer.hits] == [str(n)]
            assert len(answer.facets["rule"]) == len(nasty)

    def test_terms_that_are_too_long_are_left_out_whole(self, engine):
        engine.write([story("1", body_exact=f"{'x' * 300} huis {'y' * 40_000}")])
        assert keys(engine, EngineQuery(groups=asks("huis"))) == ["1"]
        assert keys(engine, EngineQuery(groups=asks("x" * 255))) == []
        assert keys(engine, EngineQuery(groups=asks("x" * 300))) == []

    def test_years(self, engine):
        engine.write([story("1", year=2019), story("2", year=2020), story("3")])
        for years, expected in (
            ((2020, None), "2"),
            ((None, 2019), "1"),
            ((2019, 2020), "12"),
            ((2021, 2022), ""),
        ):
            assert "".join(sorted(keys(engine, EngineQuery(years=years)))) == expected

    def test_only_these_keys_and_never_those(self, engine):
        engine.write([story(key) for key in "1234"])
        assert sorted(keys(engine, EngineQuery(keys=("1", "2", "9"), without=("2",)))) == ["1"]
        assert keys(engine, EngineQuery(keys=())) == []

    def test_a_long_question_in_all_fields_is_answered(self, engine):
        engine.write([story("1", body_exact="w499")])
        fields = ("title_exact", "title_lemma", "body_exact", "concepts")
        groups = tuple(
            Group((tuple(Term(field, f"w{n}", 1.0) for field in fields), (Term("body_lemma", f"v{n}", 0.5),)))
            for n in range(500)
        )
        assert keys(engine, EngineQuery(groups=groups)) == ["1"]
