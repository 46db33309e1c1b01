"""`dev.py reset`: empties the data folder, after asking."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scripts.dev.console import say
from scripts.dev.errors import DevError
from scripts.dev.locking import not_in_use, only_one
from scripts.dev.project import Project


def reset_data(project: Project, *, yes: bool) -> int:
    """Delete all that is in the data folder; the next `run` makes it anew.

    Args:
        project: Whose data folder.
        yes: Do not ask.

    Returns:
        0 when it is empty, 1 when the answer was no.

    Raises:
        DevError: It does not look like a data folder of ours, or a site runs on it.
    """
    folder = project.data_dir
    if not folder.exists():
        say(f"There is nothing to delete: {folder} does not exist.")
        return 0
    _refuse_what_is_not_ours(project)
    with only_one(project), not_in_use(project):
        entries = sorted(folder.iterdir())
        say(f"This deletes all of {folder}, for good:")
        for entry in entries:
            say(f"  {entry.name}{'/' if entry.is_dir() else ''}")
        if os.environ.get("DATABASE_URL"):
            say("The database that DATABASE_URL names is not touched.")
        if not yes and not _confirmed():
            say("Nothing has been deleted.")
            return 1
        for entry in entries:
            _delete(entry)
    say(f"{folder} is empty. `python3 dev.py run` fills it again.")
    return 0


def _refuse_what_is_not_ours(project: Project) -> None:
    folder = project.data_dir
    holds_checkout = folder == project.root or folder in project.root.parents
    holds_home = folder == Path.home() or folder in Path.home().parents
    if holds_checkout or holds_home or not project.notes.is_dir():
        raise DevError(
            f"{folder} does not look like a data folder of this site; nothing has been deleted.",
            "Check DATA_DIR.",
        )


def _confirmed() -> bool:
    try:
        return input("Type yes to go on: ").strip() == "yes"
    except EOFError:
        say("\nThere is nobody to ask; --yes is for scripts.")
        return False


def _delete(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()
