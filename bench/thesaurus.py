"""What each concept of the thesaurus does to the queries that the search is tuned on.

`python3 dev.py bench thesaurus` takes every concept out by itself and scores anew the queries that it
touches, of the development set and of the set by other writers: one that helps loses them something, one
that harms wins. For those that cost something in sum, two milder cures are tried as well: no words of its
neighbours, and words of half the weight. The queries that were kept apart are scored as a whole and decide
nothing. The report goes to docs/benchmarks/thesaurus.md and .json.
"""

from __future__ import annotations

import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

from bench.relevance import ROOT, all_judgments, load_corpus, queries_by_split

if TYPE_CHECKING:
    from search.engines.base import Engine
    from search.thesaurus.model import Concept, Thesaurus

REPORT = ROOT / "docs" / "benchmarks" / "thesaurus"
NOTHING = 0.0005  # of the sum of nDCG@10 over the queries: less is rounding
DECIDING = ("dev", "others")


@dataclass
class Effect:
    """What a concept does to the queries that it touches, as the sum of their nDCG@10.

    Attributes:
        concept: Its id.
        queries: Ids of the queries.
        adds: What it adds, by set of queries.
        changes: What each cure would add, by cure and set.
    """

    concept: str
    queries: list[str]
    adds: dict[str, float]
    changes: dict[str, dict[str, float]]

    @property
    def total(self) -> float:
        """What it adds to all."""
        return sum(self.adds.values())

    @property
    def harms(self) -> bool:
        """Whether it costs each set something: what costs one set alone may be chance."""
        return all(self.adds[split] < -NOTHING for split in DECIDING)


class Scorer:
    """Scores queries with any thesaurus, on one index."""

    def __init__(self, engine: Engine, judgments: Mapping[str, Any]) -> None:
        self._engine, self._judgments = engine, judgments

    def ndcg(self, thesaurus: Thesaurus, queries: Mapping[str, str]) -> dict[str, float]:
        """nDCG@10 by query id."""
        from search.analysis import analyse  # noqa: PLC0415 - after django.setup
        from search.evaluation.metrics import ndcg  # noqa: PLC0415
        from search.evaluation.systems import ours  # noqa: PLC0415
        from search.thesaurus.interpreter import ThesaurusInterpreter  # noqa: PLC0415
        from search.thesaurus.lookup import Lookup  # noqa: PLC0415

        lookup = Lookup(thesaurus, analyse)
        system = ours(self._engine, ThesaurusInterpreter(lambda: lookup))
        return {qid: ndcg(list(system(text)), self._judgments[qid]) for qid, text in queries.items()}


def touched(thesaurus: Thesaurus, queries: Mapping[str, str]) -> dict[str, set[str]]:
    """Ids of the queries in which a concept is named, described, or next to one that is."""
    from search.analysis import analyse  # noqa: PLC0415
    from search.question import parse  # noqa: PLC0415
    from search.thesaurus.lookup import Lookup  # noqa: PLC0415

    lookup, narrower = Lookup(thesaurus, analyse), thesaurus.narrower()
    found: dict[str, set[str]] = {}
    for qid, text in queries.items():
        question = parse(text, "nl")
        named = {match.concept for match in lookup.find(question.text, question.words, "nl")}
        named |= {concept.id for concept, _ in lookup.described(question.words, "nl")}
        for name in list(named):
            concept = thesaurus.concepts[name]
            named |= {*concept.broader, *concept.related, *narrower.get(name, ())}
        for name in named:
            found.setdefault(name, set()).add(qid)
    return found


def without(thesaurus: Thesaurus, name: str) -> Thesaurus:
    """Without the concept."""
    from search.thesaurus.model import Thesaurus  # noqa: PLC0415

    return Thesaurus({other: each for other, each in thesaurus.concepts.items() if other != name})


def alone(thesaurus: Thesaurus, name: str) -> Thesaurus:
    """With the concept, and without its relations."""
    from search.thesaurus.model import Thesaurus  # noqa: PLC0415

    def cut(concept: Concept) -> Concept:
        if concept.id == name:
            return replace(concept, broader=(), related=())
        broader, related = (
            tuple(o for o in names if o != name) for names in (concept.broader, concept.related)
        )
        return replace(concept, broader=broader, related=related)

    return Thesaurus({other: cut(each) for other, each in thesaurus.concepts.items()})


def lighter(thesaurus: Thesaurus, name: str) -> Thesaurus:
    """With the words of the concept at half their weight."""
    from search.thesaurus.model import Thesaurus  # noqa: PLC0415
    from search.thesaurus.weights import Weights  # noqa: PLC0415

    weights, concept = Weights(), thesaurus.concepts[name]
    labels = tuple(replace(label, weight=round(weights.of(label) / 2, 3)) for label in concept.labels)
    return Thesaurus({**thesaurus.concepts, name: replace(concept, labels=labels)})


CURES: dict[str, Callable[[Thesaurus, str], Thesaurus]] = {
    "without relations": alone,
    "at half weight": lighter,
}


