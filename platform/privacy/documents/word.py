"""DOCX: builds the package anew from the parts that a reader sees.

A list of what may stay, not of what must go: macros, embedded files, custom XML, comments, thumbnails,
properties, templates, and whatever a next version adds, are never copied.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from privacy.documents.model import DocumentRefused, Limits, Reason
from privacy.documents.package import Package, write
from privacy.documents.pictures import CONTENT_TYPES as PICTURE_TYPES
from privacy.documents.pictures import Pictures
from privacy.documents.trees import Element, parse, remove, remove_all, serialise
from privacy.documents.word_fields import hidden_styles
from privacy.documents.word_names import PACKAGE, R, W, one, w
from privacy.documents.word_text import clean

# Parts by the kind of relation that leads to them.
TEXTS = {"header", "footer", "footnotes", "endnotes"}
FORMS = {"styles", "numbering", "theme"}
MAIN = "word/document.xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
RELATION = f"{{{PACKAGE}/relationships}}Relationship"
SETTINGS = w("defaultTabStop", "evenAndOddHeaders", "mirrorMargins")
XML_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class _Relation:
    """A part's way to another part of the package."""

    name: str
    kind: str
    target: str


def sanitise_word(data: bytes, limits: Limits) -> bytes:
    """The document anew.

    Raises:
        DocumentRefused: It is damaged, protected, too large, or of the variant "strict".
    """
    return _Rebuilt(Package.open(data, limits), limits).written()


class _Rebuilt:
    """A document that is being built anew, part by part."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self.package = package
        self.pictures = Pictures(limits)
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.media: dict[str, str] = {}
        self.styles: dict[str, str] = {}
        self.hidden: set[str] = set()

    def written(self) -> bytes:
        main = next((r.target for r in self._relations("") if r.kind == "officeDocument"), "")
        relations = self._relations(main)
        self._read_styles(relations)
        self._text(main, MAIN, "document.main", relations)
        return write([("[Content_Types].xml", self._content_types()), *self.parts.items()])

    def _relations(self, part: str) -> list[_Relation]:
        """The relations of a part to others in the package; of the package itself for ""."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.package:
            return []
        found = []
        for node in parse(self.package.read(path)).iter(RELATION):
            if node.get("TargetMode", "Internal") != "Internal":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
            kind = node.get("Type", "").rpartition("/")[2]
            if target in self.package:
                found.append(_Relation(node.get("Id", ""), kind, target))
        return found

    def _read_styles(self, relations: list[_Relation]) -> None:
        """New names for the writer's own styles, and which styles hide text."""
        target = next((r.target for r in relations if r.kind == "styles"), None)
        if target is None:
            return
        root = parse(self.package.read(target))
        own = [style for style in root.iter(one("style")) if style.get(one("customStyle")) in {"1", "true"}]
        self.styles = {style.get(one("styleId"), ""): f"s{number}" for number, style in enumerate(own, 1)}
        self.hidden = hidden_styles(root)

    def _text(self, source: str, name: str, kind: str, relations: list[_Relation]) -> None:
        """Put a part with text in its place, and all that it leads to."""
        root = parse(self.package.read(source))
        if not str(root.tag).startswith(f"{{{W}}}"):
            raise DocumentRefused(Reason.UNSUPPORTED)
        kept = [(relation, self._place(relation, name)) for relation in relations]
        targets = [(relation, place) for relation, place in kept if place]
        names = {relation.name: f"r{number}" for number, (relation, _place) in enumerate(targets, 1)}
        clean(root, names, self.styles, self.hidden)
        self._put(name, root, f"{WORD}.{kind}+xml")
        self._put_relations(name, [(names[r.name], r.kind, place) for r, place in targets])

    def _place(self, relation: _Relation, owner: str) -> str | None:
        """Where the part at the other end lies from now on; None when it does not come along."""
        if relation.kind == "image":
            return self._picture(relation.target)
        if owner != MAIN:
            return None
        name = f"word/{relation.kind}{len(self.parts) + 1}.xml"
        if relation.kind in TEXTS:
            self._text(relation.target, name, relation.kind, self._relations(relation.target))
        elif relation.kind in FORMS:
            self._form(relation, name)
        elif relation.kind == "settings":
            self._settings(relation.target, name)
        else:
            return None
        return name

    def _picture(self, source: str) -> str | None:
        if source not in self.media:
            picture = self.pictures.sanitised(self.package.read(source))
            self.media[source] = ""
            if picture is not None:
                extension, content = picture
                self.media[source] = f"word/media/image{len(self.media)}.{extension}"
                self.parts[self.media[source]] = content
        return self.media[source] or None

    def _form(self, relation: _Relation, name: str) -> None:
        """Styles, numbering, theme."""
        root = parse(self.package.read(relation.target))
        for style in list(root.iter(one("style"))):
            new = self.styles.get(style.get(one("styleId"), ""))
            if new:
                style.set(one("styleId"), new)
                remove_all(style, w("aliases"))
                for title in style.iter(one("name")):
                    title.set(one("val"), f"Style {new[1:]}")
        for abstract in root.iter(one("abstractNum")):
            for title in list(abstract.iterchildren(one("name"))):
                remove(title)
        clean(root, {}, self.styles, set())
        self._put(name, root, THEME_TYPE if relation.kind == "theme" else f"{WORD}.{relation.kind}+xml")

    def _settings(self, source: str, name: str) -> None:
        """The few settings that change how the pages look."""
        root = parse(self.package.read(source))
        for node in list(root):
            if node.tag not in SETTINGS:
                remove(node)
        clean(root, {}, {}, set())
        self._put(name, root, f"{WORD}.settings+xml")

    def _put(self, name: str, root: Element, content_type: str) -> None:
        self.parts[name] = serialise(root)
        self.types[name] = content_type

    def _put_relations(self, owner: str, relations: list[tuple[str, str, str]]) -> None:
        if owner == MAIN:
            self.parts["_rels/.rels"] = _relations_part([("r1", "officeDocument", MAIN)])
        if relations:
            folder, name = posixpath.split(owner)
            self.parts[f"{folder}/_rels/{name}.rels"] = _relations_part(relations)

    def _content_types(self) -> bytes:
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **PICTURE_TYPES,
        }
        lines = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()]
        for name, kind in self.types.items():
            lines.append(f'<Override PartName="/{name}" ContentType="{kind}"/>')
        return _document("Types", f"{PACKAGE}/content-types", lines)


def _relations_part(relations: list[tuple[str, str, str]]) -> bytes:
    lines = [
        f'<Relationship Id="{name}" Type={quoteattr(f"{R}/{kind}")} Target="/{target}"/>'
        for name, kind, target in relations
    ]
    return _document("Relationships", f"{PACKAGE}/relationships", lines)


def _document(tag: str, space: str, lines: list[str]) -> bytes:
    return XML_HEAD + f'<{tag} xmlns="{space}">{"".join(lines)}</{tag}>'.encode()


def is_word(package: Package) -> bool:
    """Whether the package is that of a Word document."""
    return "[Content_Types].xml" in package and any(name.startswith("word/") for name in package.names)
