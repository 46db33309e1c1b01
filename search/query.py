"""A question as groups of weighted terms for an engine. Pure: no engine, no Django, no query parser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.analysis import Token, analyse
from search.analysis.lexicon import listed
from search.engines.base import Clause, EngineQuery, Group, Phrase, Term
from search.fields import CONCEPTS, concept
from search.meaning import Meaning
from search.question import Question


@dataclass(frozen=True)
class Tuning:
    """What each kind of match weighs, tuned on the development queries (docs/benchmarks/relevance.md).

    Attributes:
        exact: A word as written, beside its lemma, which weighs 1.
        part: A part of a compound of the question, or the verb of one of its nouns.
        filler: Factor for words that questions are made of.
        near: Two words of the question next to each other.
        apart: How many places those two may be moved.
        expansion: Factor for words that the thesaurus adds.
        leaning: Factor for facet values that the question names.
        correction: Factor for a word that was mended.
        title: A word in the title, beside what it weighs in the body.
    """

    exact: float = 0.3
    part: float = 0.8
    filler: float = 0.4
    near: float = 0.3
    apart: int = 10
    expansion: float = 0.8
    leaning: float = 2.0
    correction: float = 0.7
    title: float = 0.15


TUNING = Tuning()
MOST_CLAUSES = 500  # terms and phrases of a query; a question of ten words has about fifty
MOST_EXPANSIONS = 20


def build(
    question: Question,
    meanings: Sequence[Meaning] = (),
    corrections: Mapping[str, Sequence[str]] | None = None,
    tuning: Tuning = TUNING,
) -> EngineQuery:
    """The question for an engine; the caller adds selections, sort and page.

    Args:
        question: The question, taken apart.
        meanings: What its words mean.
        corrections: Likely words by an exact word that the index does not have.
        tuning: What weighs how much.
    """
    maker = _Maker(question.language, tuning)
    content = [token for token in question.words if not token.stop] or list(question.words)
    groups = [maker.word(token, (corrections or {}).get(token.exact, ())) for token in _once(content)]
    for meaning in meanings:
        groups += maker.meaning(meaning, question.words[meaning.start : meaning.end])
    groups += [maker.pair(*pair) for pair in pairwise(content)]
    return EngineQuery(
        groups=_bounded(groups),
        required=tuple(maker.required(phrase) for phrase in question.phrases),
        excluded=tuple(clause for tokens in question.exclusions for clause in maker.excluded(tokens)),
    )


def _bounded(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The first groups, as many as an engine answers quickly; those without alternatives left out."""
    kept, clauses = [], 0
    for group in groups:
        size = sum(map(len, group.alternatives))
        if size and clauses + size <= MOST_CLAUSES:
            kept.append(group)
            clauses += size
    return tuple(kept)


def _once(tokens: Sequence[Token]) -> list[Token]:
    return list({token.exact: token for token in tokens}.values())


class _Maker:
    """Makes groups, in one language with one tuning."""

    def __init__(self, language: str, tuning: Tuning) -> None:
        self._language = language
        self._tuning = tuning
        self._filler = listed(f"{language}_filler")

    def word(self, token: Token, corrections: Sequence[str]) -> Group:
        """A word: as written and its lemma, or else its parts, or else what was meant."""
        weight = self._tuning.filler if token.lemma in self._filler else 1.0
        alternatives = [self._forms(token, weight)]
        if token.parts:
            share = weight * self._tuning.part / len(token.parts) ** 0.5
            alternatives.append(self._lemmas(token.parts, share))
        mended = (token for text in corrections for token in analyse(text, self._language)[:1])
        alternatives += [self._forms(other, weight * self._tuning.correction) for other in mended]
        return Group(tuple(alternatives))

    def pair(self, first: Token, second: Token) -> Group:
        """Two words of the question near each other."""
        tuning = self._tuning
        if not tuning.near or first.lemma == second.lemma:
            return Group(())
        filler = tuning.filler if {first.lemma, second.lemma} & self._filler else 1.0
        return Group(((self._near(first.lemma, second.lemma, tuning.near * filler),),))

    def meaning(self, meaning: Meaning, words: Sequence[Token]) -> Iterator[Group]:
        """Other words for what the question names, and the stories that are tagged with it."""
        own = [(" ".join(token.exact for token in words), 1.0)]
        expansions = sorted(meaning.expansions, key=lambda each: -each[1])[:MOST_EXPANSIONS]
        alternatives = [
            self._label(text, weight * self._tuning.expansion) for text, weight in [*own, *expansions]
        ]
        if expansions:
            yield Group(tuple(clauses for clauses in dict.fromkeys(alternatives) if clauses))
        if meaning.leanings:
            yield Group(
                tuple(
                    (Term(CONCEPTS, concept(*value), weight * self._tuning.leaning),)
                    for value, weight in meaning.leanings.items()
                )
            )

    def required(self, phrase: Sequence[Token]) -> Group:
        """A phrase in quotes."""
        return Group(((Phrase("body_exact", tuple(token.exact for token in phrase), 1.0),),))

    def excluded(self, tokens: Sequence[Token]) -> Iterator[Clause]:
        """A word with its inflections, or a phrase."""
        if len(tokens) == 1 and not tokens[0].stop:
            yield Term("body_lemma", tokens[0].lemma, 1.0)
        yield Phrase("body_exact", tuple(token.exact for token in tokens), 1.0)

    def _forms(self, token: Token, weight: float) -> tuple[Clause, ...]:
        exact = Term("body_exact", token.exact, weight * self._tuning.exact)
        if token.stop:
            return (exact,)
        return (
            exact,
            Term("body_lemma", token.lemma, weight),
            Term("title_lemma", token.lemma, weight * self._tuning.title),
        )

    def _lemmas(self, lemmas: Sequence[str], weight: float) -> tuple[Clause, ...]:
        return tuple(Term("body_lemma", lemma, weight) for lemma in lemmas)

    def _near(self, first: str, second: str, weight: float) -> Phrase:
        return Phrase("body_lemma", (first, second), weight, self._tuning.apart)

    def _label(self, text: str, weight: float) -> tuple[Clause, ...]:
        """A word or phrase of the thesaurus: its word, or each two neighbours of its words."""
        lemmas = [token.lemma for token in analyse(text, self._language) if not token.stop]
        if len(lemmas) <= 1:
            return self._lemmas(lemmas, weight)
        pairs = list(pairwise(lemmas))
        return tuple(self._near(*pair, weight / len(pairs) ** 0.5) for pair in pairs)
