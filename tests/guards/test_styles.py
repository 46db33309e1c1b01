"""Two rooms that take the same class for different things break each other's pages without an error."""

from __future__ import annotations

import re
from collections import defaultdict

from scripts.dev.project import ROOT

STYLES = ROOT / "static" / "src" / "css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def selectors(css: str) -> list[str]:
    """The selectors of the rules that hold everywhere, thus not those within @media and the like."""
    found, depth, inside = [], 0, 0
    for text, bracket in re.findall(r"([^{}]*)([{}])", COMMENT.sub("", css)):
        if bracket == "}":
            depth -= 1
            inside = min(inside, depth)
            continue
        depth += 1
        selector = " ".join(text.split(";")[-1].split())
        if selector.startswith("@"):
            inside = inside or depth
        elif not inside:
            found.append(selector)
    return found


def test_selectors_are_read() -> None:
    css = "/* .no { } */ .a { b: c; } @media print { .b { c: d; } } .c,\n.d { e: f; }"
    assert selectors(css) == [".a", ".c, .d"]


def test_a_selector_has_one_rule() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for file in sorted(STYLES.glob("*.css")):
        for selector in selectors(file.read_text(encoding="utf-8")):
            places[selector].append(file.name)
    assert len(places) > 200
    assert {selector: files for selector, files in places.items() if len(files) > 1} == {}
