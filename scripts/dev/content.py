"""The data folder's content: database, pages, demo stories, search index, collected static files."""

from __future__ import annotations

import os
from pathlib import Path

from scripts.dev.commands import run_tool
from scripts.dev.console import Step
from scripts.dev.frontend import output_digest
from scripts.dev.project import Project
from scripts.dev.stamps import Stamp, digest_files, digest_of, files_below

ROOMS = ("platform", "examples", "search", "locale")
# A change in one of these may change what the database or the index must hold.
TELLING_FOLDERS = {"migrations", "fixtures", "management", "models", "analysis", "engines"}
TELLING_NAMES = {"models", "apps", "setup", "demo"}


def ensure_content(project: Project, *, demo: bool, step: Step) -> None:
    """Migrate, load vocabularies and pages, index: one process of manage.py, when anything of it changed.

    Args:
        project: Whose data folder.
        demo: Whether the demo stories and sign-ins are wanted.
        step: Where progress shows.
    """
    wanted = content_digest(project, demo=demo)
    stamp = Stamp(project.notes / "content")
    if stamp.says(wanted) and _database_exists(project):
        step.outcome = "up to date"
        return
    stamp.clear()
    command = project.manage("prepare", *([] if demo else ["--no-demo"]))
    run_tool(project, "prepare the database and the content", command, step)
    stamp.write(wanted)


def ensure_static_files(project: Project, step: Step) -> None:
    """Collect the static files of the build, the rooms and the packages, when one of them changed.

    Args:
        project: Whose data folder.
        step: Where progress shows.
    """
    rooms = [
        file for name in ROOMS for file in files_below(project.root / name) if "static" in file.parts[:-1]
    ]
    storage = project.root / "platform" / "core" / "static_files.py"
    lock = (project.root / "requirements.txt").read_bytes()
    wanted = digest_of(output_digest(project), digest_files(project.root, [*rooms, storage]), lock)
    stamp = Stamp(project.notes / "static")
    if stamp.says(wanted):
        step.outcome = "up to date"
        return
    stamp.clear()
    command = project.manage("collectstatic", "--noinput", "--verbosity", "2")
    run_tool(project, "collect the static files", command, step)
    stamp.write(wanted)


def content_digest(project: Project, *, demo: bool) -> str:
    """What the database and the index are made from, in one digest.

    Args:
        project: Whose checkout.
        demo: Whether the demo content belongs to it.

    Returns:
        The digest.
    """

    def tells(file: Path) -> bool:
        inside = set(file.relative_to(project.root).parts[:-1])
        return bool(inside & TELLING_FOLDERS) or file.suffix == ".po" or file.stem in TELLING_NAMES

    files = (file for name in ROOMS for file in files_below(project.root / name, tells))
    sources = digest_files(project.root, (file for file in files if file.suffix != ".pyc"))
    lock = (project.root / "requirements.txt").read_bytes()
    elsewhere = [os.environ.get(name, "") for name in ("DATABASE_URL", "SEARCH_URL", "BASE_URL")]
    return digest_of(sources, lock, str(demo), *elsewhere)


def _database_exists(project: Project) -> bool:
    if os.environ.get("DATABASE_URL"):
        return True  # a server's database: only manage.py knows, and its own stamp is this digest
    return any(project.data_dir.glob("*.sqlite3"))
