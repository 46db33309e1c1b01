"""`dev.py shots`: pictures of every public page of the real site, to look at.

Writes var/shots/PAGE-LANGUAGE-SIZE-SCHEME.png, and with --print a PDF of each page in each language.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from scripts.demo_site import demo_site
from scripts.dev.console import say
from scripts.dev.project import ROOT, find_project
from scripts.error_pages import ERROR_PAGES, STATIC_PAGES, error_pages
from scripts.public_pages import LANGUAGES, PUBLIC_PAGES, unfold

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

CHROMIUM = "/usr/bin/chromium"
SIZES = {"phone": (360, 740), "tablet": (768, 1024), "desktop": (1280, 900)}
DEFAULT_SIZES = ("phone", "desktop")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FOLDER = ROOT / "var" / "shots"


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that the command line asks for.

    Args:
        arguments: The words behind `dev.py shots`.

    Returns:
        0.
    """
    chosen = _parse(arguments)
    if chosen.list:
        say(
            "\n".join(
                [*(page.name for page in PUBLIC_PAGES), "components", "sign-in", *ERROR_PAGES, *STATIC_PAGES]
            )
        )
        return 0
    # Playwright is a development tool: what imports this module for its names need not have it.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from scripts.tour import take_tour  # noqa: PLC0415

    chosen.output.mkdir(parents=True, exist_ok=True)
    project = find_project()
    with demo_site(project) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if chosen.tour:
            say(f"{take_tour(browser, address)} pictures of the tour in README.md")
        else:
            count = _photograph(browser, address, error_pages(project), chosen)
            say(f"{count} pictures in {chosen.output}")
        browser.close()
    return 0


SIGN_IN = {"nl": "inloggen", "en": "sign-in"}


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__, allow_abbrev=False)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="only pages whose name starts so")
    parser.add_argument("--list", action="store_true", help="the names of the pages")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="only this language")
    parser.add_argument("--size", choices=SIZES, action="append", help="default: phone and desktop")
    parser.add_argument("--scheme", choices=SCHEMES, action="append", help="only light or only dark")
    parser.add_argument("--print", action="store_true", help="PDFs as printed instead of pictures")
    parser.add_argument("--tour", action="store_true", help="the pictures of README.md, and nothing else")
    parser.add_argument("--output", type=Path, default=FOLDER, metavar="FOLDER", help="default: var/shots")
    return parser.parse_args(list(arguments))


def _paths(language: str, errors: Sequence[str]) -> dict[str, str]:
    """Name and path of every page in a language."""
    paths = {page.name: page.path(language) for page in PUBLIC_PAGES}
    paths["components"] = "/_componenten/"
    paths["sign-in"] = f"/{language}/{SIGN_IN[language]}/"
    return paths | {path.split("/")[2]: path for path in errors if path.startswith(f"/{language}/")}


def _photograph(browser: Browser, address: str, errors: Mapping[str, str], chosen: argparse.Namespace) -> int:
    count = 0
    unfolds = {page.name: page.unfolds for page in PUBLIC_PAGES}
    for language in chosen.language or LANGUAGES:
        context = browser.new_context(locale=language, reduced_motion="reduce")
        page = context.new_page()
        for path, html in errors.items():
            page.route(f"{address}{path}", _answer(html))
        for name, path in _paths(language, list(errors)).items():
            if chosen.pages and not name.startswith(tuple(chosen.pages)):
                continue
            opened = unfolds.get(name, "")
            count += _looks(page, f"{address}{path}", chosen, f"{name}-{language}", opened)
        context.close()
    return count


def _answer(html: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=html, content_type="text/html")


def _looks(page: Page, url: str, chosen: argparse.Namespace, name: str, opened: str) -> int:
    """Pictures of a page in each size and scheme, with what is opened on it; how many."""
    if chosen.print:
        page.goto(url, wait_until="networkidle")
        page.pdf(path=chosen.output / f"{name}.pdf", format="A4", prefer_css_page_size=True)
        return 1
    count = 0
    for size in chosen.size or DEFAULT_SIZES:
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        # Anew for each size: a script may have unfolded what a smaller screen folds.
        page.goto(url, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        unfold(page, opened)
        for scheme in chosen.scheme or SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=chosen.output / f"{name}-{size}-{scheme}.png", full_page=True)
            count += 1
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
