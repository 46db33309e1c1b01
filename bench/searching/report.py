"""Writes what was measured: JSON, a table, a plot, and the goals beside what was reached."""

from __future__ import annotations

import datetime
import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.searching.plot import draw

Result = Mapping[str, Any]
LEVELS = ("engine", "service", "page")
ENGINES = ("embedded", "elasticsearch")
GROWS_FROM = 10_000  # stories; growth below is that of the fixed costs
NAMES = {
    "embedded": "embedded (tantivy)",
    "elasticsearch": "Elasticsearch 8.19",
    "postgresql": "PostgreSQL 15 dutch",
}


def keep(result: Result, folder: Path) -> None:
    """Write `search.json`, `search.md` and `search.svg` anew, with this size and the others that were there.

    Args:
        result: Of one size.
        folder: Where to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "search.json"
    known = json.loads(file.read_text())["sizes"] if file.exists() else []
    sizes = {size["stories"]: size for size in known} | {result["stories"]: {**result, **_circumstances()}}
    results = [sizes[stories] for stories in sorted(sizes)]
    file.write_text(json.dumps({"sizes": results}, indent=1) + "\n")
    (folder / "search.md").write_text("\n".join(_text(results)) + "\n")
    (folder / "search.svg").write_text(draw(_lines(results)))


def _circumstances() -> dict[str, Any]:
    machine = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    date = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return {"date": date, "machine": machine, "load_average": [round(load, 1) for load in os.getloadavg()]}


def _text(results: Sequence[Result]) -> Iterator[str]:
    yield "# How fast stories are found\n"
    yield "Measured with `python3 dev.py bench search`."
    yield "Load averages are those at the end; on a machine that does nothing else it is about 2."
    yield "Generated stories of about 400 words, words and tags by Zipf; 30% of the questions browse."
    yield "Every answer is a page: total, ten hits, all facets counted. Times in milliseconds.\n"
    yield "![p50 by number of stories](search.svg)\n"
    for result in results:
        load = ", ".join(str(value) for value in result["load_average"])
        yield f"## {result['stories']:,} stories\n"
        yield f"On {result['date']}, {result['machine']}, load average {load}.\n"
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
        for goal, reach in GOALS.items():
            cells = [reach(result["systems"], name) for name in ENGINES]
            if any(cells):
                yield f"| {goal} | {result['stories']:,} | {' | '.join(cells)} |"
    measured = [result for result in results if result["stories"] >= GROWS_FROM]
    if len(measured) > 1:
        first, last = measured[0], measured[-1]
        cells = [_growth(first["systems"].get(name), last["systems"].get(name)) for name in ENGINES]
        span = f"{first['stories']:,} to {last['stories']:,}"
        yield f"| p50 grows at most 12x (10,000 to 1,000,000) | {span} | {' | '.join(cells)} |"


def _growth(first: Result | None, last: Result | None) -> str:
    return f"{_p50(last, 'engine') / _p50(first, 'engine'):.1f}x" if first and last else ""


def _p50(system: Result, level: str) -> float:
    return float(system[level]["1"]["p50_ms"])


def _page_by_engine(systems: Result, name: str) -> str:
    system = systems.get(name)
    return f"{_p50(system, 'page') / _p50(system, 'engine'):.1f}x" if system else ""


def _page_p95(systems: Result, name: str) -> str:
    return f"{systems[name]['page']['1']['p95_ms']} ms" if name in systems else ""


def _peer_by_ours(systems: Result, name: str) -> str:
    if "postgresql" not in systems:
        return ""
    peer, ours = (systems[one]["engine"]["1"]["p95_ms"] for one in ("postgresql", name))
    return f"{peer / ours:.1f}x"


def _rate(key: str) -> Callable[[Result, str], str]:
    return lambda systems, name: str(systems[name]["rates"][key]) if name in systems else ""


GOALS: Mapping[str, Callable[[Result, str], str]] = {
    "page p50 at most 2x the bare engine call (at 100,000)": _page_by_engine,
    "page p95 below 200 ms (at 1,000,000)": _page_p95,
    "PostgreSQL p95 at least 10x ours (at 100,000)": _peer_by_ours,
    "index rate at least 0.6 of bare bulk": _rate("engine_by_bare"),
    "the same with analysis": _rate("analysis_and_engine_by_bare"),
}


def _lines(results: Sequence[Result]) -> dict[str, list[tuple[int, float]]]:
    lines: dict[str, list[tuple[int, float]]] = {}
    for result in results:
        for name, system in result["systems"].items():
            for level in LEVELS:
                if level in system:
                    point = (result["stories"], _p50(system, level))
                    lines.setdefault(f"{NAMES[name]}, {level}", []).append(point)
    return lines
