"""`dev.py lock`: turns requirements*.in into requirements*.txt, every file with its hashes."""

from __future__ import annotations

import shutil

from scripts.dev.commands import run_tool
from scripts.dev.console import step
from scripts.dev.errors import DevError
from scripts.dev.project import Project

# The development lock is constrained by the first, so the order matters.
NAMES = ("requirements", "requirements-dev", "requirements-build")
OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate")


def lock_requirements(project: Project, arguments: list[str]) -> int:
    """Resolve the three lists anew.

    Args:
        project: Whose lists.
        arguments: For uv, such as `--upgrade`; without them pins stay where they still fit.

    Returns:
        0.

    Raises:
        DevError: uv is not there, or finds no solution.
    """
    uv = shutil.which("uv")
    if uv is None:
        raise DevError(
            "`lock` needs uv, which is not on the PATH.",
            "Install it where you like, for example: python3 -m pip install --user uv\n"
            "Nothing else here needs it.",
        )
    for name in NAMES:
        with step(f"{name}.txt") as current:
            command = [
                *(uv, "pip", "compile", *OPTIONS, *arguments),
                *(f"{name}.in", "--output-file", f"{name}.txt"),
            ]
            run_tool(project, f"lock {name}.in", command, current)
    return 0
