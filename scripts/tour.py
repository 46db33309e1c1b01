"""The six pictures of the tour in README.md, taken anew by `dev.py shots --tour`."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from scripts.dev.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / "docs" / "img"
QUALITY = 82


@dataclass(frozen=True)
class Stop:
    """One picture of the tour.

    Attributes:
        name: Of the file, without its ending.
        path: The page, and behind # the part that is shown.
        phone: Whether it is seen on a phone.
        scheme: The colour scheme.
    """

    name: str
    path: str
    phone: bool = False
    scheme: Literal["light", "dark"] = "light"


STOPS = (
    Stop("home", "/nl/"),
    Stop("life-domains", "/nl/leefgebieden/", phone=True),
    Stop("story", "/nl/voorbeelden/urgentie-zoon-met-ptss/"),
    Stop("argument", "/nl/voorbeelden/urgentie-zoon-met-ptss/#argument", phone=True),
    Stop("rule", "/nl/regels/urgentiecriteria/"),
    Stop("english-dark", "/en/examples/leeuwarden-maatwerkpot/", phone=True, scheme="dark"),
)


def take_tour(browser: Browser, address: str, folder: Path = FOLDER) -> int:
    """Write the pictures as WebP; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for stop in STOPS:
        width, height, scale = (360, 720, 2) if stop.phone else (1280, 880, 1)
        page = browser.new_page(
            base_url=address,
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            color_scheme=stop.scheme,
            reduced_motion="reduce",
        )
        page.goto(stop.path, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        picture = Image.open(io.BytesIO(page.screenshot()))
        picture.save(folder / f"{stop.name}.webp", quality=QUALITY, method=6)
        page.close()
    return len(STOPS)
