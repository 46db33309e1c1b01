"""Dutch licence plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import LIKELY, Finding
from privacy.identifiers import IMPERSONAL, before
from privacy.tokens import word_set

_PLATE_SHAPES = word_set(
    "LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L L-DDD-LL LLL-DD-L"
    " L-DD-LLL"
    " D-LL-DDD DDD-LL-D"
)
# In any letters and with any sign between, the same one twice. No Dutch plate has a vowel.
_PLATE_ANYHOW = "|".join(
    shape.replace("-", sign).replace("L", "[bdf-hj-np-tv-xz]").replace("D", "[0-9]")
    for sign in ("", " ", "-", r"\.")
    for shape in sorted(_PLATE_SHAPES)
)
_PLATE = re.compile(r"(?<![\w-])[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}(?![\w-])")
_PLATE_LOOSE = re.compile(
    r"\b(?:kent(?:eken)?(?:nummer|nr)?|auto|busje|bus|motor|scooter|aanhanger|wagen|bestel(?:bus|busje|auto)"
    r"|rdw(?: check)?|vergunning|camper|caravan|brommer|bromfiets|snorfiets|quad|truck"
    r"|voertuig|golf|polo|fiat|opel|ford|toyota|renault|peugeot|citro[eë]n|volvo|bmw|audi|mercedes"
    r"|seat|skoda|kia|hyundai|suzuki|mazda|nissan|volkswagen|vw|tesla|dacia)\b\.?[^\n.;]{0,15}?"
    rf"(?<![\w-])({_PLATE_ANYHOW})(?![\w-])",
    re.I,
)


def _shape(plate: str) -> str:
    return "".join("D" if sign.isdigit() else "L" if sign.isalpha() else "-" for sign in plate)


def find_plates(text: str) -> Iterator[Finding]:
    """Licence plates: as they are written on a car, or anyhow behind a word of a vehicle.

    Args:
        text: Any text.

    Yields:
        Findings of the kind `kenteken`; they may overlap.
    """
    for match in _PLATE.finditer(text):
        if _shape(match.group()) in _PLATE_SHAPES and not IMPERSONAL.search(before(text, match.start())):
            yield Finding(*match.span(), "kenteken", LIKELY, "Licence plate", "een kenteken")
    for match in _PLATE_LOOSE.finditer(text):
        yield Finding(*match.span(1), "kenteken", LIKELY, "Licence plate", "een kenteken")
