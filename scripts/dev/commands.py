"""Runs the tools of set-up: quietly, until one fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.dev.children import Child
from scripts.dev.console import Step
from scripts.dev.errors import StopRequested, explain_failure
from scripts.dev.project import Project

KEPT_LINES = 300
LITTLE = 2_000_000


def run_tool(
    project: Project,
    what: str,
    command: Sequence[str],
    step: Step,
    *,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a tool to its end; its lines show only as what the step is doing, and when it fails.

    Args:
        project: In whose checkout and environment.
        what: What it is to do, as the end of "could not ...".
        command: The command line.
        step: The step that it belongs to.
        env: Its variables; by default those of the environment.

    Raises:
        DevError: It failed.
    """
    output: deque[str] = deque(maxlen=KEPT_LINES)

    def hear(line: str) -> None:
        output.append(line)
        step.hear(line)

    # Unbuffered, so that what it is doing shows when it does it.
    env = env or project.environment(PYTHONUNBUFFERED="1")
    child = Child(command, env=env, cwd=project.root, hear=hear)
    try:
        code = child.wait()
    except BaseException:
        child.terminate()
        child.finish()
        raise
    if code:
        raise explain_failure(what, command, code, list(output), disk_full=_disk_is_full(project))


def _disk_is_full(project: Project) -> bool:
    folders = (project.root, project.venv, project.data_dir, Path(tempfile.gettempdir()))
    return any(shutil.disk_usage(folder).free < LITTLE for folder in folders if folder.exists())


def run_in_foreground(project: Project, command: Sequence[str], env: Mapping[str, str]) -> int:
    """Run a command that has the terminal to itself; a Ctrl-C is the command's to answer.

    Args:
        project: In whose checkout.
        command: The command line.
        env: Its variables.

    Returns:
        Its exit code, 128 + N when signal N ended it.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    process = subprocess.Popen(list(command), env=dict(env), cwd=project.root)
    try:
        code = process.wait()
    except StopRequested as stop:
        process.send_signal(stop.signal_number)
        process.wait()
        raise
    finally:
        signal.signal(signal.SIGINT, before)
    return code if code >= 0 else 128 - code


def become(project: Project, command: Sequence[str], env: Mapping[str, str]) -> int:
    """Let a command take this process over: it gets the terminal, the signals and the exit code.

    Args:
        project: In whose checkout.
        command: The command line; its first word is a path.
        env: Its variables.

    Returns:
        Never.
    """
    os.chdir(project.root)
    os.execve(command[0], list(command), dict(env))  # noqa: S606 - no shell is wanted


def module_command(project: Project, module: str, *arguments: str) -> list[str]:
    """The command line of a module inside the environment."""
    return [str(project.python), "-m", module, *arguments]


@contextmanager
def scratch_environment(project: Project) -> Iterator[dict[str, str]]:
    """Variables with a data folder of their own, gone afterwards: checks and tests never touch a site's.

    Args:
        project: Whose environment.

    Yields:
        The variables.
    """
    with tempfile.TemporaryDirectory(prefix="mooi-maatwerk-", ignore_cleanup_errors=True) as folder:
        data_dir = Path(folder) / "data"
        data_dir.mkdir()
        yield project.environment(DATA_DIR=str(data_dir))
