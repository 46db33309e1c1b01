"""Finds a Java that is new enough. Only a JDK will do: the server is started from a source file."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

PLACES = (Path("/usr/lib/jvm"), Path("/usr/local/lib/jvm"), Path("/Library/Java/JavaVirtualMachines"))


def find_java(least: int) -> Path | None:
    """The oldest Java on this machine that is new enough.

    Args:
        least: Its first version that will do.

    Returns:
        The program `java`, or None.
    """
    found = {}
    for home in _homes():
        version = java_version(home)
        if version >= least and (home / "bin" / "javac").exists():
            found[version] = home / "bin" / "java"
    return found[min(found)] if found else None


def java_version(home: Path) -> int:
    """The version of the Java in a folder, 0 when there is none."""
    try:
        text = (home / "release").read_text()
    except OSError:
        return 0
    match = re.search(r'^JAVA_VERSION="(?:1\.)?(\d+)', text, re.MULTILINE)
    return int(match[1]) if match else 0


def _homes() -> Iterator[Path]:
    if os.environ.get("JAVA_HOME"):
        yield Path(os.environ["JAVA_HOME"])
    program = shutil.which("java")
    if program:
        yield Path(program).resolve().parents[1]
    for place in PLACES:
        if place.is_dir():
            for folder in sorted(place.iterdir()):
                yield folder / "Contents" / "Home" if (folder / "Contents").is_dir() else folder
