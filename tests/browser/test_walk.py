"""A professional's way from a question in a whole sentence to the right story, on every device and engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

SEARCH = "/nl/zoeken/"
QUESTION = "Mijn cliënt heeft PTSS, woont nog bij zijn vader en krijgt geen voorrang op een woning"
PRECEDENT = "Voorrang op een woning voor een zoon met PTSS"
SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}


def context_of(browser: Browser, address: str, size: str, script: bool = True) -> BrowserContext:
    context = browser.new_context(
        base_url=address,
        viewport=SIZES[size],  # type: ignore[arg-type]
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    return context


@pytest.fixture(params=SIZES)
def visitor(request: pytest.FixtureRequest, browser: Browser, site_with_engine: str) -> Iterator[Page]:
    """A visitor with script, on a desktop and on a phone."""
    context = context_of(browser, site_with_engine, request.param)
    yield context.new_page()
    context.close()


@pytest.fixture(params=SIZES)
def plain_visitor(request: pytest.FixtureRequest, browser: Browser, site_with_engine: str) -> Iterator[Page]:
    """A visitor without script, on a desktop and on a phone."""
    context = context_of(browser, site_with_engine, request.param, script=False)
    yield context.new_page()
    context.close()


def titles(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".mm-result__title").all_inner_texts()]


def choose(page: Page, label: str, script: bool) -> None:
    """Choose a value of a facet as a visitor does."""
    box = page.get_by_role("checkbox", name=re.compile(rf"^{label} \("))
    if not box.is_visible():
        page.locator("#search-filters > summary").click()
    box.check()
    if not script:
        page.get_by_role("button", name=re.compile(r"^Toon \d+ voorbeeld")).click()
    expect(page.get_by_role("link", name=re.compile(rf"Leefgebied: {label}"))).to_be_visible()


def walk(page: Page, script: bool) -> None:
    page.goto(SEARCH)
    page.get_by_role("searchbox" if not script else "combobox").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#search-total")).to_contain_text("Mijn cliënt heeft PTSS")
    assert PRECEDENT in titles(page)[:5]

    choose(page, "Wonen", script)
    assert PRECEDENT in titles(page)[:5]
    assert "leefgebied=wonen" in page.url

    page.get_by_role("link", name="Kaart", exact=True).click()
    rows = page.get_by_role("table", name="Voorbeelden per gemeente").get_by_role("row")
    expect(rows.first).to_be_visible()
    assert rows.count() > 1
    assert "weergave=kaart" in page.url
    page.get_by_role("link", name="Lijst", exact=True).click()
    expect(page.locator(".mm-result").first).to_be_visible()

    page.get_by_role("checkbox", name=re.compile(f"Vergelijk.*{PRECEDENT}")).check()
    others = page.get_by_role("checkbox", name=re.compile("^Vergelijk"))
    others.nth(0 if not others.nth(0).is_checked() else 1).check()
    page.get_by_role("button", name="Vergelijk de aangevinkte voorbeelden").click()
    expect(page.get_by_role("heading", name="Voorbeelden vergelijken")).to_be_visible()
    expect(page.locator(".mm-compare__head")).to_have_count(2)
    expect(page.get_by_role("heading", name="Gebruikte ruimte")).to_be_visible()

    page.locator(".mm-compare__head").get_by_role("link", name=PRECEDENT, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=PRECEDENT)).to_be_visible()
    expect(page.get_by_role("heading", name="Vergelijkbare voorbeelden")).to_be_visible()


def test_from_a_sentence_to_the_story_with_script(visitor: Page) -> None:
    walk(visitor, script=True)


def test_from_a_sentence_to_the_story_without_script(plain_visitor: Page) -> None:
    walk(plain_visitor, script=False)


def test_a_suggestion_is_chosen_by_keyboard(page: Page) -> None:
    page.goto(SEARCH)
    field = page.get_by_role("combobox")
    field.press_sequentially("urgentie")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_be_focused()
    field.press_sequentially("c")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: SEARCH not in url)
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("urgentie", re.IGNORECASE))


def test_the_back_button_restores_the_question_the_filters_and_the_answer(page: Page) -> None:
    page.goto(f"{SEARCH}?q=woning")
    first = titles(page)
    choose(page, "Geld en schulden", script=True)
    expect(page.locator(".mm-chip")).to_have_count(1)
    assert titles(page) != first
    page.go_back()
    expect(page.locator(".mm-chip")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_value("woning")
    assert titles(page) == first
    assert not page.get_by_role("checkbox", name=re.compile(r"^Geld en schulden \(")).is_checked()
    page.go_forward()
    expect(page.locator(".mm-chip")).to_have_count(1)


def test_an_old_answer_never_comes_over_a_new_one(page: Page) -> None:
    """The answer to the first question is held back until the second has come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "rolstoel" in route.request.url:
            held.append(route)
        else:
            route.continue_()

    page.route(lambda url: "q=" in url, hold)
    page.goto(SEARCH)
    field = page.get_by_role("combobox")
    field.fill("rolstoel")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.htmx-request') !== null")
    field.fill("schulden")
    page.keyboard.press("Enter")
    expect(page.locator("#search-total")).to_contain_text("schulden")
    for route in held:
        answer_late(route)
    page.wait_for_timeout(500)
    expect(page.locator("#search-total")).to_contain_text("schulden")
    assert "q=schulden" in page.url


