"""CSS and JavaScript: npm's packages and the build into static/dist."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.dev.commands import run_tool
from scripts.dev.console import Step
from scripts.dev.project import Project
from scripts.dev.stamps import Stamp, digest_files, digest_of, files_below

# Npm's own pauses between tries add up to more than a minute before it says that there is no network.
RETRIES = ("--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=15000")
PACKAGE_FILES = ("package.json", "package-lock.json", ".npmrc")


def source_digest(project: Project) -> str:
    """What the front end is made of, in one digest."""
    folder = project.root / "static"
    sources = (file for file in files_below(folder) if folder / "dist" not in file.parents)
    return digest_of(_package_digest(project), digest_files(project.root, sources))


def output_digest(project: Project) -> str:
    """What the build has made, in one digest."""
    return digest_files(project.root, files_below(project.root / "static" / "dist"))


def is_built(project: Project) -> bool:
    """Whether static/dist is what the sources make, untouched."""
    return _build_stamp(project).says(_build_value(project))


def ensure_frontend(project: Project, env: Mapping[str, str], step: Step) -> None:
    """Install npm's packages and build, each only when what it reads has changed.

    Args:
        project: Whose front end.
        env: Variables under which npm is there.
        step: Where progress shows.
    """
    packages = _package_digest(project)
    installed = Stamp(project.root / "node_modules" / ".stamp-packages")
    if not installed.says(packages):
        # No scripts of packages: none is needed, and each is a stranger's program.
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", *RETRIES]
        run_tool(project, "install the front end's packages", command, step, env=env)
        installed.write(packages)
    _build_stamp(project).clear()
    run_tool(project, "build the front end", ["npm", "run", "build"], step, env=env)
    _build_stamp(project).write(_build_value(project))
    step.outcome = "built"


def _package_digest(project: Project) -> str:
    return digest_files(project.root, [project.root / name for name in PACKAGE_FILES])


def _build_stamp(project: Project) -> Stamp:
    return Stamp(project.root / "node_modules" / ".stamp-build")


def _build_value(project: Project) -> str:
    return f"{source_digest(project)} {output_digest(project)}"
