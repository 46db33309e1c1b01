"""The text of an uploaded DOCX or ODT, read within bounds: no archive and no XML makes the site work hard."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from enum import Enum
from typing import IO, Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

MAX_BYTES = 10 * 1024 * 1024
# What the XML with the text may be unpacked.
MAX_XML = 20 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_TEXT = 60_000  # characters; what is longer is cut

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# The file with the text, elements that are a paragraph, and elements that stand for a space or line.
FORMATS: dict[str, tuple[frozenset[str], dict[str, str]]] = {
    "word/document.xml": (frozenset({f"{_WORD}p"}), {f"{_WORD}tab": " ", f"{_WORD}br": "\n"}),
    "content.xml": (
        frozenset({f"{_ODF}p", f"{_ODF}h"}),
        {f"{_ODF}s": " ", f"{_ODF}tab": " ", f"{_ODF}line-break": "\n"},
    ),
}
# Text that somebody deleted or that was never part of it.
NOT_TEXT = frozenset({f"{_WORD}delText", f"{_WORD}instrText", f"{_ODF}tracked-changes", f"{_ODF}note"})

# What a damaged, encrypted or hostile archive or its XML gives.
BROKEN = (
    ElementTree.ParseError,
    DefusedXmlException,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
)


class Reason(Enum):
    """Why a document is not read."""

    TOO_LARGE = "too_large"
    NOT_A_DOCUMENT = "not_a_document"
    BROKEN = "broken"
    EMPTY = "empty"


class DocumentRefused(Exception):
    """The file gives no text; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def text_of(upload: IO[bytes]) -> str:
    """The paragraphs of the document, an empty line between them.

    Args:
        upload: A DOCX or ODT; its name counts for nothing.

    Raises:
        DocumentRefused: It is none, too large, damaged, or holds no text.
    """
    upload.seek(0, 2)
    if upload.tell() > MAX_BYTES:
        raise DocumentRefused(Reason.TOO_LARGE)
    upload.seek(0)
    try:
        with zipfile.ZipFile(upload) as archive:
            text = "\n\n".join(_paragraphs(archive))
    except zipfile.BadZipFile as error:
        raise DocumentRefused(Reason.NOT_A_DOCUMENT) from error
    except BROKEN as error:
        raise DocumentRefused(Reason.BROKEN) from error
    if not text.strip():
        raise DocumentRefused(Reason.EMPTY)
    return text[:MAX_TEXT]


def _paragraphs(archive: zipfile.ZipFile) -> Iterator[str]:
    if len(archive.infolist()) > MAX_ENTRIES:
        raise DocumentRefused(Reason.TOO_LARGE)
    name = next((name for name in FORMATS if name in archive.NameToInfo), None)
    if name is None:
        raise DocumentRefused(Reason.NOT_A_DOCUMENT)
    paragraphs, signs = FORMATS[name]
    length = 0
    with archive.open(name) as packed:
        for element in _elements(packed, paragraphs):
            text = "".join(_text(element, signs)).strip()
            element.clear()
            if text:
                length += len(text)
                yield text
            if length > MAX_TEXT:
                return


def _elements(packed: IO[bytes], names: frozenset[str]) -> Iterator[Any]:
    for _event, element in ElementTree.iterparse(_Bounded(packed), events=("end",), forbid_dtd=True):
        if element.tag in names:
            yield element


def _text(element: Any, signs: dict[str, str]) -> Iterator[str]:
    if element.tag in NOT_TEXT:
        return
    yield signs.get(element.tag, "")
    yield element.text or ""
    for child in element:
        yield from _text(child, signs)
        yield child.tail or ""


class _Bounded:
    """A file of which no more than `MAX_XML` bytes are read, whatever the archive says of its size."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._left = MAX_XML

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            DocumentRefused: There are more than are read.
        """
        piece = self._packed.read(min(size, 65_536) if size > 0 else 65_536)
        self._left -= len(piece)
        if self._left < 0:
            raise DocumentRefused(Reason.TOO_LARGE)
        return piece
