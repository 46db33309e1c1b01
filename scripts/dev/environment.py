"""The Python environment: made, filled from the locks, repaired when it is half finished."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from scripts.dev.commands import run_tool
from scripts.dev.console import Step
from scripts.dev.errors import DevError
from scripts.dev.project import Project
from scripts.dev.stamps import Stamp, digest_of

LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
BUILD_LOCK = "requirements-build.txt"
PIP_OPTIONS = ("--disable-pip-version-check", "--progress-bar", "off")


def environment_is_ready(project: Project) -> bool:
    """Whether the environment is whole, of this lock, and has this checkout installed."""
    return _is_whole(project) and _project_stamp(project).says(_project_digest(project))


def lock_is_installed(project: Project, lock: str) -> bool:
    """Whether one more lock, by its file's name, is on top of the environment."""
    return _extra_stamp(project, lock).says(_lock_digest(project, lock))


def ensure_environment(project: Project, step: Step) -> None:
    """Make the environment if it is not there, whole and of this lock; install the checkout into it.

    Args:
        project: Whose environment.
        step: Where progress shows.

    Raises:
        DevError: No venv module, a folder that is not an environment, or a registry that does not answer.
    """
    if environment_is_ready(project):
        step.outcome = "up to date"
        return
    if not _is_whole(project):
        step.outcome = "made again" if project.venv.exists() else "made"
        _require_modules()
        _remove(project.venv)
        _make(project, step)
        install_lock(project, LOCK, step)
        _packages_stamp(project).write(_lock_digest(project, LOCK))
    arguments = ["--no-build-isolation", "--no-deps", "-e", "."]
    _install(project, "install the checkout into its environment", arguments, step)
    _project_stamp(project).write(_project_digest(project))


def ensure_lock(project: Project, lock: str, step: Step) -> None:
    """Install one more lock on top of the environment, unless it is there.

    Args:
        project: Whose environment; ensure_environment() has gone before.
        lock: The lock file's name.
        step: Where progress shows.
    """
    if lock_is_installed(project, lock):
        step.outcome = "up to date"
        return
    _extra_stamp(project, lock).clear()
    install_lock(project, lock, step)
    _extra_stamp(project, lock).write(_lock_digest(project, lock))
    step.outcome = "installed"


def install_lock(project: Project, lock: str, step: Step) -> None:
    """Install what a lock names, each file checked against its hashes.

    Args:
        project: Whose environment.
        lock: The lock file's name.
        step: Where progress shows.
    """
    _install(project, f"install {lock}", ["--require-hashes", "-r", lock], step)


def _install(project: Project, what: str, arguments: list[str], step: Step) -> None:
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "--python", str(project.python), *arguments]
    else:
        command = [str(project.python), "-m", "pip", "install", "--no-input", *PIP_OPTIONS, *arguments]
    run_tool(project, what, command, step)


def _packages_stamp(project: Project) -> Stamp:
    return Stamp(project.venv / "stamp-packages")


def _project_stamp(project: Project) -> Stamp:
    return Stamp(project.venv / "stamp-project")


def _extra_stamp(project: Project, lock: str) -> Stamp:
    return Stamp(project.venv / f"stamp-{Path(lock).stem}")


def _is_whole(project: Project) -> bool:
    return _packages_stamp(project).says(_lock_digest(project, LOCK)) and _starts(project.python)


def _project_digest(project: Project) -> str:
    described = tomllib.loads((project.root / "pyproject.toml").read_text())
    hatch = described.get("tool", {}).get("hatch")
    parts = [described.get("build-system"), described.get("project"), hatch]
    # With the path: a checkout that was moved must be installed anew.
    return digest_of(json.dumps(parts), str(project.root))


def _lock_digest(project: Project, lock: str) -> str:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return digest_of((project.root / lock).read_bytes(), version)


def _starts(python: Path) -> bool:
    try:
        return subprocess.run([python, "-I", "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _remove(venv: Path) -> None:
    if not venv.exists() and not venv.is_symlink():
        return
    ours = (venv / "pyvenv.cfg").exists() or (venv / "bin").is_dir()
    if not venv.is_dir() or venv.is_symlink() or (any(venv.iterdir()) and not ours):
        raise DevError(
            f"{venv} is in the way: it is not a Python environment.",
            "Move it, or give VENV_DIR another folder.",
        )
    shutil.rmtree(venv)


def _require_modules() -> None:
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise DevError(
            f"this Python ({sys.executable}) has no {' and no '.join(missing)} module,"
            " and cannot make an environment.",
            "On Debian and Ubuntu: apt install python3-venv"
            f"\n(for a Python beside the system's own: apt install python{version}-venv)",
        )


def _make(project: Project, step: Step) -> None:
    # Inside an environment the Python that made it is wanted, not a copy of a copy that may be removed.
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-m", "venv", str(project.venv)]
    run_tool(project, f"make the environment {project.venv}", command, step)
