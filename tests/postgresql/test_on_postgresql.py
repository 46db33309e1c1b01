"""Tests that a database may answer otherwise run again on a real PostgreSQL server.

A file or test that belongs here is one more entry of `AGAIN`; run `pytest tests/postgresql` to see it there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.postgresql import running_postgresql, why_not

ROOT = Path(__file__).parents[2]
AGAIN = (
    "tests/core/test_audit.py",
    "tests/core/test_erasure.py",
    "tests/core/test_retention.py",
    "tests/core/test_page_cache.py",
    "tests/examples/takedown",
    "tests/search/test_steering.py",
    "tests/search/test_page.py::test_a_broken_index_gives_a_plain_search_and_says_so",
)


@pytest.mark.slow
def test_they_pass_there_too(tmp_path: Path) -> None:
    if reason := why_not():
        pytest.skip(reason)
    with running_postgresql() as server:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.plugin_no_skips", *AGAIN]
        # A run of its own: what a worker of this run knows of itself must not reach it, nor its files.
        own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        environment = {
            **own,
            "DATABASE_URL": server.url,
            "SEARCH_URL": "embedded:",
            "DATA_DIR": str(tmp_path),
        }
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
