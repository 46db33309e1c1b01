"""Stamps: how dev.py knows in milliseconds that a step has nothing to do. Content counts, not dates."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SKIPPED_FOLDERS = {"__pycache__", "node_modules", ".git"}


@dataclass(frozen=True)
class Stamp:
    """A small file that says for which input a step was last done, written when the step has ended well."""

    path: Path

    def says(self, digest: str) -> bool:
        """Whether the step was done for this input."""
        try:
            return self.path.read_text() == digest
        except (OSError, UnicodeDecodeError):
            return False

    def write(self, digest: str) -> None:
        """Record that the step is done, whole or not at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(self.path.name + ".new")
        unfinished.write_text(digest)
        unfinished.replace(self.path)

    def clear(self) -> None:
        """Forget it: the step is about to change what it made."""
        self.path.unlink(missing_ok=True)


def digest_of(*parts: str | bytes) -> str:
    """One digest of several parts; no two different lists of parts share one.

    Args:
        parts: Texts or bytes, in order.

    Returns:
        A SHA-256 in hexadecimal.
    """
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(f"{len(data)}:".encode())
        total.update(data)
    return total.hexdigest()


def digest_files(root: Path, files: Iterable[Path]) -> str:
    """One digest of the names and contents of files.

    Args:
        root: What the names are relative to.
        files: The files, in any order; one that does not exist counts as such.

    Returns:
        A SHA-256 in hexadecimal.
    """
    parts: list[str | bytes] = []
    for file in sorted(set(files)):
        parts.append(str(file.relative_to(root)))
        parts.append(file.read_bytes() if file.is_file() else "absent")
    return digest_of(*parts)


def files_below(folder: Path, wanted: Callable[[Path], bool] = lambda _: True) -> Iterator[Path]:
    """The files in a folder and its subfolders, without what tools leave behind.

    Args:
        folder: Where to look; need not exist.
        wanted: Which files to give.

    Yields:
        Paths of files.
    """
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name not in SKIPPED_FOLDERS:
                yield from files_below(entry, wanted)
        elif wanted(entry):
            yield entry
