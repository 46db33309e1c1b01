"""A first visit to each template stays small and still, goes to nobody else, and meets a strict policy."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from scripts.first_visit import Visit, first_visit
from scripts.public_pages import PUBLIC_PAGES

MOST_TEXT, MOST_FONTS, MOST_SHIFT = 80_000, 60_000, 0.02
YEAR = 31_536_000
ELSEWHERE = "https://elsewhere.example"
POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'self'"},
}
HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who was never here."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=2)
    yield context
    context.close()


def over_budget(visit: Visit) -> list[str]:
    """What of a visit is more than is allowed."""
    found = [f"a script failed: {error}" for error in visit.errors]
    found += [f"the policy refused {what}" for what in visit.refused]
    if visit.text > MOST_TEXT:
        found.append(f"HTML, CSS and JavaScript: {visit.text} bytes")
    if visit.fonts > MOST_FONTS:
        found.append(f"fonts: {visit.fonts} bytes")
    if visit.shift >= MOST_SHIFT:
        found.append(f"layout shift {visit.shift}")
    return found


def loosened(policy: str) -> dict[str, set[str]]:
    """The directives of a policy that are not as strict as they must be."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: set(values) for name, *values in parts if POLICY.get(name) != set(values)}


def not_for_ever(visit: Visit) -> list[str]:
    """The static files that a browser may not keep for ever, and texts among them that are not compressed."""
    found = []
    for url, headers in visit.headers.items():
        path = urlsplit(url).path
        if not path.startswith("/static/"):
            continue
        age = re.search(r"max-age=(\d+)", headers.get("cache-control", ""))
        lasts = age and int(age[1]) >= YEAR and "immutable" in headers["cache-control"]
        small = not path.endswith((".css", ".js")) or headers.get("content-encoding") in {"br", "gzip"}
        if not (HASHED.search(path) and lasts and small):
            found.append(f"{path} {dict(headers)}")
    return found


@pytest.mark.parametrize("path", ["/en/", *(page.nl for page in PUBLIC_PAGES)])
def test_first_visit_keeps_to_its_budget(visitor: BrowserContext, address: str, path: str) -> None:
    visit = first_visit(visitor, f"{address}{path}")
    assert over_budget(visit) == []
    assert visit.origins == {address}
    policy = visit.headers[f"{address}{path}".split("#", maxsplit=1)[0]]["content-security-policy"]
    assert loosened(policy) == {}
    assert set(POLICY) == {part.split()[0] for part in policy.split(";")}
    assert visit.text > 10_000
    assert visit.fonts > 10_000
    assert not_for_ever(visit) == []


@pytest.mark.parametrize(
    "path", ["/nl/", "/nl/zoeken/?q=woning", "/nl/gemeenten/", "/nl/contact/", "/nl/toegankelijkheid/"]
)
def test_lines_stay_where_they_are_when_fonts_come_late(
    visitor: BrowserContext, address: str, path: str
) -> None:
    late: list[str] = []

    def wait(route: Route) -> None:
        time.sleep(0.35)
        late.append(route.request.url)
        route.continue_()

    visitor.route("**/*.woff2", wait)
    assert first_visit(visitor, f"{address}{path}").shift < MOST_SHIFT
    assert late


def alter(context: BrowserContext, address: str, markup: str, **more: str) -> None:
    """Put markup in the front page on its way to the visitor; `more` are headers that it gets instead."""

    def answer(route: Route) -> None:
        real = route.fetch()
        body = real.text().replace("</main>", f"{markup}</main>")
        # The text is no longer compressed.
        kept = {name: value for name, value in real.headers.items() if name != "content-encoding"}
        route.fulfill(response=real, body=body, headers={**kept, **more})

    context.route(f"{address}/nl/", answer)
    context.route(f"{ELSEWHERE}/**", lambda route: route.fulfill(body="", content_type="text/css"))


def test_what_the_policy_forbids_is_noticed(visitor: BrowserContext, address: str) -> None:
    alter(
        visitor,
        address,
        f'<script>1</script><p style="color: red">Red</p><img src="{ELSEWHERE}/x.png" alt="">'
        '<script type="application/ld+json">{}</script>',
    )
    refused = first_visit(visitor, f"{address}/nl/").refused
    assert sorted(refused) == [
        f"img-src {ELSEWHERE}/x.png",
        "script-src-elem inline",
        "style-src-attr inline",
    ]


def test_what_is_too_much_is_noticed(visitor: BrowserContext, address: str) -> None:
    alter(
        visitor,
        address,
        f'<link rel="stylesheet" href="{ELSEWHERE}/x.css"><!-- {"x" * MOST_TEXT} -->'
        "<script>setTimeout(() => { const tall = document.createElement('div'); tall.style.height = '400px';"
        " document.querySelector('h1').before(tall); nothing.at.all }, 50)</script>",
        **{"content-security-policy": "default-src * 'unsafe-inline'"},
    )
    visit = first_visit(visitor, f"{address}/nl/")
    assert visit.origins == {address, ELSEWHERE}
    complaints = " ".join(over_budget(visit))
    for complaint in ("bytes", "layout shift", "nothing is not defined"):
        assert complaint in complaints
    assert loosened(visit.headers[f"{address}/nl/"]["content-security-policy"])
