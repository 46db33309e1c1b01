"""Cleans a part of a Word document: what a reader sees stays, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from privacy.documents.trees import (
    Element,
    drop_attributes,
    elements,
    keep_namespaces,
    namespace,
    remove,
    remove_all,
    unwrap,
    unwrap_all,
)
from privacy.documents.word_fields import remove_hidden_text, settle_fields
from privacy.documents.word_names import (
    ATTRIBUTES,
    KNOWN,
    MC,
    PIC,
    REMOVED,
    REMOVED_OF_DRAWINGS,
    UNWRAPPED,
    WP,
    WPG,
    WPS,
    A,
    R,
    one,
    w,
)

ALTERNATIVES, CHOICE = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"
DRAWING = one("drawing")
STYLE_REFERENCES = w(
    *("basedOn", "link", "next", "numStyleLink", "pStyle", "rStyle", "styleLink", "tblStyle")
)
# Programs write the file that a picture came from as its description.
FILE_NAME = re.compile(r"[\\/]|\.\w{2,4}\s*$")


def clean(root: Element, relations: Mapping[str, str], styles: Mapping[str, str], hidden: set[str]) -> None:
    """Clean the tree in place.

    Args:
        root: Of a part with text, or of the styles, the numbering or the theme.
        relations: What each relation that is kept is called from now on, by what it was called.
        styles: What each style of the writer's own is called from now on, by its id.
        hidden: Ids of the styles that hide their text.
    """
    _accept_rows_and_cells(root)
    _accept_insertions(root)
    _choose(root)
    keep_namespaces(root, KNOWN)
    remove_all(root, REMOVED | REMOVED_OF_DRAWINGS)
    unwrap_all(root, UNWRAPPED)
    settle_fields(root)
    remove_hidden_text(root, hidden)
    _name_drawings(root)
    _point_relations(root, relations)
    for node in elements(root):
        drop_attributes(node, lambda name: name in ATTRIBUTES or namespace(name) == MC)
        if node.tag in STYLE_REFERENCES and node.get(one("val")) in styles:
            node.set(one("val"), styles[node.get(one("val"), "")])
    _keep_complete(root)


def _accept_rows_and_cells(root: Element) -> None:
    """Take out rows and cells that a revision deleted."""
    for cell in list(root.iter(one("tc"))):
        if cell.find(f"{one('tcPr')}/{one('cellDel')}") is not None:
            remove(cell)
    for row in list(root.iter(one("tr"))):
        if row.find(f"{one('trPr')}/{one('del')}") is not None or row.find(f".//{one('tc')}") is None:
            remove(row)


def _accept_insertions(root: Element) -> None:
    """Put inserted text in place; an insertion inside properties is only a mark."""
    for node in list(root.iter(one("ins"))):
        parent = node.getparent()
        if parent is not None and parent.tag not in w("rPr", "trPr", "tcPr", "numPr"):
            unwrap(node)


def _choose(root: Element) -> None:
    """Of alternatives keep the drawing of today; the older ones say the same in a language of their own."""
    for node in list(root.iter(ALTERNATIVES)):
        choice = next((child for child in node.iterchildren(CHOICE)), None)
        for child in list(node):
            if child is not choice:
                remove(child)
        if choice is None:
            remove(node)
            continue
        used = {namespace(str(below.tag)) for below in elements(choice)}
        prefixes = [p for p, name in choice.nsmap.items() if p and name in {WPS, WPG} & used]
        if prefixes:
            choice.set("Requires", " ".join(prefixes))
        else:
            unwrap(choice)
            unwrap(node)


def _name_drawings(root: Element) -> None:
    """Give drawings neutral names; a description for who cannot see it stays, a hidden drawing goes."""
    for number, node in enumerate(root.iter(f"{{{WP}}}docPr", f"{{{PIC}}}cNvPr", f"{{{WPS}}}cNvPr"), 1):
        description = node.get("descr", "")
        hidden = node.get("hidden", "").lower() in {"1", "true", "on"}
        drop_attributes(node, lambda name: name != "id")
        node.set("name", f"Picture {number}")
        if node.tag == f"{{{WP}}}docPr" and description and not FILE_NAME.search(description):
            node.set("descr", description)
        if hidden:
            node.set("hidden", "1")
    for drawing in list(root.iter(DRAWING)):
        if any(node.get("hidden") for node in drawing.iter(f"{{{WP}}}docPr")):
            remove(drawing)


def _point_relations(root: Element, relations: Mapping[str, str]) -> None:
    """Give relations their new names, and take out what points at a part that is gone."""
    for node in elements(root):
        names = [str(name) for name in node.attrib if namespace(str(name)) == R]
        for name in names:
            kept = relations.get(node.get(name, ""))
            if kept is not None and not name.endswith("}link"):
                node.set(name, kept)
            elif name.endswith("}link"):
                del node.attrib[name]
            else:
                drawing = next(node.iterancestors(DRAWING), None)
                remove(node if drawing is None else drawing)


def _keep_complete(root: Element) -> None:
    """Take out what is left of drawings, and give each cell the paragraph that it must have."""
    for drawing in list(root.iter(DRAWING)):
        data = drawing.find(f".//{{{A}}}graphicData")
        blips = list(drawing.iter(f"{{{A}}}blip"))
        if data is None or len(data) == 0 or any(f"{{{R}}}embed" not in blip.attrib for blip in blips):
            remove(drawing)
    for cell in root.iter(one("tc")):
        if cell[-1:] == [] or cell[-1].tag != one("p"):
            cell.append(cell.makeelement(one("p")))
