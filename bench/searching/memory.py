"""How much memory a process took at most, and how large a folder is."""

from __future__ import annotations

import os
import re
from pathlib import Path

MEGA = 1024 * 1024


def peak_megabytes(process: int | None = None) -> int:
    """The most resident memory of a process so far, in MB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process or os.getpid()}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def folder_megabytes(folder: Path) -> float:
    """Size of all files in a folder."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MEGA, 1)


def children_of(process: int) -> list[int]:
    """The processes that a process started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            parent = re.search(r"PPid:\s+(\d+)", status.read_text())
        except OSError:
            continue
        if parent and int(parent[1]) == process:
            found.append(int(status.parent.name))
    return found
