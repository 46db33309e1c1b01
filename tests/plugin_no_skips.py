"""Pytest plugin: in CI a skipped test is a failed test. Loaded by `dev.py test` with -p.

A test that skips because a browser or gettext is missing would let CI pass without having looked.
What CI cannot have may be listed in ALLOWED; nothing is, now.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest

ALLOWED: frozenset[str] = frozenset()
"""Node ids of tests that may be skipped in CI."""


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    longrepr: Any = report.longrepr
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)


def _refuse(report: pytest.TestReport | pytest.CollectReport) -> None:
    expected_failure = hasattr(report, "wasxfail")
    if report.skipped and not expected_failure and report.nodeid not in ALLOWED and _in_ci():
        reason = _reason(report)
        report.outcome = "failed"
        report.longrepr = f"CI skips nothing that it can install. {report.nodeid}: {reason}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that was skipped."""
    report = yield
    _refuse(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a file that was skipped as a whole."""
    report = yield
    _refuse(report)
    return report
