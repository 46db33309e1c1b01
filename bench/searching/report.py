"""Writes what was measured: JSON, a table, a plot, and the goals beside what was reached."""

from __future__ import annotations

import datetime
import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.searching.plot import draw

Result = Mapping[str, Any]
LEVELS = ("engine", "service", "page")
ENGINES = ("embedded", "elasticsearch")
NAMES = {
    "embedded": "embedded (tantivy)",
    "elasticsearch": "Elasticsearch 8.19",
    "postgresql": "PostgreSQL 15 dutch",
}


def write_report(results: Sequence[Result], folder: Path) -> None:
    """Write `search.json`, `search.md` and `search.svg`.

    Args:
        results: One of each size.
        folder: Where to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    date = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    whole = {"date": date, "machine": machine, "load_average": os.getloadavg(), "sizes": list(results)}
    (folder / "search.json").write_text(json.dumps(whole, indent=1) + "\n")
    (folder / "search.md").write_text("\n".join(_text(results, date, machine)) + "\n")
    (folder / "search.svg").write_text(draw(_lines(results)))


def _text(results: Sequence[Result], date: str, machine: str) -> Iterator[str]:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    yield "# How fast stories are found\n"
    yield f"Measured on {date} with `python3 dev.py bench search` on {machine}."
    yield f"Load average at the end: {load}; on a machine that does nothing else it is about 2."
    yield "Generated stories of about 400 words, words and tags by Zipf; 30% of the questions browse."
    yield "Every answer is a page: total, ten hits, all facets counted. Times in milliseconds.\n"
    yield "![p50 by number of stories](search.svg)\n"
    for result in results:
        yield f"## {result['stories']:,} stories\n"
        yield from _times(result)
        yield from _resources(result)
    yield from _goals(results)


def _times(result: Result) -> Iterator[str]:
    yield "| system | level | p50, 1 client | p95 | p50, 4 clients | p95 | answers/s, 4 clients |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for name, system in result["systems"].items():
        for level in LEVELS:
            if level in system:
                one, four = system[level]["1"], system[level]["4"]
                cells = (one["p50_ms"], one["p95_ms"], four["p50_ms"], four["p95_ms"], four["per_second"])
                yield f"| {NAMES[name]} | {level} | {' | '.join(str(cell) for cell in cells)} |"
    yield ""


def _resources(result: Result) -> Iterator[str]:
    analysed = result["analysis"]["stories_per_second"]
    yield f"Analysis on two cores: {analysed} stories a second.\n"
    yield "| system | filled, stories/s | index, MB | peak memory, MB | bare bulk/s | our engine/s | all/s |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, system in result["systems"].items():
        rates = system.get("rates", {})
        cells = [system["fill"]["stories_per_second"], system["megabytes"], system["peak_megabytes"]]
        cells += [rates.get(key, "") for key in ("bare_bulk", "engine", "analysis_and_engine")]
        yield f"| {NAMES[name]} | {' | '.join(str(cell) for cell in cells)} |"
    yield ""


def _goals(results: Sequence[Result]) -> Iterator[str]:
    yield "## Goals\n"
    yield "| goal | size | embedded | Elasticsearch |"
    yield "|---|---:|---:|---:|"
    for result in results:
        systems, peer = result["systems"], result["systems"]["postgresql"]["engine"]["1"]["p95_ms"]
        ours = [systems[name] for name in ENGINES]
        reached = {
            "page p50 at most 2x the bare engine call (at 100,000)": [
                f"{_p50(system, 'page') / _p50(system, 'engine'):.1f}x" for system in ours
            ],
            "page p95 below 200 ms (at 1,000,000)": [
                f"{system['page']['1']['p95_ms']} ms" for system in ours
            ],
            "PostgreSQL p95 at least 10x ours (at 100,000)": [
                f"{peer / system['engine']['1']['p95_ms']:.1f}x" for system in ours
            ],
            "index rate at least 0.6 of bare bulk": [
                str(system["rates"]["engine_by_bare"]) for system in ours
            ],
            "the same with analysis": [
                str(system["rates"]["analysis_and_engine_by_bare"]) for system in ours
            ],
        }
        for goal, cells in reached.items():
            yield f"| {goal} | {result['stories']:,} | {' | '.join(cells)} |"
    first, last = (results[place]["systems"] for place in (0, -1))
    grown = [f"{_p50(last[name], 'engine') / _p50(first[name], 'engine'):.1f}x" for name in ENGINES]
    span = f"{results[0]['stories']:,} to {results[-1]['stories']:,}"
    yield f"| p50 grows at most 12x (10,000 to 1,000,000) | {span} | {' | '.join(grown)} |"


def _p50(system: Result, level: str) -> float:
    return float(system[level]["1"]["p50_ms"])


def _lines(results: Sequence[Result]) -> dict[str, list[tuple[int, float]]]:
    lines: dict[str, list[tuple[int, float]]] = {}
    for result in results:
        for name, system in result["systems"].items():
            for level in LEVELS:
                if level in system:
                    point = (result["stories"], _p50(system, level))
                    lines.setdefault(f"{NAMES[name]}, {level}", []).append(point)
    return lines
