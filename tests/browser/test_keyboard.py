"""Every task of a visitor can be done with the keyboard alone, and focus is seen all the way."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

PHONE: ViewportSize = {"width": 360, "height": 740}
NO_CONTENT = 204
FOCUSABLE = "a[href], button:not([hidden]), input:not([type=hidden]), select, textarea, summary"

# The element in focus: which of all focusable ones it is, and whether a person sees that it has focus.
FOCUS = """(selector) => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 8), box.y + box.height / 2);
  return {
    index: [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility()).indexOf(element),
    html: element.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    onScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: Boolean(top) && !element.contains(top) && !top.contains(element),
  };
}"""


def tab_to(page: Page, wanted: Locator, most: int = 150) -> None:
    """Press Tab until the element has focus; fails when that takes more than a patient person has."""
    expect(wanted).to_have_count(1)
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} does not come into focus in {most} steps")


def walk(page: Page) -> list[str]:
    """Tab through the whole page; what is wrong with the focus on the way."""
    count = page.locator(FOCUSABLE).filter(visible=True).count()
    assert count > 3
    wrong = []
    for step in range(count):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS, FOCUSABLE)
        if focus is None:
            wrong.append(f"focus is lost at step {step}")
            break
        if focus["index"] != step:
            wrong.append(f"step {step} goes to place {focus['index']}: {focus['html']}")
            break
        if not focus["outlined"]:
            wrong.append(f"focus does not show: {focus['html']}")
        if not focus["onScreen"] or focus["covered"]:
            wrong.append(f"focus is out of sight: {focus['html']}")
    return wrong


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/nl/",
        "/en/",
        "/nl/voorbeelden/",
        "/nl/voorbeelden/urgentie-zoon-met-ptss/",
        "/en/rules/urgentiecriteria/",
        "/nl/gemeenten/leeuwarden/",
        "/nl/contact/",
    ],
)
def test_focus_goes_through_the_page_in_order_and_shows(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path)
    assert walk(page) == []


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ("document.querySelector('.utrecht-page-footer a').tabIndex = 1", "goes to place"),
        ("document.querySelector('main a').style.outline = 'none'", "does not show"),
        (
            "Object.assign(document.querySelector('main a').style, {position: 'fixed', top: '-90px'})",
            "of sight",
        ),
    ],
)
def test_a_fault_in_focus_is_found(page: Page, fault: str, complaint: str) -> None:
    page.goto("/nl/contact/")
    page.evaluate(fault)
    assert any(complaint in each for each in walk(page))


def test_skip_link_comes_first_and_leads_past_the_menu(page: Page) -> None:
    page.goto("/nl/gemeenten/leeuwarden/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def from_home_by_life_domain(page: Page) -> None:
    tab_to(page, page.get_by_role("link", name=re.compile("^Wonen")))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wonen")


def from_home_by_rule(page: Page) -> None:
    tab_to(page, page.get_by_role("link", name="Alle regels van A tot Z"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="U", exact=True))
    page.keyboard.press("Enter")
    # Focus goes on from the letter.
    tab_to(page, page.get_by_role("link", name=re.compile("^Urgentiecriteria")), most=5)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Is maatwerk nodig?")).to_be_visible()


def from_home_by_municipality(page: Page) -> None:
    tab_to(page, page.get_by_role("link", name="Alle gemeenten"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".mm-letters").get_by_role("link", name="Fryslân"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name=re.compile("^Leeuwarden")), most=30)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Leeuwarden")


@pytest.mark.parametrize(
    "way",
    [from_home_by_life_domain, from_home_by_rule, from_home_by_municipality],
    ids=lambda way: way.__name__,
)
def test_a_story_is_found(page: Page, way: Callable[[Page], None]) -> None:
    page.goto("/nl/")
    way(page)
    first = page.locator(".mm-case-card__link").first
    title = first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_search_field_sends_the_words(page: Page) -> None:
    page.goto("/nl/")
    tab_to(page, page.get_by_role("searchbox"))
    page.keyboard.type("geen woning")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/nl/zoeken/\?q=geen\+woning"))


def test_menu_of_a_phone_opens_and_closes(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/nl/")
    button, entry = (
        page.get_by_role("button", name="Menu"),
        page.get_by_role("link", name="Voorbeelden", exact=True),
    )
    expect(entry).to_be_hidden()
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(entry).to_be_focused()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(button).to_be_focused()


def test_citation_is_copied_and_that_is_said(page: Page) -> None:
    page.goto("/nl/voorbeelden/leeuwarden-maatwerkpot/")
    tab_to(page, page.get_by_role("button", name="Kopieer de bronvermelding"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Eén maatwerkpot" in copied
    assert copied.endswith("/nl/voorbeelden/leeuwarden-maatwerkpot/")


def test_a_story_that_is_taken_along_is_told_once_and_nothing_of_the_reader(page: Page) -> None:
    told = []
    page.on("request", lambda request: told.append(request) if "/meegenomen/" in request.url else None)
    page.goto("/nl/voorbeelden/leeuwarden-maatwerkpot/")
    with page.expect_response("**/inzendingen/meegenomen/*/") as answered:
        tab_to(page, page.get_by_role("button", name="Kopieer de bronvermelding"))
        page.keyboard.press("Enter")
    assert answered.value.status == NO_CONTENT
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    (request,) = told
    assert request.method == "POST"
    assert not request.post_data
    assert "cookie" not in request.all_headers()


def test_table_of_contents_marks_the_part_that_is_read(page: Page) -> None:
    page.goto("/nl/voorbeelden/leeuwarden-maatwerkpot/")
    link = page.get_by_role("navigation", name="Op deze pagina").get_by_role("link", name="De oplossing")
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("aria-current", "true")
    expect(page.locator(".mm-toc [aria-current]")).to_have_count(1)
    expect(link).to_be_in_viewport()


def test_language_switch_keeps_the_page(page: Page) -> None:
    page.goto("/nl/regels/urgentiecriteria/")
    tab_to(page, page.get_by_role("link", name="English"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/rules/urgentiecriteria/")


def test_without_script_everything_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto("/nl/voorbeelden/leeuwarden-maatwerkpot/")
    expect(page.get_by_role("link", name="Voorbeelden", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(page.locator("#citation")).to_be_visible()
    expect(page.get_by_role("button", name="Kopieer de bronvermelding")).to_be_hidden()
    contents = page.get_by_role("navigation", name="Op deze pagina")
    contents.get_by_role("link", name="Zo doe je het ook").click()
    expect(page.locator("#steps")).to_be_in_viewport()
    context.close()
