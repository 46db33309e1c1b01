"""The contract of the engines computed plainly, story by story: what both engines must answer."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from search.engines.base import Clause, EngineDocument, EngineQuery, Group, Phrase, Term
from search.fields import TEXT_FIELDS
from tests.search.engines.stories import VALUES, WORDS

K1, B = 1.2, 0.75


@dataclass(frozen=True)
class Answer:
    """What is right: keys in order, their scores, number of stories by facet value."""

    keys: list[str]
    scores: dict[str, float]
    facets: dict[str, dict[str, int]]


class Oracle:
    """Answers questions over some stories. Phrases must be of two terms."""

    def __init__(self, stories: Sequence[EngineDocument]) -> None:
        self.stories = stories
        # An empty field counts as one term, in both engines.
        self.words = {s.key: {f: s.texts.get(f, "").split() or ["∅"] for f in TEXT_FIELDS} for s in stories}
        self.average = {
            field: sum(len(self.words[s.key][field]) for s in stories) / len(stories) for field in TEXT_FIELDS
        }
        self.containing = Counter(
            (field, word) for s in stories for field in TEXT_FIELDS for word in set(self.words[s.key][field])
        )

    def answer(self, query: EngineQuery) -> Answer:
        """All hits, in order."""
        found = {s.key: s for s in self.stories if self._matches(s, query)}
        scores = {key: self._score(s, query) for key, s in found.items()}

        def rank(key: str) -> tuple[float, int, str]:
            first = {
                "relevance": round(scores[key], 4),
                "newest": 0.0,
                "most_copied": float(found[key].copied),
            }
            return -first[query.sort], -found[key].published, key

        facets = {}
        for name in query.counted:
            others = replace(query, selected={k: v for k, v in query.selected.items() if k != name})
            counted = (s for s in self.stories if self._matches(s, others))
            facets[name] = dict(Counter(value for s in counted for value in set(s.facets.get(name, ()))))
        return Answer(sorted(found, key=rank), scores, facets)

    def _matches(self, story: EngineDocument, query: EngineQuery) -> bool:
        minimum = min(query.minimum, len(query.groups))
        first, last = query.years
        year = story.year
        return (
            sum(self._group(story, group) is not None for group in query.groups) >= minimum
            and all(self._group(story, group) is not None for group in query.required)
            and all(self._clause(story, clause) is None for clause in query.excluded)
            and all(
                not values or set(values) & set(story.facets.get(name, ()))
                for name, values in query.selected.items()
            )
            and (first is None or (year is not None and year >= first))
            and (last is None or (year is not None and year <= last))
            and (query.keys is None or story.key in query.keys)
            and story.key not in query.without
        )

    def _score(self, story: EngineDocument, query: EngineQuery) -> float:
        return sum(self._group(story, group) or 0.0 for group in query.groups)

    def _group(self, story: EngineDocument, group: Group) -> float | None:
        sums = []
        for alternative in group.alternatives:
            scores = [score for clause in alternative if (score := self._clause(story, clause)) is not None]
            if scores:
                sums.append(sum(scores))
        return max(sums, default=None)

    def _clause(self, story: EngineDocument, clause: Clause) -> float | None:
        words = self.words[story.key][clause.field]
        if isinstance(clause, Term):
            return self._bm25(story, clause.field, (clause.term,), words.count(clause.term), clause.weight)
        if not clause.slop:
            count = sum(couple == clause.terms for couple in pairwise(words))
            return self._bm25(story, clause.field, clause.terms, count, clause.weight)
        first, second = ([at for at, word in enumerate(words) if word == term] for term in clause.terms)
        if not any(abs(two - one - 1) <= clause.slop and one != two for one in first for two in second):
            return None
        scores = (self._clause(story, Term(clause.field, term, clause.weight)) for term in clause.terms)
        return sum(score or 0.0 for score in scores)

    def _bm25(
        self, story: EngineDocument, field: str, terms: tuple[str, ...], count: int, weight: float
    ) -> float | None:
        if not count:
            return None
        rarity = 0.0
        for term in terms:
            stories = self.containing[field, term]
            rarity += math.log(1 + (len(self.stories) - stories + 0.5) / (stories + 0.5))
        length = K1 * (1 - B + B * len(self.words[story.key][field]) / self.average[field])
        return weight * rarity * (K1 + 1) * count / (count + length)


def random_query(chance: random.Random) -> EngineQuery:
    """Any question that the contract allows, small enough to match something now and then."""

    def clause() -> Clause:
        field = chance.choice(["title_exact", "title_lemma", "body_lemma", "concepts", "body_exact"])
        weight = chance.choice([0.5, 1.0, 3.0])
        if chance.random() < 0.25:
            first, second = chance.sample(WORDS[:8], k=2)
            return Phrase(field, (first, second), weight, chance.choice([0, 0, 1, 2, 4]))
        return Term(field, chance.choice(WORDS), weight)

    def group() -> Group:
        return Group(
            tuple(tuple(clause() for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(1, 3)))
        )

    def some(name: str) -> tuple[str, ...]:
        return tuple(chance.sample(VALUES[name], k=min(len(VALUES[name]), chance.randint(1, 3))))

    groups = tuple(group() for _ in range(chance.randint(0, 4)))
    return EngineQuery(
        groups=groups,
        minimum=chance.randint(0, 3),
        required=tuple(group() for _ in range(chance.choice([0, 0, 1]))),
        excluded=tuple(clause() for _ in range(chance.choice([0, 0, 1, 2]))),
        selected={name: some(name) for name in VALUES if chance.random() < 0.25},
        years=chance.choice([(None, None), (None, None), (2018, None), (None, 2020), (2017, 2022)]),
        keys=chance.choice([None, None, None, tuple(str(1000 + n) for n in range(0, 300, 2))]),
        without=chance.choice([(), (), ("1000", "1001", "1002", "absent")]),
        counted=tuple(VALUES),
        sort=chance.choice(["relevance", "relevance", "newest", "most_copied"]),
        limit=1000,
    )
