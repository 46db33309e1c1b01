"""Takes the metadata out of photographs inside a PDF and leaves every pixel as it is.

Source: ITU-T T.81 (JPEG) and ISO/IEC 15444-1 (JPEG 2000), the layout of segments and boxes.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacy.documents.model import DocumentRefused, Reason

START, END, SCAN = 0xD8, 0xD9, 0xDA
RESTARTS = range(0xD0, 0xD8)
APPLICATIONS = range(0xE0, 0xF0)
COMMENT, ADOBE = 0xFE, 0xEE
CODESTREAM = b"\xff\x4f\xff\x51"
J2K_COMMENT, J2K_TILE, J2K_START = 0x64, 0x90, 0x4F
BOXES = {b"jP  ", b"ftyp", b"jp2h", b"jp2c", b"jpch", b"jplh"}
BOX_HEAD, LONG_BOX_HEAD = 8, 16


def without_metadata(data: bytes) -> bytes:
    """The photograph without EXIF, XMP, comments, thumbnails and whatever follows it.

    Raises:
        DocumentRefused: It is neither JPEG nor JPEG 2000, or damaged.
    """
    try:
        if data.startswith(b"\xff\xd8"):
            return b"".join(_segments(data))
        if data.startswith(CODESTREAM):
            return _codestream(data)
        if data[4:8] == b"jP  ":
            return b"".join(_boxes(data))
    except (IndexError, ValueError) as error:
        raise DocumentRefused(Reason.BROKEN) from error
    raise DocumentRefused(Reason.BROKEN)


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG that make its pixels."""
    yield data[:2]
    place = 2
    while place < len(data) - 1:
        if data[place] != 0xFF:  # noqa: PLR2004 (the byte before each marker)
            raise ValueError
        marker = data[place + 1]
        if marker == 0xFF:  # noqa: PLR2004 (fill byte)
            place += 1
            continue
        if marker == END:
            break
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if length < 2:  # noqa: PLR2004 (it counts its own two bytes)
            raise ValueError
        end = place + 2 + length
        if marker == SCAN:
            end = _end_of_scan(data, end)
        # Application segments hold metadata; Adobe's says what the colours mean.
        if marker == ADOBE or (marker not in APPLICATIONS and marker != COMMENT):
            yield data[place:end]
        place = end
    yield bytes((0xFF, END))


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the compressed pixels end: at the next marker that is not part of them."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            return len(data)
        if data[place + 1] and data[place + 1] not in RESTARTS and data[place + 1] != 0xFF:  # noqa: PLR2004
            return place
        place += 1 if data[place + 1] == 0xFF else 2  # noqa: PLR2004


def _boxes(data: bytes) -> Iterator[bytes]:
    """The boxes of a JPEG 2000 file that make its pixels."""
    place = 0
    while place + BOX_HEAD <= len(data):
        length, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        head = BOX_HEAD
        if length == 1:
            length, head = int.from_bytes(data[place + 8 : place + 16], "big"), LONG_BOX_HEAD
        end = len(data) if length == 0 else place + length
        if end < place + head or end > len(data):
            raise ValueError
        content = data[place + head : end]
        if kind == b"jp2c":
            content = _codestream(content)
        if kind in BOXES:
            yield (len(content) + BOX_HEAD).to_bytes(4, "big") + kind + content
        place = end


def _codestream(data: bytes) -> bytes:
    """The codestream without the comments in its main header."""
    kept, place = [data[:2]], 2
    while data[place] == 0xFF and data[place + 1] != J2K_TILE:  # noqa: PLR2004
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if end <= place + 2:
            raise ValueError
        if data[place + 1] != J2K_COMMENT:
            kept.append(data[place:end])
        place = end
    return b"".join(kept) + data[place:]
