"""Names of WordprocessingML: what goes, what stays, and by which namespaces it is known."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
XML = "http://www.w3.org/XML/1998/namespace"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

KNOWN = frozenset({"", W, R, WP, A, PIC, MATH, MC, WPS, WPG, XML})


def w(*names: str) -> frozenset[str]:
    """Full tags or attributes of WordprocessingML."""
    return frozenset(f"{{{W}}}{name}" for name in names)


def one(name: str) -> str:
    """The full tag or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


# Comments, revisions and all that is marked for a machine or a next writer; gone with what is in it.
REMOVED = w(
    *("altChunk", "annotationRef", "bookmarkEnd", "bookmarkStart", "cellIns", "cellMerge", "commentRangeEnd"),
    *("commentRangeStart", "commentReference", "contentPart", "control", "customXmlDelRangeEnd"),
    *(
        "customXmlDelRangeStart",
        "customXmlInsRangeEnd",
        "customXmlInsRangeStart",
        "customXmlMoveFromRangeEnd",
    ),
    *("customXmlMoveFromRangeStart", "customXmlMoveToRangeEnd", "customXmlMoveToRangeStart", "customXmlPr"),
    *("del", "delInstrText", "delText", "ffData", "fldData", "ins", "lvlPicBulletId", "moveFrom"),
    *("moveFromRangeEnd", "moveFromRangeStart", "moveToRangeEnd", "moveToRangeStart", "numberingChange"),
    *("numPicBullet", "object", "permEnd", "permStart", "pict", "pPrChange", "printerSettings", "proofErr"),
    *("rPrChange", "saveThroughXslt", "sdtEndPr", "sdtPr", "sectPrChange", "smartTagPr", "subDoc"),
    *("tblGridChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange"),
)
# Only a hull around what a reader sees.
UNWRAPPED = w("customXml", "hyperlink", "moveTo", "sdt", "sdtContent", "smartTag", "dir", "bdo")
# Links from shapes and pictures, and extensions of which nobody knows what they tell.
REMOVED_OF_DRAWINGS = frozenset(
    f"{{{A}}}{name}" for name in ("extLst", "hlinkClick", "hlinkHover", "hlinkMouseOver", "snd")
)
ATTRIBUTES = w("author", "date", "initials", "rsid", "rsidDel", "rsidP", "rsidR", "rsidRDefault", "rsidRPr")
ATTRIBUTES |= w("rsidSect", "rsidTr")

# Fields that count while the reader looks; every other field becomes the text that it shows.
KEPT_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
# Fields that show who wrote the document or where it lies: their text goes as well.
PERSONAL_FIELDS = frozenset(
    {"AUTHOR", "COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "FILENAME", "INFO", "KEYWORDS", "LASTSAVEDBY"}
    | {"SUBJECT", "TEMPLATE", "TITLE", "USERADDRESS", "USERINITIALS", "USERNAME"}
)
