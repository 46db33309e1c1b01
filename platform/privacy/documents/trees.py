"""Reads XML of strangers, and takes elements out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from privacy.documents.model import DocumentRefused, Reason

Element = etree._Element


def parse(content: bytes) -> Element:
    """The root of an XML part, without comments and processing instructions.

    Raises:
        DocumentRefused: It is no XML, or has a document type: entities are how XML explodes.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentRefused(Reason.BROKEN) from error
    if root is None or root.getroottree().docinfo.doctype:
        raise DocumentRefused(Reason.BROKEN)
    return root


def serialise(root: Element) -> bytes:
    """The XML of a root; declarations of namespaces that it does not use are left out."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def namespace(name: str) -> str:
    """The namespace of a tag or attribute, "" for none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def local(name: str) -> str:
    """The name of a tag or attribute without its namespace."""
    return name.rpartition("}")[2]


def elements(root: Element) -> Iterator[Element]:
    """The root and all below it, as they are now: the tree may change while you go through them."""
    return iter([node for node in root.iter() if isinstance(node.tag, str)])


def remove(node: Element) -> None:
    """Take an element out with all in it; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        _add_text(parent, parent.index(node), node.tail)
    parent.remove(node)


def unwrap(node: Element) -> None:
    """Put what is in an element in its place."""
    parent = node.getparent()
    if parent is None:
        return
    place = parent.index(node)
    if node.text:
        _add_text(parent, place, node.text)
    children = list(node)
    tail = node.tail
    parent.remove(node)
    for step, child in enumerate(children):
        parent.insert(place + step, child)
    if tail:
        _add_text(parent, place + len(children), tail)


def _add_text(parent: Element, place: int, text: str) -> None:
    """Add text before the child at a place."""
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def remove_all(root: Element, tags: Iterable[str]) -> None:
    """Take out all elements of these tags."""
    for node in list(root.iter(*tags)):
        remove(node)


def unwrap_all(root: Element, tags: Iterable[str]) -> None:
    """Put in place of all elements of these tags what is in them."""
    for node in list(root.iter(*tags)):
        unwrap(node)


def keep_namespaces(root: Element, known: frozenset[str]) -> None:
    """Take out elements and attributes of any other namespace: nobody knows what they tell."""
    for node in elements(root):
        if namespace(str(node.tag)) not in known:
            remove(node)
            continue
        drop_attributes(node, lambda name: namespace(name) not in known)


def drop_attributes(node: Element, unwanted: Callable[[str], bool]) -> None:
    """Take the unwanted attributes off an element, by their full names."""
    for name in [name for name in node.attrib if unwanted(str(name))]:
        del node.attrib[name]
