"""`dev.py test`: all checks, then all tests, quick ones first, and a verdict at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from scripts.dev.checks import run_checks
from scripts.dev.commands import run_in_foreground, scratch_environment
from scripts.dev.console import format_seconds, say
from scripts.dev.project import Project

SOME_FAILED = 1
NO_TESTS = 5
MOST_WORKERS = 4
NO_SKIPS = ("-p", "tests.plugin_no_skips")


@dataclass(frozen=True)
class Part:
    """Some of the tests.

    Attributes:
        name: How they are called.
        arguments: What selects them.
        parallel: Whether they may be spread over the cores.
    """

    name: str
    arguments: tuple[str, ...]
    parallel: bool = False


@dataclass(frozen=True)
class PartResult:
    """How a part went; the counts are of tests."""

    name: str
    code: int
    passed: int
    failed: int
    skipped: int
    seconds: float


PARTS = (
    Part("guards", ("tests/guards", "-m", "not browser and not slow")),
    Part("rooms", ("--ignore=tests/guards", "-m", "not browser and not slow"), parallel=True),
    Part("slow", ("-m", "slow and not browser"), parallel=True),
    # Pages that are only read may be read side by side. Else one browser at a time: two of them on two cores
    # make each other time out.
    Part("reading", ("-m", "browser and reading"), parallel=True),
    Part("browser", ("-m", "browser and not reading")),
)


def run_all(project: Project) -> int:
    """All checks and all tests.

    Args:
        project: Of which checkout.

    Returns:
        0 when nothing failed and there were tests.
    """
    started = time.monotonic()
    with scratch_environment(project) as env:
        say("Checks")
        checks = run_checks(project, env)
        scratch = Path(env["DATA_DIR"]).parent
        _build_messages(project, env)
        parts = [_run_part(project, part, env, scratch) for part in PARTS]
    say()
    for part in parts:
        outcome = f"{part.passed} passed, {part.failed} failed, {part.skipped} skipped"
        if part.code not in (0, SOME_FAILED, NO_TESTS):
            outcome = f"broke off (exit code {part.code})"
        say(f"{part.name:<10} {outcome:<40} {format_seconds(part.seconds):>9}")
    bad = [*checks.failed, *(part.name for part in parts if part.code not in (0, NO_TESTS))]
    passed, failed, skipped = (
        sum(getattr(part, count) for part in parts) for count in ("passed", "failed", "skipped")
    )
    if not passed and not failed:
        bad.append("there is no test")
    verdict = f"FAILED ({', '.join(bad)})" if bad else "OK"
    say(
        f"{verdict}: {len(checks.passed)} of {len(checks.passed) + len(checks.failed)} checks and"
        f" {passed} of {passed + failed} tests passed in {format_seconds(time.monotonic() - started)}"
    )
    # In the form that those who count tests read in any language.
    say(f"total: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if bad else 0


def run_some(project: Project, arguments: Sequence[str]) -> int:
    """Only the tests that pytest's arguments name.

    Args:
        project: Of which checkout.
        arguments: For pytest, as they are.

    Returns:
        Pytest's exit code.
    """
    with scratch_environment(project) as env:
        _build_messages(project, env)
        return run_in_foreground(project, _pytest(project, *arguments), env)


def _build_messages(project: Project, env: Mapping[str, str]) -> None:
    """Compile the interface texts before any test reads them: Django keeps what it read first."""
    run_in_foreground(project, project.manage("build_messages"), env)


def _run_part(project: Project, part: Part, env: Mapping[str, str], scratch: Path) -> PartResult:
    say(f"\nTests: {part.name}")
    report = scratch / f"{part.name}.xml"
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    spread = ("-n", str(workers), "--dist", "loadgroup") if part.parallel and workers > 1 else ()
    command = _pytest(project, "-q", *part.arguments, *spread, f"--junit-xml={report}")
    started = time.monotonic()
    code = run_in_foreground(project, command, env)
    passed, failed, skipped = _counts(report)
    return PartResult(part.name, code, passed, failed, skipped, time.monotonic() - started)


def _pytest(project: Project, *arguments: str) -> list[str]:
    return [str(project.python), "-m", "pytest", *NO_SKIPS, *arguments]


def _counts(report: Path) -> tuple[int, int, int]:
    try:
        root = ElementTree.parse(report).getroot()  # noqa: S314 - written by our own pytest just now
    except (OSError, ElementTree.ParseError):
        return 0, 0, 0
    suites = list(root.iter("testsuite"))
    total, bad, errors, skipped = (
        sum(int(suite.get(key, "0")) for suite in suites)
        for key in ("tests", "failures", "errors", "skipped")
    )
    return total - bad - errors - skipped, bad + errors, skipped
