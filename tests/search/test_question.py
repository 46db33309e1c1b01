from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import EngineQuery
from search.params import LONGEST_QUERY
from search.query import MOST_CLAUSES, build
from search.question import MOST_WORDS, parse


def exact(tokens) -> str:
    return " ".join(token.exact for token in tokens)


def clauses(query: EngineQuery) -> int:
    return sum(len(clauses) for group in query.groups for clauses in group.alternatives)


@pytest.mark.parametrize(
    ("text", "words", "phrases", "exclusions"),
    [
        ("schulden huur", "schulden huur", [], []),
        ('"eigen huis" schuld', "eigen huis schuld", ["eigen huis"], []),
        ("„eigen huis” schuld", "eigen huis schuld", ["eigen huis"], []),
        ("schuld -huur", "schuld", [], ["huur"]),
        ('-"eigen huis" schuld', "schuld", [], ["eigen huis"]),
        ("-schuld", "", [], ["schuld"]),
        ("wmo-voorziening - zorg- en welzijn", "wmovoorziening zorg en welzijn", [], []),
        ('een " losse aanhaling', "een losse aanhaling", [], []),
        ('"eigen -huis"', "eigen huis", ["eigen huis"], []),
        ('""', "", [], []),
        ("--- - -", "", [], []),
        ("AND OR NOT title:(x) ~2 ^3 *", "and or not title x 2 3", [], []),
    ],
)
def test_words_phrases_and_exclusions(text, words, phrases, exclusions) -> None:
    question = parse(text)
    assert exact(question.words) == words
    assert [exact(tokens) for tokens in question.phrases] == phrases
    assert [exact(tokens) for tokens in question.exclusions] == exclusions


def test_offsets_of_words_point_into_the_text() -> None:
    text = 'schuld -huur "eigen huis" art. 3:4'
    question = parse(text)
    assert [text[token.start : token.end] for token in question.words] == [
        "schuld",
        "eigen",
        "huis",
        "art",
        "3:4",
    ]


ODD = st.text(st.sampled_from("ab -\"'„”“()[]{}*?~^:/\\&|!+<>\n\0é\u0301\U0001d4b31."), max_size=600)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=600), ODD), st.sampled_from(["nl", "en"]))
def test_any_text_is_a_bounded_question(text: str, language: str) -> None:
    question = parse(text, language)
    query = build(question)
    assert len(question.words) <= MOST_WORDS
    assert clauses(query) <= MOST_CLAUSES
    assert all(group.alternatives for group in query.groups)


@pytest.mark.parametrize(
    "sign", ["a ", "-a ", '"', '"a" ', '-"a" ', "schuldhulpverlening", "-", "\U0001d4b3 "]
)
def test_ten_thousand_odd_characters_are_no_trouble(sign: str) -> None:
    question = parse(sign * (10_000 // len(sign)))
    assert len(question.text) == LONGEST_QUERY
    assert 0 < clauses(build(question)) <= MOST_CLAUSES or not question.words
