"""Generated stories and questions, the same each time: words and tags as skewed as real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from wordfreq import top_n_list

from search.params import Sort
from search.story import StoryRecord

WORDS = 30_000
STORY_WORDS = 400
BROWSING = 0.3
NEWEST = 1_790_000_000
YEARS = 10 * 365 * 86_400
# How many values a story has of each facet, least and most.
TAGS = {"life_domain": (1, 3), "rule": (1, 3), "law": (1, 2), "target_group": (0, 2), "partner": (0, 3)}
SINGLE = ("province", "municipality", "learning_order", "outcome")


@dataclass(frozen=True)
class Skewed:
    """Things of which the n-th is chosen in proportion to 1/n (Zipf)."""

    things: Sequence[str]
    weights: Sequence[float]

    @classmethod
    def of(cls, things: Sequence[str]) -> Skewed:
        """Make one; the first is the most frequent."""
        return cls(things, list(accumulate(1 / (rank + 2.7) for rank in range(len(things)))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        """So many of them, with repeats."""
        return chance.choices(self.things, cum_weights=self.weights, k=count)


class Generator:
    """Makes stories and questions.

    Args:
        values: Values of each facet, as the vocabularies have them.
    """

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self._words = Skewed.of([word for word in top_n_list("nl", WORDS) if word.isalpha()])
        self._values = {name: Skewed.of(sorted(found)) for name, found in values.items() if found}

    def story(self, number: int) -> StoryRecord:
        """The story with this number."""
        chance = random.Random(number)  # noqa: S311 - the same stories each time
        facets = {
            name: tuple(dict.fromkeys(self._values[name].some(chance, chance.randint(*bounds))))
            for name, bounds in TAGS.items()
            if name in self._values
        }
        facets |= {name: tuple(self._values[name].some(chance, 1)) for name in SINGLE if name in self._values}
        size = STORY_WORDS // 6
        names = ("situation", "obstacle", "solution", "legitimacy", "result", "steps")
        return StoryRecord(
            key=str(number + 1),
            slug=f"verhaal-{number}",
            language="nl",
            url=f"/nl/verhalen/verhaal-{number}/",
            title=self._text(chance, 7),
            summary=self._text(chance, 25),
            tags=tuple(value.replace("-", " ") for found in facets.values() for value in found),
            body={name: self._text(chance, size) for name in names},
            background=(),
            facets={**facets, "language": ("nl",)},
            place="",
            place_url="",
            year=chance.randint(2014, 2026),
            published=NEWEST - chance.randrange(YEARS),
            copied=min(int(chance.paretovariate(0.9)) - 1, 500),
        )

    def questions(self, count: int) -> Iterator[tuple[str, dict[str, tuple[str, ...]], Sort]]:
        """Text, selections and order: 30% without words, a third of the others narrowed down."""
        chance = random.Random(7)  # noqa: S311 - the same questions each time
        for _ in range(count):
            browsing = chance.random() < BROWSING
            words = [] if browsing else self._asked(chance)
            selected = {}
            if chance.random() < (0.7 if browsing else 0.33):
                name = chance.choice(["life_domain", "rule", "province", "target_group"])
                selected[name] = tuple(dict.fromkeys(self._values[name].some(chance, chance.randint(1, 2))))
            sort = chance.choice([Sort.NEWEST, Sort.MOST_COPIED]) if browsing else Sort.RELEVANCE
            yield " ".join(words), selected, sort

    def _asked(self, chance: random.Random) -> list[str]:
        # What people ask is neither the commonest words nor the rarest.
        return [self._words.things[chance.randint(150, 6000)] for _ in range(chance.choice([1, 2, 2, 3, 4]))]

    def _text(self, chance: random.Random, size: int) -> str:
        return " ".join(self._words.some(chance, size)).capitalize() + "."
