"""Every public page holds WCAG 2.2 AA: axe-core and a few checks of our own, in every way a page is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from scripts.error_pages import ERROR_PAGES, STATIC_PAGES
from scripts.public_pages import LANGUAGES, PUBLIC_PAGES, unfold
from scripts.shots import SCHEMES
from tests.browser.conftest import AXE

HERE = Path(__file__).parent
STRUCTURE = (HERE / "inspect.js").read_text(encoding="utf-8")
OVERFLOW = (HERE / "overflow.js").read_text(encoding="utf-8")
WIDTHS = (320, 768, 1280)
EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Path, and what is opened on the page.
PAGES = [
    *((page.path(language), page.unfolds) for page in PUBLIC_PAGES for language in LANGUAGES),
    *((f"/{language}/{name}/", "") for name in ERROR_PAGES for language in LANGUAGES),
    *((f"/nl/{name}/", "") for name in STATIC_PAGES),
]

pytestmark = pytest.mark.reading


def axe(page: Page, each: str = "html") -> list[str]:
    """What axe-core complains of in the page as it is now; in each part that a selector names, by itself."""
    violations = page.evaluate(
        """async ([options, each]) => {
          const found = [];
          for (const part of document.querySelectorAll(each)) {
            const result = await axe.run(part, options);
            for (const { id, nodes } of result.violations) {
              found.push(...nodes.slice(0, 3).map(
                (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
            }
          }
          return found;
        }""",
        [EVERYTHING, each],
    )
    return list(violations)


def read_in_every_way(page: Page) -> Iterator[str]:
    """The complaints about the page that is open, in each width, scheme and size of text."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    yield from page.evaluate(STRUCTURE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield from (f"{width} px, {scheme}: {each}" for each in axe(page))
        yield from (f"{width} px: {each}" for each in page.evaluate(OVERFLOW))
    page.emulate_media(color_scheme="light", forced_colors="active")
    yield from (f"forced colours: {each}" for each in axe(page))
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    yield from (f"200% text: {each}" for each in [*axe(page), *page.evaluate(OVERFLOW)])


@pytest.mark.parametrize(("path", "unfolds"), PAGES)
def test_page_is_accessible(page_with_errors: Page, path: str, unfolds: str) -> None:
    page_with_errors.emulate_media(reduced_motion="reduce")
    # From narrow to wide: what a small screen folds stays folded there.
    page_with_errors.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page_with_errors.goto(path)
    unfold(page_with_errors, unfolds)
    found = list(read_in_every_way(page_with_errors))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_state_of_a_component_is_accessible(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Each by itself: next to each other they have landmarks and names twice, which no page has."""
    page.emulate_media(color_scheme=scheme)
    page.goto("/_componenten/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.locator(".mm-shown").count() > 60
    found = axe(page, ".mm-shown")
    assert not found, "\n".join(found)


# Complaint, and what makes it come; those of a group do not hide each other.
FAULTS = {
    "content": {
        "image-alt": "main.insertAdjacentHTML('beforeend', '<img src=/favicon.ico>')",
        "320 px, dark: color-contrast": "document.querySelector('h1').style.color = '#333'",
        "1280 px, light: color-contrast": "document.querySelector('h2').style.color = '#eee'",
        "target-size": "for (const name of 'ab') { const small = document.createElement('button');"
        "small.textContent = name; main.append(small);"
        "Object.assign(small.style, { width: '9px', height: '9px', minHeight: 0, padding: 0 }) }",
        "h4 after": "main.insertAdjacentHTML('afterbegin', '<h4>Skipped a rank</h4>')",
        "not exactly one h1": "main.insertAdjacentHTML('beforeend', '<h1>Second</h1>')",
        "a nav without a name": "main.insertAdjacentHTML('beforeend', '<nav>here</nav>')",
        "link to nowhere": "main.insertAdjacentHTML('beforeend', '<a href=\"#gone\">Somewhere</a>')",
        "tabindex above 0": "main.firstElementChild.tabIndex = 3",
        "a picture without words": "main.insertAdjacentHTML('beforeend', '<figure><svg></svg></figure>')",
    },
    "layout": {
        "320 px: scrolls sideways": "main.style.minWidth = '2000px'",
        "200% text: cut off": "main.style.height = '40px'; main.style.overflow = 'hidden'",
    },
}


@pytest.mark.parametrize("group", FAULTS)
def test_planted_faults_are_found(page: Page, group: str) -> None:
    page.goto("/nl/contact/")
    for script in FAULTS[group].values():
        page.evaluate(f"main = document.querySelector('main'); {script}")
    found = list(read_in_every_way(page))
    missed = [fault for fault in FAULTS[group] if not any(fault in each for each in found)]
    assert not missed, json.dumps(found, indent=1)


def test_reduced_motion_stops_all_movement(page: Page) -> None:
    page.goto("/nl/")
    page.evaluate("document.querySelector('main').style.transition = 'opacity 2s'")
    duration = "getComputedStyle(document.querySelector('main')).transitionDuration"
    assert page.evaluate(duration) == "2s"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(duration) == "0s"
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter((each) => {
          const style = getComputedStyle(each);
          const still = style.transitionDuration === '0s' && style.animationName === 'none';
          return !still || style.scrollBehavior !== 'auto';
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert moving == []