def effects(scorer: Scorer, thesaurus: Thesaurus, splits: Mapping[str, Mapping[str, str]]) -> list[Effect]:
    """Every concept that the queries touch, the most harmful first.

    Args:
        scorer: For the queries.
        thesaurus: As it is.
        splits: The sets of queries that decide, by name.
    """
    queries = {qid: text for split in splits.values() for qid, text in split.items()}
    whole = scorer.ndcg(thesaurus, queries)

    def change(other: Thesaurus, qids: Iterable[str]) -> dict[str, float]:
        found = scorer.ndcg(other, {qid: queries[qid] for qid in qids})
        return {
            name: sum(found[qid] - whole[qid] for qid in found if qid in split)
            for name, split in splits.items()
        }

    found = []
    for name, qids in sorted(touched(thesaurus, queries).items()):
        adds = {split: -gain for split, gain in change(without(thesaurus, name), qids).items()}
        cures = CURES.items() if sum(adds.values()) < -NOTHING else ()
        changes = {cure: change(apply(thesaurus, name), qids) for cure, apply in cures}
        found.append(Effect(name, sorted(qids), adds, changes))
    return sorted(found, key=lambda effect: effect.total)


TEXT = """# What each concept does

`python3 dev.py bench thesaurus`, {date}, {machine}. Of {concepts} concepts {touched} are named or described
by a query of the development set or of the set by other writers, or lie next to one that is. Taking each out
by itself, {helps} help, {costs} cost something in sum and the others change no ranking.

| | dev nDCG@10 | held nDCG@10 | others nDCG@10 |
|---|---:|---:|---:|
| with the thesaurus | {dev:.4f} | {held:.4f} | {others:.4f} |
| without | {dev_without:.4f} | {held_without:.4f} | {others_without:.4f} |

What a concept adds or costs is the sum of nDCG@10 over the queries that it touches. One that costs both sets
something harms, and is changed in the fixture by the mildest cure that takes the harm away. What costs one
set something and not the other is no harm: that one query loses while others win is the way of every word.

## Those that harm: both sets lose by them

{harmful}

## Those that cost one set more than they add to the other

{costly}

## Those that help most

{helpful}
"""


def _rows(found: Iterable[Effect]) -> str:
    lines = [
        "| concept | queries | adds to dev | to others | " + " | ".join(CURES) + " |",
        "|---|---:|---:|---:|" + "---:|" * len(CURES),
    ]
    for effect in found:
        added = " | ".join(f"{effect.adds[split]:+.3f}" for split in DECIDING)
        cures = " | ".join(
            f"{sum(effect.changes[cure].values()):+.3f}" if cure in effect.changes else "" for cure in CURES
        )
        lines.append(f"| {effect.concept} | {len(effect.queries)} | {added} | {cures} |")
    return "\n".join(lines) if len(lines) > 2 else "None."


def _report(found: list[Effect], numbers: Mapping[str, float], concepts: int) -> None:
    costly = [effect for effect in found if effect.total < -NOTHING and not effect.harms]
    harmful = [effect for effect in found if effect.harms]
    helpful = [effect for effect in reversed(found) if effect.total > NOTHING]
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    text = TEXT.format(
        date=datetime.now(UTC).date().isoformat(),
        machine=machine,
        concepts=concepts,
        touched=len(found),
        helps=len(helpful),
        costs=len(costly) + len(harmful),
        harmful=_rows(harmful),
        costly=_rows(costly),
        helpful=_rows(helpful[:25]),
        **numbers,
    )
    REPORT.with_suffix(".md").write_text(text, encoding="utf-8")
    plain = {"numbers": numbers, "effects": [vars(effect) for effect in found]}
    REPORT.with_suffix(".json").write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(text)


def main() -> None:
    """Measure and write the report."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from search.documents import records  # noqa: PLC0415
    from search.encode import encode  # noqa: PLC0415
    from search.engines.embedded import EmbeddedEngine  # noqa: PLC0415
    from search.thesaurus.model import Thesaurus  # noqa: PLC0415
    from search.thesaurus.storage import stored  # noqa: PLC0415

    load_corpus()
    judgments, thesaurus = all_judgments(), stored()
    splits = {
        split: {qid: text for qid, text in queries.items() if max(judgments.get(qid, {0: 0}).values()) > 1}
        for split, queries in queries_by_split().items()
    }
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder))
        build = engine.rebuild()
        build.write(encode(record, 1) for record in records())
        build.activate()
        scorer = Scorer(engine, judgments)
        numbers = {}
        for name, queries in splits.items():
            for key, one in ((name, thesaurus), (f"{name}_without", Thesaurus())):
                numbers[key] = sum(scorer.ndcg(one, queries).values()) / len(queries)
        found = effects(scorer, thesaurus, {name: splits[name] for name in DECIDING})
        engine.close()
    _report(found, numbers, len(thesaurus))


if __name__ == "__main__":
    main()
