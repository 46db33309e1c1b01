"""`dev.py bench first_visit`: what a first visit costs over the wire, and how quick it is on slow 4G.

Opens pages of the demo site in Chromium with an empty cache, five times each; times are medians. Budget:
80 kB for HTML, CSS and JavaScript, 60 kB for fonts, CLS < 0.02, LCP < 1 s. All but the time is asserted by
tests/browser/test_first_visit.py.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from scripts.demo_site import demo_site
from scripts.dev.console import say
from scripts.dev.project import find_project
from scripts.first_visit import SLOW_4G, Visit, first_visit
from scripts.shots import CHROMIUM

PAGES = ("/nl/", "/nl/voorbeelden/", "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/nl/regels/", "/en/")
VISITS = 5


def main(arguments: Sequence[str]) -> int:
    """Measure each page; a site answers most first visits from its page cache."""
    with demo_site(find_project()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        say(f"{'page':<48} {'HTML+CSS+JS':>12} {'fonts':>8} {'CLS':>7} {'LCP':>9}")
        for path in arguments or PAGES:
            visits = [_visit(browser, f"{address}{path}") for _ in range(VISITS)]
            seen = visits[-1]
            sent = f"{seen.text / 1000:>9.1f} kB {seen.fonts / 1000:>5.1f} kB"
            shift = max(visit.shift for visit in visits)
            largest = median(visit.largest for visit in visits)
            say(f"{path[:46]:<48} {sent} {shift:>7.4f} {largest:>6.0f} ms")
        browser.close()
    return 0


def _visit(browser: Browser, url: str) -> Visit:
    context = browser.new_context()
    seen = first_visit(context, url, SLOW_4G)
    context.close()
    return seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
