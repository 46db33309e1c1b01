"""Reads and writes the ZIP package that a DOCX or ODT is, never unpacking more than is allowed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Self

from privacy.documents.model import DocumentRefused, Limits, Reason

# A part below this many bytes may be as compressible as it likes: empty pages and settings are.
SMALL = 256 * 1024
CHUNK = 64 * 1024
ENCRYPTED = 0x1
READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# The earliest moment that a ZIP file can name: packages tell nothing of when they were made.
NO_TIME = (1980, 1, 1, 0, 0, 0)


class Package:
    """The parts of a package, unpacked one by one as they are asked for."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._left = limits.unpacked_bytes
        self._entries = _entries(archive, limits)

    @classmethod
    def open(cls, data: bytes, limits: Limits) -> Self:
        """The package in these bytes.

        Raises:
            DocumentRefused: It is none, is protected by a password, or says that it holds too much.
        """
        try:
            return cls(zipfile.ZipFile(BytesIO(data)), limits)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DocumentRefused(Reason.BROKEN) from error

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        """Names of all parts, in the order of the package."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            DocumentRefused: There is no such part, it is damaged, or there is too much in it.
        """
        if name not in self._entries:
            raise DocumentRefused(Reason.BROKEN)
        entry = self._entries[name]
        most = max(entry.compress_size * self._limits.ratio, SMALL)
        allowed = min(self._limits.part_bytes, self._left, most)
        try:
            with self._archive.open(entry) as part:
                # What the directory says of sizes may be a lie: counted is what comes out.
                content = part.read(allowed + 1)
        except DocumentRefused:
            raise
        except Exception as error:  # zlib, struct and zipfile each raise their own on damage
            raise DocumentRefused(Reason.BROKEN) from error
        if len(content) > allowed:
            raise DocumentRefused(Reason.TOO_LARGE)
        self._left -= len(content)
        return content


def _entries(archive: zipfile.ZipFile, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > limits.entries or sum(info.file_size for info in infos) > limits.unpacked_bytes:
        raise DocumentRefused(Reason.TOO_LARGE)
    if any(info.flag_bits & ENCRYPTED for info in infos):
        raise DocumentRefused(Reason.PROTECTED)
    entries = {info.filename: info for info in infos}
    # Two parts of one name: readers differ in which of them they show.
    if len(entries) != len(infos) or any(info.compress_type not in READABLE for info in infos):
        raise DocumentRefused(Reason.BROKEN)
    return entries


def write(parts: Iterable[tuple[str, bytes]], stored: str = "") -> bytes:
    """A package of these parts, in this order, without times; the part named `stored` is not compressed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, NO_TIME)
            info.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return target.getvalue()
