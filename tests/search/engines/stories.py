"""Stories for the tests of the engines, written as terms: no language, no analysis."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from search.engines.base import EngineDocument, Group, Phrase, Term
from search.facets import FACETS

START = 1_700_000_000


def story(key: str, *, version: int = 1, **fields: Any) -> EngineDocument:
    """A story; `fields` are texts by field name and facets by facet name, `year`, `published`, `copied`."""
    numbers = {name: fields.pop(name, default) for name, default in (("published", START), ("copied", 0))}
    year = fields.pop("year", None)
    names = {facet.name for facet in FACETS}
    facets: Mapping[str, tuple[str, ...]] = {name: fields.pop(name) for name in list(fields) if name in names}
    return EngineDocument(
        key=key,
        version=version,
        texts=fields,
        facets=facets,
        year=year,
        stored={"title": fields.get("title_exact", ""), "parts": [{"name": "body", "text": "één, “twee”"}]},
        digest=f"digest-{key}-{version}",
        **numbers,
    )


def asks(*terms: str, field: str = "body_exact", weight: float = 1.0) -> tuple[Group, ...]:
    """A group for each term, in one field."""
    return tuple(Group(((Term(field, term, weight),),)) for term in terms)


def pair(first: str, second: str, slop: int = 0, field: str = "body_exact") -> Group:
    """A group of one phrase."""
    return Group(((Phrase(field, (first, second), 1.0, slop),),))


WORDS = [f"{start}{middle}{end}" for start in "bdgkl" for middle in ("aa", "ee", "oo") for end in "krst"]
VALUES = {
    "life_domain": ["wonen", "schulden", "zorg", "werk", "inkomen"],
    "rule": [f"regel-{n}" for n in range(25)],
    "law": ["participatiewet", "wmo", "awb"],
    "province": ["PV20", "PV21", "PV22"],
    "language": ["nl"],
}


def corpus(size: int, seed: int = 1) -> list[EngineDocument]:
    """Stories with words and values as skewed as real ones; the same each time."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not a secret
    weights = [1 / rank for rank in range(1, len(WORDS) + 1)]

    def text(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, weights, k=chance.randint(least, most)))

    def values(name: str) -> tuple[str, ...]:
        choice = VALUES[name]
        skew = [1 / rank for rank in range(1, len(choice) + 1)]
        return tuple(dict.fromkeys(chance.choices(choice, skew, k=chance.randint(0, 3))))

    return [
        story(
            str(1000 + n),
            title_exact=text(2, 6),
            title_lemma=text(2, 6),
            concepts=text(0, 5),
            body_exact=text(20, 40),
            body_lemma=text(20, 40),
            year=chance.choice([None, *range(2015, 2026)]),
            published=START + chance.randrange(40) * 3600,
            copied=chance.choice([0, 0, 0, 1, 2, 7]),
            **dict[str, Any]({name: values(name) for name in VALUES}),
        )
        for n in range(size)
    ]
