"""Uploaded documents: refuse what is unsafe, and build the rest anew from what its readers see."""

from __future__ import annotations

from privacy.documents.model import DocumentRefused, Limits, Reason, SanitisedDocument
from privacy.documents.opendocument import sanitise_opendocument
from privacy.documents.package import Package
from privacy.documents.pdf import sanitise_pdf
from privacy.documents.word import is_word, sanitise_word

# A PDF may have some bytes before it by its standard; others would make it two kinds of file at once.
PDF, ZIP = b"%PDF-", b"PK\x03\x04"
OLD_OFFICE, RICH_TEXT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
DEFAULTS = Limits()


def sanitise(data: bytes, limits: Limits = DEFAULTS) -> SanitisedDocument:
    """The document in `data`, built anew; what it is, its first bytes say, not its name.

    Raises:
        DocumentRefused: For anything else. Says why.
    """
    if len(data) > limits.file_bytes:
        raise DocumentRefused(Reason.TOO_LARGE)
    if data.startswith(PDF):
        return SanitisedDocument(sanitise_pdf(data, limits), "pdf")
    if data.startswith((OLD_OFFICE, RICH_TEXT)):
        raise DocumentRefused(Reason.UNSUPPORTED)
    if not data.startswith(ZIP):
        raise DocumentRefused(Reason.NOT_A_DOCUMENT)
    package = Package.open(data, limits)
    if is_word(package):
        return SanitisedDocument(sanitise_word(data, limits), "docx")
    if "mimetype" in package and "content.xml" in package:
        return SanitisedDocument(sanitise_opendocument(data, limits), "odt")
    raise DocumentRefused(Reason.UNSUPPORTED)
