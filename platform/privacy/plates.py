"""Dutch licence plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.findings import LIKELY, Finding
from privacy.identifiers import IMPERSONAL, before
from privacy.tokens import word_set

# L is a letter, D a digit.
_SHAPES = sorted(
    word_set(
        "LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L L-DDD-LL LLL-DD-L"
        " L-DD-LLL D-LL-DDD DDD-LL-D"
    )
)


def _plates(letter: str, sign: str) -> str:
    """A regular expression for all shapes, with these letters and that sign between."""
    return "|".join(shape.replace("-", sign).replace("L", letter).replace("D", "[0-9]") for shape in _SHAPES)


_PLATE = re.compile(rf"(?<![\w-])(?:{_plates('[A-Z]', '-')})(?![\w-])")
# No Dutch plate has a vowel.
_ANYHOW = "|".join(_plates("[bdf-hj-np-tv-xz]", sign) for sign in ("", " ", "-", r"\."))
_PLATE_LOOSE = re.compile(
    r"\b(?:kent(?:eken)?(?:nummer|nr)?|auto|busje|bus|motor|scooter|aanhanger|wagen|bestel(?:bus|busje|auto)"
    r"|rdw(?: check)?|vergunning|camper|caravan|brommer|bromfiets|snorfiets|quad|truck"
    r"|voertuig|golf|polo|fiat|opel|ford|toyota|renault|peugeot|citro[eë]n|volvo|bmw|audi|mercedes"
    r"|seat|skoda|kia|hyundai|suzuki|mazda|nissan|volkswagen|vw|tesla|dacia)\b\.?[^\n.;]{0,15}?"
    rf"(?<![\w-])({_ANYHOW})(?![\w-])",
    re.I,
)


def find_plates(text: str) -> Iterator[Finding]:
    """Licence plates: as they are written on a car, or anyhow behind a word of a vehicle.

    Args:
        text: Any text.

    Yields:
        Findings of the kind `kenteken`; they may overlap.
    """
    for match in _PLATE.finditer(text):
        if not IMPERSONAL.search(before(text, match.start())):
            yield Finding(*match.span(), "kenteken", LIKELY, "Licence plate", "een kenteken")
    for match in _PLATE_LOOSE.finditer(text):
        yield Finding(*match.span(1), "kenteken", LIKELY, "Licence plate", "een kenteken")
