"""`dev.py bench first_visit`: what a first visit costs over the wire, and how quick it is on slow 4G.

Serves the demo site as production does (hashed, compressed files; kept pages) and opens pages in Chromium
with an empty cache. Budget: 80 kB for HTML, CSS and JavaScript, 60 kB for fonts, CLS < 0.02, LCP < 1 s.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from scripts.dev.children import Child
from scripts.dev.console import say
from scripts.dev.ports import HOST, hold_port, port_of
from scripts.dev.processes import site_processes
from scripts.dev.project import Project, find_project
from scripts.dev.setup import set_up_site
from scripts.dev.site import wait_for_answer

CHROMIUM = "/usr/bin/chromium"
PAGES = ("/nl/", "/nl/voorbeelden/", "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/nl/regels/", "/en/")
# What Chromium's own tools call slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
TEXT = ("Document", "Stylesheet", "Script")
WATCH = """
window.shift = 0; window.largest = 0;
new PerformanceObserver((list) => list.getEntries().forEach((e) => {
  if (!e.hadRecentInput) window.shift += e.value;
})).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.largest = e.startTime; }))
  .observe({type: 'largest-contentful-paint', buffered: true});
"""


@contextmanager
def production_site(project: Project) -> Iterator[str]:
    """The demo site on a free port with production's settings; requests must say that they came by https."""
    set_up_site(project, demo=True)
    with hold_port(None) as held:
        env = project.environment(
            ENVIRONMENT="production",
            SECRET_KEY="first-visit-" * 6,
            ALLOWED_HOSTS=HOST,
            BASE_URL=f"https://{HOST}",
            EMAIL_URL="consolemail://",
        )
        subprocess.run(project.manage("collectstatic", "--noinput", "--verbosity", "0"), env=env, check=True)
        processes = site_processes(project, socket_number=held.fileno(), reload=False)
        server = next(process for process in processes if process.serves)
        child = Child(
            server.command, env=env, cwd=project.root, hear=lambda line: None, keep_open=(held.fileno(),)
        )
        try:
            wait_for_answer(port_of(held), threading.Event())
            yield f"http://{HOST}:{port_of(held)}"
        finally:
            child.terminate()
            child.finish()


def first_visit(browser: Browser, url: str) -> dict[str, Any]:
    """Open a page with an empty cache on slow 4G; bytes over the wire by kind, CLS, LCP in ms, origins."""
    context = browser.new_context(extra_http_headers={"X-Forwarded-Proto": "https"})
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", SLOW_4G)
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = defaultdict(int)
    origins: set[str] = set()

    def answered(event: Any) -> None:
        kinds[event["requestId"]] = event["type"]
        origins.add("/".join(event["response"]["url"].split("/")[:3]))

    def finished(event: Any) -> None:
        sizes[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

    client.on("Network.responseReceived", answered)
    client.on("Network.loadingFinished", finished)
    page.add_init_script(WATCH)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(300)
    figures = {
        "text": sum(sizes[kind] for kind in TEXT),
        "fonts": sizes["Font"],
        "cls": page.evaluate("window.shift"),
        "lcp": page.evaluate("window.largest"),
        "origins": sorted(origins),
    }
    context.close()
    return figures


def main(arguments: Sequence[str]) -> int:
    """Measure each page twice: made anew, and kept."""
    with production_site(find_project()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        say(f"{'page':<48} {'HTML+CSS+JS':>12} {'fonts':>8} {'CLS':>7} {'LCP':>9}")
        for path in arguments or PAGES:
            for state in ("anew", "kept"):
                seen = first_visit(browser, f"{address}{path}")
                bytes_sent = f"{seen['text'] / 1000:>9.1f} kB {seen['fonts'] / 1000:>5.1f} kB"
                say(f"{path[:40]:<42} {state:<5} {bytes_sent} {seen['cls']:>7.4f} {seen['lcp']:>6.0f} ms")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
