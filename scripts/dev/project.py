"""Where everything is: the checkout, its environment, its data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from scripts.dev.errors import DevError

ROOT = Path(__file__).resolve().parents[2]
MARKER = ".dev"


@dataclass(frozen=True)
class Project:
    """One checkout, with the environment and the data folder that belong to this run.

    Attributes:
        root: The checkout.
        venv: The Python environment (VENV_DIR, else `.venv` in the checkout).
        data_dir: All that a site writes (DATA_DIR, else `var` in the checkout).
    """

    root: Path
    venv: Path
    data_dir: Path

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.venv / "bin" / "python"

    @property
    def notes(self) -> Path:
        """The folder in the data folder where dev.py keeps its stamps; it also marks the folder as ours."""
        return self.data_dir / MARKER

    def environment(self, **extra: str) -> dict[str, str]:
        """The variables for a child: as given by the user, inside the environment, with our folders.

        Args:
            extra: More variables, which win.

        Returns:
            A new mapping.
        """
        given = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH")}
        path = f"{self.venv / 'bin'}{os.pathsep}{given.get('PATH', os.defpath)}"
        ours = {"VIRTUAL_ENV": str(self.venv), "PATH": path, "DATA_DIR": str(self.data_dir)}
        return {**given, **ours, **extra}

    def manage(self, *arguments: str) -> list[str]:
        """The command line of manage.py inside the environment."""
        return [str(self.python), str(self.root / "manage.py"), *arguments]


def find_project() -> Project:
    """The project around this file, with the folders that VENV_DIR and DATA_DIR name.

    Returns:
        The project; nothing is made yet.
    """

    def folder(variable: str, default: str) -> Path:
        given = os.environ.get(variable)
        return Path(given).expanduser().resolve() if given else ROOT / default

    return Project(ROOT, folder("VENV_DIR", ".venv"), folder("DATA_DIR", "var"))


def prepare_data_dir(project: Project) -> None:
    """Make the data folder, and make sure that it is ours to write in.

    Args:
        project: Whose folder.

    Raises:
        DevError: It cannot be written, or it holds what is not ours.
    """
    folder = project.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not _may_be_ours(project):
            raise DevError(
                f"the data folder {folder} holds files that are not of this site.",
                "Give DATA_DIR a folder that is empty or does not exist yet.",
            )
        project.notes.mkdir(exist_ok=True)
        probe = project.notes / "writable"
        probe.write_text("")
        probe.unlink()
    except FileExistsError as error:
        raise DevError(f"the data folder {folder} is a file.", "Give DATA_DIR another folder.") from error
    except PermissionError as error:
        raise DevError(
            f"the data folder {folder} cannot be written ({error.strerror}).",
            "Give yourself the right to write there, or choose another folder: DATA_DIR=/some/folder",
        ) from error


def _may_be_ours(project: Project) -> bool:
    folder = project.data_dir
    if folder == project.root / "var" or project.notes.is_dir():
        return True
    return not any(folder.iterdir()) or any(folder.glob("*.sqlite3"))
