"""Names of OpenDocument: what goes, what stays, and by which namespaces it is known."""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, STYLE, TEXT = f"{_ODF}:office:1.0", f"{_ODF}:style:1.0", f"{_ODF}:text:1.0"
TABLE, DRAW, NUMBER = f"{_ODF}:table:1.0", f"{_ODF}:drawing:1.0", f"{_ODF}:datastyle:1.0"
FO, SVG = f"{_ODF}:xsl-fo-compatible:1.0", f"{_ODF}:svg-compatible:1.0"
MANIFEST = f"{_ODF}:manifest:1.0"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
MATH = "http://www.w3.org/1998/Math/MathML"
# Of LibreOffice alone: a hull around text, or a refinement of a style.
LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"

KNOWN = frozenset({"", OFFICE, STYLE, TEXT, TABLE, DRAW, NUMBER, FO, SVG, XLINK, XML, MATH})


def tags(space: str, *names: str) -> frozenset[str]:
    """Full names in a namespace."""
    return frozenset(f"{{{space}}}{name}" for name in names)


# Comments, changes, scripts, forms, embedded and linked things, marks; gone with what is in them.
REMOVED = (
    tags(OFFICE, "annotation", "annotation-end", "binary-data", "dde-source", "event-listeners", "forms")
    | tags(OFFICE, "scripts", "settings", "meta")
    | tags(DRAW, "applet", "control", "floating-frame", "image-map", "object", "object-ole", "plugin")
    | tags(SVG, "definition-src", "font-face-src", "font-face-uri")
    | tags(
        TEXT,
        *("alphabetical-index-auto-mark-file", "alphabetical-index-mark", "alphabetical-index-mark-end"),
        *("alphabetical-index-mark-start", "author-initials", "author-name", "bookmark", "bookmark-end"),
        *("bookmark-start", "change", "change-end", "change-start", "creator", "database-next"),
        *("database-row-select", "dde-connection-decls", "description", "execute-macro", "file-name"),
        *("hidden-paragraph", "hidden-text", "initial-creator", "keywords", "label", "meta", "printed-by"),
        *("reference-mark", "reference-mark-end", "reference-mark-start", "script", "section-source"),
        *("sender-city", "sender-company", "sender-country", "sender-email", "sender-fax"),
        *("sender-firstname", "sender-initials", "sender-lastname", "sender-phone-private"),
        *("sender-phone-work", "sender-position", "sender-postal-code", "sender-state-or-province"),
        *("sender-street", "sender-title", "sequence-decls", "subject", "template-name", "title"),
        *("toc-mark", "toc-mark-end", "toc-mark-start", "tracked-changes", "user-defined"),
        *("user-field-decls", "user-index-mark", "user-index-mark-end", "user-index-mark-start"),
        *("variable-decls", "variable-set"),
    )
)
# Links and fields become the text that they show.
UNWRAPPED = tags(DRAW, "a") | tags(
    TEXT,
    *("a", "bookmark-ref", "chapter", "conditional-text", "creation-date", "creation-time"),
    *("database-display", "database-name", "database-row-number", "date", "dde-connection", "drop-down"),
    *("editing-cycles", "editing-duration", "expression", "measure", "meta-field", "modification-date"),
    *("modification-time", "note-ref", "object-count", "page-variable-get", "page-variable-set"),
    *("placeholder", "print-date", "print-time", "reference-ref", "sequence", "sequence-ref"),
    *("sheet-name", "table-count", "table-formula", "text-input", "time", "user-field-get"),
    *("user-field-input", "variable-get", "variable-input"),
)
ATTRIBUTES = (
    tags(DRAW, "name", "filter-name", "mime-type")
    | tags(OFFICE, "boolean-value", "currency", "date-value", "string-value", "time-value", "value")
    | tags(OFFICE, "value-type", "name", "target-frame-name")
    | tags(TABLE, "formula", "name", "protection-key", "protection-key-digest-algorithm")
    | tags(TEXT, "condition", "formula", "protection-key", "protection-key-digest-algorithm")
    | tags(XLINK, "title", "role", "arcrole")
    | tags(XML, "id", "base")
)
