"""How well and how fast the detectors of personal data work; writes docs/benchmarks/privacy.md and .json.

`python3 dev.py bench privacy` scores the labelled fragments of tests/privacy, the part for tuning (dev) and
the part kept apart (held) each by itself; it measures loading and a story of 9,000 code points in a new
process.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from privacy.findings import PRECEDENCE, Kind
from tests.privacy.labelled_set import IDENTIFIERS, NAMES, ORGANISATIONS, PARTS, Score, Scores, load

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "benchmarks" / "privacy"
STORY = 9_000
ROUNDS = 21
MEGABYTE = 1024  # in the kilobytes that getrusage counts
GROUPS: dict[str, tuple[Kind, ...]] = {
    "identifiers": tuple(kind for kind in PRECEDENCE if kind in IDENTIFIERS),
    "names": tuple(NAMES),
    "schools, employers, institutions": tuple(kind for kind in PRECEDENCE if kind in ORGANISATIONS),
    "all": PRECEDENCE,
}


def _score(part: str) -> dict[str, Any]:
    from privacy.detect import find  # noqa: PLC0415 - `_measure` starts without it

    fragments = load(part)
    scores = Scores()
    for fragment in fragments:
        scores.count(fragment, find(fragment.text))
    kinds = {kind: _figures(scores.kinds[kind]) for kind in sorted(PRECEDENCE)}
    groups = {name: _figures(scores.together(kinds)) for name, kinds in GROUPS.items()}
    negatives = sum(not fragment.spans for fragment in fragments)
    return {"fragments": len(fragments), "negatives": negatives, "kinds": kinds, "groups": groups}


def _figures(score: Score) -> dict[str, float]:
    return {
        "labelled": score.wanted,
        "findings": score.said,
        "recall": round(score.recall, 3),
        "precision": round(score.precision, 3),
        "exact recall": round(score.exact_recall, 3),
        "exact precision": round(score.exact_precision, 3),
    }


def _story() -> str:
    texts = [fragment.text for part in PARTS for fragment in load(part)]
    return "\n".join(texts)[:STORY]


def _measure() -> dict[str, float]:
    """In a process that has loaded nothing yet: seconds, megabytes and milliseconds."""
    used, start, before = (
        time.process_time(),
        time.perf_counter(),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    )
    from privacy import detect  # noqa: PLC0415 - loading is measured

    detect.load()
    seconds, work = time.perf_counter() - start, time.process_time() - used
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    story = _story()
    times, cpu = [], []
    for _ in range(ROUNDS):
        start, used = time.perf_counter(), time.process_time()
        detect.find(story)
        times.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    return {
        "load seconds": round(seconds, 2),
        "load seconds of processor": round(work, 2),
        "load megabytes": round((after - before) / MEGABYTE, 1),
        "process megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE, 1),
        "story milliseconds, median": round(statistics.median(times), 1),
        "story milliseconds, least": round(min(times), 1),
        "story milliseconds of processor, median": round(statistics.median(cpu), 1),
    }


def _table(title: str, rows: dict[str, dict[str, float]]) -> list[str]:
    head = next(iter(rows.values()))
    lines = [f"| {title} | {' | '.join(head)} |", f"|---|{'---:|' * len(head)}"]
    cells = {name: " | ".join(_shown(value) for value in row.values()) for name, row in rows.items()}
    return [*lines, *(f"| {name} | {shown} |" for name, shown in cells.items()), ""]


def _shown(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _report(result: dict[str, Any]) -> str:
    lines = [
        "# The detectors of personal data",
        "",
        f"Measured on {result['date']} with `python3 dev.py bench privacy` ({result['machine']}).",
        "Recall and precision count warnings (certainty from 0.5) that overlap a label of the kind; exact:",
        "equal spans. The part `held` was never read while writing rules. They have one author, so an",
        "unseen text of another author will fit less well: see [first contact](privacy-first-contact.md).",
        "",
    ]
    for part in PARTS:
        figures = result["parts"][part]
        lines += [
            f"## {part}: {figures['fragments']} fragments, {figures['negatives']} with nothing to find",
            "",
        ]
        lines += _table("group", figures["groups"])
        lines += _table("kind", figures["kinds"])
    lines += [
        "## Speed and memory",
        "",
        f"A story: {STORY} code points of labelled fragments, denser in findings than a real one.",
        "",
    ]
    lines += [f"- {name}: {value}" for name, value in result["speed"].items()]
    lines += [f"- processes that wanted the {os.cpu_count()} processors meanwhile: {result['load']}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the report and keep it in docs/benchmarks."""
    if sys.argv[1:] == ["--measure"]:
        sys.stdout.write(json.dumps(_measure()))
        return
    measured = subprocess.run(
        [sys.executable, "-m", "bench.privacy", "--measure"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "parts": {part: _score(part) for part in PARTS},
        "speed": json.loads(measured.stdout),
        "load": round(os.getloadavg()[0], 1),
    }
    report = _report(result)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.with_suffix(".md").write_text(report, encoding="utf-8")
    REPORT.with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(report)


if __name__ == "__main__":
    main()
