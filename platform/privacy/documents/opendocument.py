"""ODT: builds the package anew from its text, its styles and its pictures.

A list of what may stay, not of what must go: macros, embedded objects, thumbnails, properties, settings,
earlier versions, and whatever a next version adds, are never copied.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from privacy.documents.model import CONTENT_TYPES, DocumentRefused, Limits, Reason
from privacy.documents.opendocument_names import (
    ATTRIBUTES,
    DRAW,
    KNOWN,
    LOEXT,
    MANIFEST,
    OFFICE,
    REMOVED,
    STYLE,
    TEXT,
    UNWRAPPED,
    XLINK,
    tags,
)
from privacy.documents.package import Package, write
from privacy.documents.pictures import CONTENT_TYPES as PICTURE_TYPES
from privacy.documents.pictures import Pictures
from privacy.documents.trees import (
    Element,
    drop_attributes,
    elements,
    keep_namespaces,
    parse,
    remove,
    remove_all,
    serialise,
    unwrap,
    unwrap_all,
)

TYPE = CONTENT_TYPES["odt"].encode()
HREF = f"{{{XLINK}}}href"
STYLE_NAME, PARENT = f"{{{TEXT}}}style-name", f"{{{STYLE}}}parent-style-name"
DISPLAY = f"{{{TEXT}}}display"
IMAGE, FRAME = f"{{{DRAW}}}image", f"{{{DRAW}}}frame"
PARTS = {"styles.xml": "document-styles", "content.xml": "document-content"}


def sanitise_opendocument(data: bytes, limits: Limits) -> bytes:
    """The document anew.

    Raises:
        DocumentRefused: It is damaged, protected, too large, or another kind of OpenDocument.
    """
    package = Package.open(data, limits)
    if package.read("mimetype").strip() != TYPE:
        raise DocumentRefused(Reason.UNSUPPORTED)
    if "META-INF/manifest.xml" in package:
        manifest = parse(package.read("META-INF/manifest.xml"))
        if next(manifest.iter(f"{{{MANIFEST}}}encryption-data"), None) is not None:
            raise DocumentRefused(Reason.PROTECTED)
    roots = {name: parse(package.read(name)) for name in PARTS if name in package}
    if [root.tag for root in roots.values()] != [f"{{{OFFICE}}}{tag}" for tag in PARTS.values()]:
        raise DocumentRefused(Reason.BROKEN)
    hidden = hidden_styles(list(roots.values()))
    media = _Media(package, limits)
    for root in roots.values():
        _clean(root, media, hidden)
    kept = {name: serialise(root) for name, root in roots.items()} | media.parts
    parts = [("mimetype", TYPE), *kept.items(), ("META-INF/manifest.xml", _manifest(list(kept)))]
    return write(parts, stored="mimetype")


class _Media:
    """The pictures of a document, sanitised as they are asked for."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._pictures = Pictures(limits)
        self._names: dict[str, str | None] = {}
        self.parts: dict[str, bytes] = {}

    def name(self, href: str) -> str | None:
        """What a picture is called from now on; None for what is no picture of this package."""
        source = posixpath.normpath(href)
        if source not in self._package:
            return None
        if source not in self._names:
            self._names[source] = self._sanitised(source)
        return self._names[source]

    def _sanitised(self, source: str) -> str | None:
        picture = self._pictures.sanitised(self._package.read(source))
        if picture is None:
            return None
        extension, content = picture
        name = f"Pictures/{len(self.parts) + 1}.{extension}"
        self.parts[name] = content
        return name


def hidden_styles(roots: list[Element]) -> set[str]:
    """Names of the styles that hide their text, of themselves or by the style that they rest on."""
    styles = [style for root in roots for style in root.iter(f"{{{STYLE}}}style")]
    name_of, parents = f"{{{STYLE}}}name", {}
    hidden: set[str] = set()
    for style in styles:
        name = style.get(name_of, "")
        parents[name] = style.get(PARENT, "")
        if any(node.get(DISPLAY, "true") != "true" for node in style.iter(f"{{{STYLE}}}text-properties")):
            hidden.add(name)
    for name in parents:
        if hidden & set(_chain(name, parents)):
            hidden.add(name)
    return hidden


def _chain(name: str, parents: dict[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    while name and name not in seen:
        yield name
        seen.add(name)
        name = parents.get(name, "")


def _clean(root: Element, media: _Media, hidden: set[str]) -> None:
    for node in elements(root):
        if str(node.tag).startswith(f"{{{LOEXT}}}"):
            unwrap(node)
    keep_namespaces(root, KNOWN)
    remove_all(root, REMOVED)
    unwrap_all(root, UNWRAPPED)
    _remove_hidden(root, hidden)
    _point_pictures(root, media)
    for number, section in enumerate(root.iter(f"{{{TEXT}}}section"), 1):
        section.set(f"{{{TEXT}}}name", f"Section {number}")
    for node in elements(root):
        drop_attributes(node, lambda name: name in ATTRIBUTES)


def _remove_hidden(root: Element, hidden: set[str]) -> None:
    """Take out what LibreOffice hides from the reader."""
    for section in list(root.iter(f"{{{TEXT}}}section")):
        if section.get(DISPLAY, "true") != "true":
            remove(section)
    for node in list(root.iter(*tags(TEXT, "p", "h", "span"))):
        if node.get(STYLE_NAME) in hidden:
            remove(node)


def _point_pictures(root: Element, media: _Media) -> None:
    """Let every address point at a sanitised picture; take out what points elsewhere."""
    for node in elements(root):
        href = node.get(HREF)
        if href is None:
            continue
        name = media.name(href)
        if name is None:
            remove(node)
        else:
            drop_attributes(node, lambda attribute: attribute.startswith(f"{{{XLINK}}}"))
            node.set(HREF, name)
    for frame in list(root.iter(FRAME)):
        if next(frame.iter(IMAGE, f"{{{DRAW}}}text-box", f"{{{DRAW}}}table"), None) is None:
            remove(frame)


def _manifest(names: list[str]) -> bytes:
    files = [("/", TYPE.decode())]
    for name in names:
        extension = name.rpartition(".")[2]
        files.append((name, PICTURE_TYPES.get(extension, "text/xml")))
    lines = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>' for name, kind in files)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<m:manifest xmlns:m="{MANIFEST}" m:version="1.3">{lines}</m:manifest>'.encode()