def answer_late(route: Route) -> None:
    # The browser has given the request up by now; then there is nothing left to answer.
    try:
        route.continue_()
    except Exception as error:
        assert "closed" in str(error) or "handled" in str(error) or "cancel" in str(error).lower()


def test_old_suggestions_never_come_over_new_ones(page: Page) -> None:
    def slow_first(route: Route) -> None:
        if route.request.url.endswith("q=ro"):
            page.wait_for_timeout(800)
        route.continue_()

    page.goto(SEARCH)
    page.route("**/suggesties/**", slow_first)
    field = page.get_by_role("combobox")
    field.press_sequentially("ro", delay=200)
    field.fill("urgentie")
    expect(page.get_by_role("option").first).to_contain_text(re.compile("urgentie", re.IGNORECASE))
    page.wait_for_timeout(1200)
    expect(page.get_by_role("option").first).to_contain_text(re.compile("urgentie", re.IGNORECASE))


def test_focus_stays_and_the_number_is_announced(page: Page) -> None:
    page.goto(f"{SEARCH}?q=woning")
    status = page.get_by_role("status")
    box = page.get_by_role("checkbox", name=re.compile(r"^Wonen \("))
    box.focus()
    page.keyboard.press("Space")
    expect(status).to_contain_text(re.compile(r"\d+ voorbeeld"))
    expect(box).to_be_focused()
    page.get_by_role("link", name="Nieuwste").click()
    expect(page.locator("#search-total")).to_be_focused()


def test_ticking_a_story_asks_nothing(page: Page) -> None:
    page.goto(f"{SEARCH}?q=woning")
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("checkbox", name=re.compile("^Vergelijk")).first.check()
    page.wait_for_timeout(300)
    # The browser may fetch the icon of the page at any time.
    assert not [url for url in asked if "favicon" not in url]


def test_ticks_stay_on_other_pages_and_with_other_filters(page: Page) -> None:
    page.goto(SEARCH)
    page.get_by_role("checkbox", name=re.compile("^Vergelijk")).first.check()
    first = titles(page)[0]
    page.get_by_role("navigation", name="Pagina").get_by_role("link", name="2").first.click()
    expect(page.get_by_role("group", name="Ook aangevinkt").get_by_role("checkbox")).to_have_count(1)
    page.get_by_role("checkbox", name=re.compile("^Vergelijk")).first.check()
    choose(page, "Wonen", script=True)
    ticked = page.locator("[name=voorbeeld]:checked")
    expect(ticked).to_have_count(2)
    page.reload()
    expect(ticked).to_have_count(2)
    page.get_by_role("button", name="Vergelijk de aangevinkte voorbeelden").click()
    expect(page.locator(".mm-compare__head")).to_have_count(2)
    expect(page.locator(".mm-compare__head").get_by_role("link", name=first, exact=True)).to_be_visible()


def test_ticks_stay_on_other_pages_without_script(plain_visitor: Page) -> None:
    page = plain_visitor
    page.goto(SEARCH)
    first = titles(page)[0]
    page.get_by_role("checkbox", name=re.compile("^Vergelijk")).first.check()
    pages = page.get_by_role("navigation", name="Pagina")
    pages.get_by_role("button", name="Volgende pagina").click()
    elsewhere = page.get_by_role("group", name="Ook aangevinkt").get_by_role("checkbox")
    expect(elsewhere).to_have_count(1)
    expect(elsewhere).to_be_checked()
    page.get_by_role("checkbox", name=re.compile("^Vergelijk")).first.check()
    pages.get_by_role("button", name=re.compile("^Pagina 1$")).click()
    expect(page.locator("[name=voorbeeld]:checked")).to_have_count(2)
    page.get_by_role("button", name="Vergelijk de aangevinkte voorbeelden").click()
    expect(page.locator(".mm-compare__head")).to_have_count(2)
    expect(page.locator(".mm-compare__head").get_by_role("link", name=first, exact=True)).to_be_visible()


def test_opening_a_result_sends_the_question_and_nothing_else(page: Page) -> None:
    page.goto(f"{SEARCH}?q=woning")
    with page.expect_request("**/zoeken/geopend/") as sent:
        page.locator(".mm-result__title a").first.click()
    request = sent.value
    assert request.method == "POST"
    assert request.post_data == "q=woning"
    assert "cookie" not in request.all_headers()
