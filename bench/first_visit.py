"""`dev.py bench first_visit`: what a first visit costs over the wire, and how quick it is on slow 4G.

Opens pages of the demo site in Chromium with an empty cache. Budget: 80 kB for HTML, CSS and JavaScript,
60 kB for fonts, CLS < 0.02, LCP < 1 s. All but the time is asserted by tests/browser/test_first_visit.py.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from playwright.sync_api import sync_playwright

from scripts.demo_site import demo_site
from scripts.dev.console import say
from scripts.dev.project import find_project
from scripts.first_visit import SLOW_4G, first_visit
from scripts.shots import CHROMIUM

PAGES = ("/nl/", "/nl/voorbeelden/", "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/nl/regels/", "/en/")


def main(arguments: Sequence[str]) -> int:
    """Measure each page twice: made anew, and kept."""
    with demo_site(find_project()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        say(f"{'page':<48} {'HTML+CSS+JS':>12} {'fonts':>8} {'CLS':>7} {'LCP':>9}")
        for path in arguments or PAGES:
            for state in ("anew", "kept"):
                context = browser.new_context()
                seen = first_visit(context, f"{address}{path}", SLOW_4G)
                context.close()
                sent = f"{seen.text / 1000:>9.1f} kB {seen.fonts / 1000:>5.1f} kB"
                say(f"{path[:40]:<42} {state:<5} {sent} {seen.shift:>7.4f} {seen.largest:>6.0f} ms")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
