"""Which files are the project's own."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("platform", "examples", "search")
NOT_OURS = {".cache", ".git", ".venv", "node_modules", "var", "dist", "__pycache__"}
NOT_TEXT = {".woff", ".woff2", ".ttf", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".mo", ".gz", ".zip", ".pdf"}


@cache
def own_files() -> tuple[Path, ...]:
    """What is committed, or would be with the next commit; without git, all that no tool made."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        names = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [p for p in ROOT.rglob("*") if not NOT_OURS & set(p.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in names if path.is_file()))


def python_files() -> list[Path]:
    """Our Python, without what makemigrations writes."""
    return [p for p in own_files() if p.suffix == ".py" and "migrations" not in p.parts]


def text_files() -> list[tuple[Path, str]]:
    """Our text files with their text."""
    return [(p, p.read_text(errors="replace")) for p in own_files() if p.suffix.lower() not in NOT_TEXT]


def shown(path: Path) -> str:
    """A path as a failure should name it."""
    return str(path.relative_to(ROOT))
