"""What sanitisers of documents take and give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Kind = Literal["pdf", "docx", "odt"]

CONTENT_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}


class Reason(Enum):
    """Why a document is refused."""

    NOT_A_DOCUMENT = "not_a_document"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    PROTECTED = "protected"
    HIDDEN_LAYERS = "hidden_layers"
    BROKEN = "broken"


class DocumentRefused(Exception):
    """The bytes are not a document that may be kept; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """How much a document may hold.

    Attributes:
        file_bytes: Of the file as it comes in.
        unpacked_bytes: Of all that lies compressed in it, together.
        part_bytes: Of one part of text.
        ratio: How many times larger than compressed a part may be; small parts are free.
        entries: Files in the package of a DOCX or ODT; a hundred times as many objects in a PDF.
        pages: Of a PDF.
        pixels: Of all pictures in a DOCX or ODT together.
        seconds: Of the processor, for a PDF.
        memory_bytes: For a PDF.
    """

    file_bytes: int = 10 * 1024 * 1024
    unpacked_bytes: int = 100 * 1024 * 1024
    part_bytes: int = 20 * 1024 * 1024
    ratio: int = 200
    entries: int = 1_000
    pages: int = 300
    pixels: int = 120_000_000
    seconds: int = 20
    memory_bytes: int = 512 * 1024 * 1024


@dataclass(frozen=True)
class SanitisedDocument:
    """A document of what a reader sees alone."""

    data: bytes
    kind: Kind
