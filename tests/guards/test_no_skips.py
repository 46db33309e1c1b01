"""In CI nothing is skipped in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.sources import ROOT

TESTS = """
import pytest

def test_skips():
    pytest.skip("no browser here")

@pytest.mark.skipif(True, reason="never")
def test_is_skipped():
    pass

@pytest.mark.xfail
def test_is_known_to_fail():
    assert False

def test_passes():
    pass
"""


@pytest.mark.parametrize(("ci", "code", "closing"), [("1", 1, "1 error"), ("", 0, "2 skipped")])
def test_a_skip_is_a_failure_in_ci_and_only_there(tmp_path: Path, ci: str, code: int, closing: str) -> None:
    (tmp_path / "test_sample.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.plugin_no_skips", "-p", "no:django"]
    done = subprocess.run(
        [*command, "--rootdir", str(tmp_path), "-c", os.devnull, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout
    assert closing in done.stdout
    assert ("CI skips nothing" in done.stdout) is bool(ci)
    assert "1 passed" in done.stdout
    assert "1 xfailed" in done.stdout
