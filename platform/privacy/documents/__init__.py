"""Sanitisers of documents: pure functions from bytes to bytes."""

from privacy.documents.model import CONTENT_TYPES, DocumentRefused, Kind, Limits, Reason, SanitisedDocument
from privacy.documents.sanitise import sanitise

__all__ = [
    "CONTENT_TYPES",
    "DocumentRefused",
    "Kind",
    "Limits",
    "Reason",
    "SanitisedDocument",
    "sanitise",
]
