"""`dev.py check`: linters, types, layers, migrations and messages, all of them, failures at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scripts.dev.console import format_seconds, say, step
from scripts.dev.project import Project

PYTHON_SOURCES = ("dev.py", "manage.py", "platform", "examples", "search", "scripts", "tests", "bench")
TEMPLATE_SOURCES = ("platform", "examples", "search")
SHOWN_LINES = 60


@dataclass(frozen=True)
class Check:
    """One check.

    Attributes:
        name: How it is called.
        command: Its command line.
        needs: A program without which it cannot run, or nothing.
        advice: What mends most of its failures, or nothing.
    """

    name: str
    command: tuple[str, ...]
    needs: str = ""
    advice: str = ""


@dataclass
class CheckResults:
    """How a round of checks went.

    Attributes:
        passed: Names of those that found nothing.
        failed: Names of those that did.
        skipped: Names of those that could not run here.
        output: What each failed one printed, by name.
    """

    passed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    output: dict[str, str] = field(default_factory=dict)


def in_ci() -> bool:
    """Whether this is a CI run, where nothing may be skipped."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def all_checks(project: Project) -> list[Check]:
    """The checks, quick ones first.

    Args:
        project: Of which checkout.

    Returns:
        The list; folders that do not exist yet are left out of it.
    """

    def module(*words: str) -> tuple[str, ...]:
        return (str(project.python), "-m", *words)

    sources = [name for name in PYTHON_SOURCES if (project.root / name).exists()]
    templates = [name for name in TEMPLATE_SOURCES if (project.root / name).exists()]
    djlint = module("djlint", *templates, "--quiet", "--allow-empty-input")
    bin_folder = project.venv / "bin"
    return [
        Check(
            "ruff check",
            module("ruff", "check", "--quiet", *sources),
            advice=f"{bin_folder}/ruff check --fix",
        ),
        Check(
            "ruff format", module("ruff", "format", "--check", *sources), advice=f"{bin_folder}/ruff format"
        ),
        Check("djlint lint", (*djlint, "--lint")),
        Check("djlint format", (*djlint, "--check"), advice=f"{bin_folder}/djlint --reformat FILE"),
        Check("import-linter", (str(bin_folder / "lint-imports"), "--no-logo", "--no-cache")),
        Check("manage.py check", tuple(project.manage("check", "--fail-level", "WARNING"))),
        Check(
            "migrations",
            tuple(project.manage("makemigrations", "--check", "--dry-run")),
            advice="python3 dev.py manage makemigrations",
        ),
        Check("messages", tuple(project.manage("check_messages")), needs="xgettext"),
        Check("mypy", module("mypy", *sources)),
    ]


def run_checks(project: Project, env: Mapping[str, str]) -> CheckResults:
    """Run all checks, whatever each says, and print what the failed ones found at the end.

    Args:
        project: Of which checkout.
        env: Variables for them, with a data folder of their own.

    Returns:
        The results.
    """
    results = CheckResults()
    started = time.monotonic()
    for check in all_checks(project):
        _run_one(project, check, env, results)
    for name, output in results.output.items():
        say(f"\n--- {name}\n{output}")
    counts = f"{len(results.passed)} passed, {len(results.failed)} failed, {len(results.skipped)} skipped"
    say(f"\nChecks: {counts} in {format_seconds(time.monotonic() - started)}")
    return results


def _run_one(project: Project, check: Check, env: Mapping[str, str], results: CheckResults) -> None:
    with step(check.name) as current:
        if check.needs and shutil.which(check.needs) is None:
            _cannot_run(check, results)
            current.outcome = f"no {check.needs}"
            return
        done = subprocess.run(
            check.command,
            cwd=project.root,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        current.outcome = "ok" if done.returncode == 0 else "FAILED"
    if done.returncode == 0:
        results.passed.append(check.name)
    else:
        results.failed.append(check.name)
        results.output[check.name] = _shorten(done.stdout, check)


def _cannot_run(check: Check, results: CheckResults) -> None:
    reason = f"skipped: {check.needs} is not on this machine (apt install gettext)."
    if in_ci():
        results.failed.append(check.name)
        results.output[check.name] = f"{reason} CI skips nothing that it can install."
    else:
        results.skipped.append(check.name)
        results.output[check.name] = reason


def _shorten(output: str, check: Check) -> str:
    lines = output.strip().splitlines()
    if len(lines) > SHOWN_LINES:
        left_out = f"... {len(lines) - SHOWN_LINES} lines left out: {_shown(check.command)}"
        lines = [*lines[: SHOWN_LINES // 2], left_out, *lines[-SHOWN_LINES // 2 :]]
    if check.advice:
        lines.append(f"Try: {check.advice}")
    return "\n".join(lines)


def _shown(command: Sequence[str]) -> str:
    return " ".join(command)
