"""A first visit to a page in Chromium: what goes over the wire, what moves, what the policy refuses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession

# What Chromium's own tools call slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
TEXT = ("Document", "Stylesheet", "Script")
WATCH = """
window.seen = {shift: 0, largest: 0, refused: []};
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) window.seen.shift += entry.value;
})).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  window.seen.largest = entry.startTime;
})).observe({type: 'largest-contentful-paint', buffered: true});
addEventListener('securitypolicyviolation', (event) =>
  window.seen.refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@dataclass(frozen=True)
class Visit:
    """What a first visit was like.

    Attributes:
        text: Bytes of HTML, CSS and JavaScript over the wire, headers included.
        fonts: Bytes of fonts over the wire.
        shift: Cumulative layout shift.
        largest: When the largest part was there, in ms.
        headers: Those of every answer, by its URL; names in small letters.
        refused: What the content security policy refused: directive and what it was about.
        errors: Errors of scripts.
    """

    text: int
    fonts: int
    shift: float
    largest: float
    headers: Mapping[str, Mapping[str, str]]
    refused: list[str]
    errors: list[str]

    @property
    def origins(self) -> set[str]:
        """Scheme and host of every answer."""
        return {"/".join(url.split("/")[:3]) for url in self.headers if not url.startswith("data:")}


def first_visit(context: BrowserContext, url: str, network: dict[str, Any] | None = None) -> Visit:
    """Open a page in a context that has visited nothing yet.

    Args:
        context: Its cache must be empty.
        url: The page.
        network: Conditions to emulate, such as `SLOW_4G`.
    """
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    if network:
        client.send("Network.emulateNetworkConditions", network)
    sizes = _sizes(client)
    headers: dict[str, Mapping[str, str]] = {}
    errors: list[str] = []
    page.on("response", lambda answer: headers.update({answer.url: answer.headers}))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(WATCH)
    page.goto(url, wait_until="load")
    page.evaluate("document.fonts.ready")
    # What scripts and fonts change shows within two frames.
    page.wait_for_timeout(250)
    seen = page.evaluate("window.seen")
    page.close()
    return Visit(
        text=sum(sizes[kind] for kind in TEXT),
        fonts=sizes["Font"],
        shift=seen["shift"],
        largest=seen["largest"],
        headers=headers,
        refused=seen["refused"],
        errors=errors,
    )


def _sizes(client: CDPSession) -> dict[str, int]:
    """Bytes over the wire by kind of answer; grows while the page loads."""
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = defaultdict(int)

    def finished(event: Any) -> None:
        sizes[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

    client.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    client.on("Network.loadingFinished", finished)
    return sizes
