"""Fields of a Word document: page numbers stay, every other becomes the text that it shows, or goes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from privacy.documents.trees import Element, remove, unwrap
from privacy.documents.word_names import KEPT_FIELDS, PERSONAL_FIELDS, one, w

CHARACTER, CODE, SIMPLE = one("fldChar"), one("instrText"), one("fldSimple")
PROPERTIES = one("rPr")
RUN = one("r")


@dataclass
class _Field:
    """A field under way: its marks, the code so far, and whether its code or its text is being read."""

    marks: list[Element] = field(default_factory=list)
    code: str = ""
    in_code: bool = True

    @property
    def name(self) -> str:
        words = self.code.split()
        return words[0].upper() if words else ""

    @property
    def hides(self) -> bool:
        """Whether what stands here is no text for the reader."""
        return self.in_code or self.name in PERSONAL_FIELDS

    def settle(self) -> None:
        """Keep the field with its bare name, or take its marks out."""
        codes = [mark for mark in self.marks if mark.tag == CODE]
        kept = self.name in KEPT_FIELDS
        if kept and codes:
            codes[0].text = f" {self.name} "
        for mark in self.marks:
            if not kept or mark in codes[1:]:
                remove(mark)


def settle_fields(root: Element) -> None:
    """Settle all fields below the root."""
    for node in list(root.iter(SIMPLE)):
        _settle_simple(node)
    under_way: list[_Field] = []
    for run in list(root.iter(RUN)):
        for node in list(run):
            _read(node, under_way)
    for unfinished in under_way:
        unfinished.code = ""
        unfinished.settle()


def _settle_simple(node: Element) -> None:
    words = (node.get(one("instr")) or "").split()
    name = words[0].upper() if words else ""
    if name in KEPT_FIELDS:
        node.set(one("instr"), name)
        node.attrib.pop(one("dirty"), None)
    elif name in PERSONAL_FIELDS:
        remove(node)
    else:
        unwrap(node)


def _read(node: Element, under_way: list[_Field]) -> None:
    if node.tag == CHARACTER:
        _mark(node, under_way)
    elif node.tag == CODE:
        if under_way and under_way[-1].in_code:
            under_way[-1].marks.append(node)
            under_way[-1].code += node.text or ""
        else:
            remove(node)
    elif node.tag != PROPERTIES and any(above.hides for above in under_way):
        remove(node)


def _mark(node: Element, under_way: list[_Field]) -> None:
    kind = node.get(one("fldCharType"))
    if kind == "begin":
        under_way.append(_Field([node]))
    elif not under_way:
        remove(node)
    elif kind == "separate":
        under_way[-1].marks.append(node)
        under_way[-1].in_code = False
    else:
        ended = under_way.pop()
        ended.marks.append(node)
        if any(above.hides for above in under_way):
            ended.code = ""
        ended.settle()


def hidden_styles(styles: Element) -> set[str]:
    """Ids of the styles that hide their text, of themselves or by the style that they rest on."""
    rests_on: dict[str, str] = {}
    hidden: set[str] = set()
    for style in styles.iter(one("style")):
        name = style.get(one("styleId"), "")
        above = style.find(one("basedOn"))
        rests_on[name] = above.get(one("val"), "") if above is not None else ""
        if any(is_on(mark) for mark in style.iter(*w("vanish"))):
            hidden.add(name)
    for name in rests_on:
        chain = [name]
        while (above_name := rests_on.get(chain[-1], "")) and above_name not in chain:
            chain.append(above_name)
        if hidden & set(chain):
            hidden.add(name)
    return hidden


def remove_hidden_text(root: Element, hidden: set[str]) -> None:
    """Take out what Word hides from the reader."""
    for run in list(root.iter(RUN)):
        if _is_hidden(run, hidden):
            remove(run)


def _is_hidden(run: Element, hidden: set[str]) -> bool:
    properties = run.find(PROPERTIES)
    if properties is not None:
        mark = properties.find(one("vanish"))
        if mark is not None:
            return is_on(mark)
        style = properties.find(one("rStyle"))
        if style is not None and style.get(one("val")) in hidden:
            return True
    paragraph: etree._Element | None = next(run.iterancestors(one("p")), None)
    style = paragraph.find(f"{one('pPr')}/{one('pStyle')}") if paragraph is not None else None
    return style is not None and style.get(one("val")) in hidden


def is_on(mark: Element) -> bool:
    """Whether a property that is on or off is on."""
    return mark.get(one("val"), "true").lower() not in {"0", "false", "off"}
