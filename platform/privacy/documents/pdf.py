"""PDF: keeps the pages and what they draw, and nothing beside them.

Run it by `sanitise_pdf`, which does so in a process of its own with bounded memory and time: a PDF can be
made to unpack to any size, and its readers are written in C++.
"""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from privacy.documents.model import DocumentRefused, Limits, Reason
from privacy.documents.pdf_process import REFUSED
from privacy.documents.photographs import without_metadata

log = logging.getLogger(__name__)

# What a page needs to be drawn; annotations, actions, thumbnails and private data are not among it.
PAGE_KEYS = {
    *(
        "/Type",
        "/Parent",
        "/MediaBox",
        "/CropBox",
        "/BleedBox",
        "/TrimBox",
        "/ArtBox",
        "/Rotate",
        "/UserUnit",
    ),
    *("/Resources", "/Contents", "/Group"),
}
TREE_KEYS = {"/Type", "/Parent", "/Kids", "/Count", "/MediaBox", "/CropBox", "/Rotate", "/Resources"}
ROOT_KEYS = {"/Type", "/Pages", "/Lang", "/PageLayout"}
STREAM_KEYS = {"/Filter", "/DecodeParms", "/Length"}
IMAGE_KEYS = STREAM_KEYS | {
    *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask"),
    *("/Mask", "/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte"),
}
FORM_KEYS = STREAM_KEYS | {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"}
# Of every other thing that a page draws with. No short names: a page may call a font or a picture that.
UNWANTED_KEYS = {
    *(
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/AF",
        "/EF",
        "/AA",
        "/OpenAction",
        "/Annots",
        "/OPI",
        "/Ref",
    ),
    *("/Alternates", "/Measure", "/PtData", "/StructParent", "/StructParents", "/OC", "/OCGs", "/ActualText"),
    *("/Alt", "/Properties"),
}
# A stream may say that its content lies in another file.
EXTERNAL_KEYS = {"/F", "/FFilter", "/FDecodeParms"}
FILTERS = {
    *("/ASCII85Decode", "/ASCIIHexDecode", "/CCITTFaxDecode", "/DCTDecode", "/FlateDecode", "/JBIG2Decode"),
    *("/JPXDecode", "/LZWDecode", "/RunLengthDecode"),
}
PHOTOGRAPHS = {"/DCTDecode", "/JPXDecode"}
JPEG = b"\xff\xd8\xff"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PROGRAM = ("-I", "-m", "privacy.documents.pdf_process")
OBJECTS_PER_ENTRY = 100


def sanitise_pdf(data: bytes, limits: Limits) -> bytes:
    """The pages of the PDF, in a file of their own.

    Raises:
        DocumentRefused: It is damaged, protected, too large, has hidden layers or too many pages.
    """
    figures = (limits.pages, limits.entries, limits.seconds, limits.memory_bytes)
    try:
        run = subprocess.run(  # noqa: S603 (this Python, a program of this package)
            [sys.executable, *PROGRAM, *map(str, figures)],
            input=data,
            capture_output=True,
            timeout=limits.seconds * 2,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentRefused(Reason.TOO_LARGE) from error
    if run.returncode == 0:
        return run.stdout
    if run.returncode == REFUSED:
        raise DocumentRefused(Reason(run.stdout.decode()))
    # Killed by a limit it says nothing; else only the kind of the error is told, for it may quote the file.
    last = run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
    log.warning("The process that reads PDFs ended with %s %s", run.returncode, last.partition(":")[0])
    raise DocumentRefused(Reason.TOO_LARGE)


def rebuild(data: bytes, pages: int, entries: int) -> bytes:
    """Do the work of `sanitise_pdf`, in this process."""
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=True, suppress_warnings=True) as pdf:
            _check(pdf, pages, entries)
            _strip(pdf, entries)
            target = BytesIO()
            pdf.save(
                target,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                encryption=False,
                deterministic_id=True,
                fix_metadata_version=False,
            )
            _check_result(target.getvalue(), len(pdf.pages))
            return target.getvalue()
    except pikepdf.PasswordError as error:
        raise DocumentRefused(Reason.PROTECTED) from error
    except DocumentRefused:
        raise
    except MemoryError as error:
        raise DocumentRefused(Reason.TOO_LARGE) from error
    except Exception as error:  # qpdf's bindings raise nearly every type on damaged files
        raise DocumentRefused(Reason.BROKEN) from error


def _check(pdf: pikepdf.Pdf, pages: int, entries: int) -> None:
    if len(pdf.objects) > entries * OBJECTS_PER_ENTRY:
        raise DocumentRefused(Reason.TOO_LARGE)
    count = len(pdf.pages)
    if count < 1:
        raise DocumentRefused(Reason.BROKEN)
    if count > pages:
        raise DocumentRefused(Reason.TOO_MANY_PAGES)
    layers = pdf.Root.get("/OCProperties")
    if layers is not None and _hides(layers):
        raise DocumentRefused(Reason.HIDDEN_LAYERS)


def _check_result(data: bytes, pages: int) -> None:
    with pikepdf.open(BytesIO(data), attempt_recovery=False) as result:
        if len(result.pages) != pages:
            raise DocumentRefused(Reason.BROKEN)


def _hides(layers: Any) -> bool:
    """Whether a layer is off, at first or for somebody: without layers its words would show."""
    ways = [layers.get("/D", {}), *layers.get("/Configs", [])]
    off = any(len(way.get("/OFF", [])) or str(way.get("/BaseState", "/ON")) != "/ON" for way in ways)
    usages = [group.get("/Usage", {}) for group in layers.get("/OCGs", [])]
    states = [str(value) for usage in usages for use in usage.values() for value in _values(use)]
    return off or "/OFF" in states


def _values(use: Any) -> list[Any]:
    return list(use.values()) if isinstance(use, pikepdf.Dictionary) else []


def _strip(pdf: pikepdf.Pdf, entries: int) -> None:
    language = str(pdf.Root.get("/Lang", ""))
    _keep(pdf.Root, ROOT_KEYS)
    if not LANGUAGE.fullmatch(language):
        _drop(pdf.Root, {"/Lang"})
    # A file that was mended may have a root that its trailer does not name.
    pdf.trailer.Root = pdf.Root
    _keep(pdf.trailer, {"/Root", "/Size"})
    for page in pdf.pages:
        _keep(page.obj, PAGE_KEYS)
    _strip_tree(pdf.Root.Pages)
    for thing in _reachable(pdf.Root.Pages, entries * OBJECTS_PER_ENTRY):
        _strip_thing(pdf, thing)


def _strip_tree(node: Any) -> None:
    """Take from the nodes of the tree of pages what is no part of it."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if "/Kids" in one:
            _keep(one, TREE_KEYS)
            waiting.extend(one.Kids)


def _reachable(start: Any, most: int) -> Iterator[Any]:
    """Each dictionary and stream that can be reached, stripped before what it leads to is looked at."""
    waiting, seen, count = [start], set(), 0
    while waiting:
        thing = waiting.pop()
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        count += 1
        if count > most * 10:
            raise DocumentRefused(Reason.TOO_LARGE)
        if isinstance(thing, pikepdf.Array):
            waiting.extend(item for item in thing if isinstance(item, pikepdf.Object))
            continue
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting.extend(value for value in dict(thing).values() if isinstance(value, pikepdf.Object))


def _strip_thing(pdf: pikepdf.Pdf, thing: Any) -> None:
    if not isinstance(thing, pikepdf.Stream):
        _drop(thing, UNWANTED_KEYS)
        return
    _strip_photograph(pdf, thing)
    kind = str(thing.get("/Subtype", ""))
    if kind == "/Image":
        _keep(thing, IMAGE_KEYS)
    elif kind == "/Form":
        _keep(thing, FORM_KEYS)
    else:
        _drop(thing, UNWANTED_KEYS | EXTERNAL_KEYS)


def _strip_photograph(pdf: pikepdf.Pdf, stream: Any) -> None:
    """Take the metadata out of a photograph that lies in the file as it came from the camera.

    Also of one that is not said to be one: whoever takes the file apart finds it by its first bytes.
    """
    filters = stream.get("/Filter", pikepdf.Array())
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if not {str(name) for name in names} <= FILTERS:
        raise DocumentRefused(Reason.BROKEN)
    raw = stream.read_raw_bytes()
    if len(names) > 1 and str(names[-1]) in PHOTOGRAPHS:
        # Compressed around it: take that off.
        outer = pdf.make_stream(raw)
        outer.Filter = pikepdf.Array(names[:-1])
        stream.write(without_metadata(outer.read_bytes()), filter=names[-1])
    elif raw.startswith(JPEG) or (names and str(names[-1]) in PHOTOGRAPHS):
        stream.write(without_metadata(raw), filter=names[-1] if names else pikepdf.Name.DCTDecode)


def _keep(thing: Any, keys: set[str]) -> None:
    for key in set(thing.keys()) - keys:
        del thing[key]


def _drop(thing: Any, keys: set[str]) -> None:
    for key in set(thing.keys()) & keys:
        del thing[key]
