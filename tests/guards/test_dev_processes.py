"""The parts of dev.py that start programs: environment, leash, supervisor, node."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.dev import environment, supervisor
from scripts.dev.children import Child
from scripts.dev.console import Step
from scripts.dev.errors import DevError
from scripts.dev.processes import SiteProcess
from scripts.dev.project import Project
from tests.guards.sources import ROOT


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A checkout that needs no package; installing the checkout itself would need the network."""
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    monkeypatch.setattr(environment, "_install", lambda *arguments: None)
    return Project(tmp_path, tmp_path / ".venv", tmp_path / "var")


def wait_until(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether something becomes true in time."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def runs(pid: int) -> bool:
    """Whether a process is there and not a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_an_environment_is_made_kept_and_mended(project: Project) -> None:
    step = Step("environment")
    environment.ensure_environment(project, step)
    assert step.outcome == "made"
    assert environment.environment_is_ready(project)

    kept = project.venv / "kept"
    kept.write_text("")
    environment.ensure_environment(project, step)
    assert step.outcome == "up to date"
    assert kept.exists()

    (project.venv / "stamp-packages").unlink()  # as after a kill in the middle
    environment.ensure_environment(project, step)
    assert step.outcome == "made again"
    assert not kept.exists()

    project.python.unlink()
    project.python.symlink_to("/nowhere/python3")
    assert not environment.environment_is_ready(project)
    (project.root / "requirements.txt").write_text("# changed\n")
    assert not environment.environment_is_ready(project)


def test_a_folder_that_is_no_environment_is_not_removed(project: Project) -> None:
    project.venv.mkdir()
    (project.venv / "thesis.txt").write_text("x")
    with pytest.raises(DevError, match="in the way"):
        environment.ensure_environment(project, Step("environment"))
    assert (project.venv / "thesis.txt").exists()


def test_a_child_reports_its_lines_and_its_code(tmp_path: Path) -> None:
    heard: list[str] = []
    child = Child(
        ["sh", "-c", "echo one; echo two >&2; exit 7"], env=os.environ, cwd=tmp_path, hear=heard.append
    )
    assert child.wait() == 7
    assert heard == ["one", "two"]


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    heard: list[str] = []
    child = Child(["no-such-program"], env=os.environ, cwd=tmp_path, hear=heard.append)
    assert child.wait() == 127
    assert "no-such-program" in heard[0]


def test_nothing_outlives_a_killed_dev_py(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    stubborn = f"trap '' TERM; sleep 600 & echo $$ $! > {pids}.new; mv {pids}.new {pids}; wait; sleep 600"
    code = (
        "import os, pathlib, time; from scripts.dev.children import Child\n"
        f"Child(['sh', '-c', {stubborn!r}], env=os.environ, cwd=pathlib.Path('.'), hear=print)\n"
        "time.sleep(600)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    assert wait_until(pids.exists)
    family = [int(pid) for pid in pids.read_text().split()]
    assert all(runs(pid) for pid in family)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert wait_until(lambda: not any(runs(pid) for pid in family), seconds=15)


def watch(project: Project, *processes: SiteProcess) -> supervisor.Supervisor:
    """A supervisor of small processes."""
    return supervisor.Supervisor([supervisor.Watched(project, p, os.environ, 0) for p in processes])


def test_a_process_that_keeps_ending_stops_the_site(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supervisor, "RESTART_PAUSE", 0.0)
    broken = SiteProcess("broken", ("sh", "-c", "echo no luck; exit 3"))
    with pytest.raises(DevError, match="'broken' ended 4 times") as caught:
        watch(project, broken, SiteProcess("well", ("sleep", "600"))).run(lambda stopped: None)
    assert "no luck" in caught.value.hint
    assert (project.data_dir / "logs" / "broken.log").read_text().count("no luck") == 4
    assert "broken   | no luck" in capsys.readouterr().out


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_stops_all(project: Project, number: signal.Signals) -> None:
    def send(stopped: threading.Event) -> None:
        os.kill(os.getpid(), number)

    before = signal.getsignal(number)
    started = time.monotonic()
    watch(project, SiteProcess("well", ("sleep", "600"))).run(send)
    assert time.monotonic() - started < 4
    assert signal.getsignal(number) == before
