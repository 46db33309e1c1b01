"""Template tags behind the component templates: what a template alone cannot work out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms, template
from django.forms.widgets import Input
from django.utils.formats import number_format
from django.utils.safestring import SafeString

register = template.Library()

PATH_COLOURS = 6
WIDTH, HEIGHT = 320, 128
CORNER = 12
CLEARANCE = 15
# Offset between parallel lines in a turn of 45 degrees: the tangent of half the angle.
TURN = 0.414

# One colour for a life domain, so that a reader comes to know it; neighbours in meaning differ.
DOMAIN_COLOURS = {
    "geld": 1,
    "werk": 2,
    "onderwijs": 4,
    "wonen": 3,
    "gezin": 5,
    "psychische-gezondheid": 6,
    "lichamelijke-gezondheid": 2,
    "verslaving": 4,
    "zelfstandig-leven": 3,
    "netwerk-en-meedoen": 5,
    "veiligheid-en-justitie": 1,
    "verblijf-en-inburgering": 6,
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """The obstacle of a pattern picture, in units of the drawing."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """One life domain on its way: its row, and how far it leaves that row to pass the block."""

    row: float
    rise: float
    colour: int


def _choices(seed: int, domains: Sequence[str]) -> Iterator[int]:
    """Yield an endless row of numbers 0-255 that is the same for the same story."""
    state = f"{seed}:{','.join(domains)}".encode()
    while True:
        state = hashlib.blake2b(state, digest_size=32).digest()
        yield from state


def _between(numbers: Iterator[int], low: int, high: int) -> int:
    return low + next(numbers) % (high - low + 1)


def _colours(domains: Sequence[str], lines: int) -> list[int]:
    """Colours 1-6 for the lines, from top to bottom; the domains take turns."""
    own: list[int] = []
    for slug in domains[:lines]:
        colour = DOMAIN_COLOURS.get(slug, 1)
        while colour in own:
            colour = colour % PATH_COLOURS + 1
        own.append(colour)
    own = own or [1]
    return [own[index % len(own)] for index in range(lines)]


def _rounded(points: Sequence[Point]) -> str:
    """Path data through the points with rounded corners."""
    parts = [f"M{points[0][0]:.0f} {points[0][1]:.0f}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(corner, before), _towards(corner, after)
        parts.append(
            f"L{into[0]:.0f} {into[1]:.0f}Q{corner[0]:.0f} {corner[1]:.0f} {out[0]:.0f} {out[1]:.0f}"
        )
    parts.append(f"L{points[-1][0]:.0f} {points[-1][1]:.0f}")
    return "".join(parts)


def _towards(corner: Point, other: Point) -> Point:
    """The point at which the rounding of a corner starts, on the way to another point."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1
    part = min(CORNER, length / 2) / length
    return corner[0] + dx * part, corner[1] + dy * part


def _way(line: Line, block: Block, lag: float) -> list[Point]:
    """Corner points of a line past the block; `lag` keeps it parallel to its neighbours."""
    ends: tuple[Point, Point] = (-20, line.row), (WIDTH + 20, line.row)
    if not line.rise:
        return list(ends)
    aside, reach = line.row + line.rise, abs(line.rise)
    start = block.x - CLEARANCE - reach + lag
    end = block.x + block.width + CLEARANCE - lag
    return [
        ends[0],
        (start, line.row),
        (start + reach, aside),
        (end, aside),
        (end + reach, line.row),
        ends[1],
    ]


def _lines(block: Block, gap: int, colours: Sequence[int], above: int) -> list[Line]:
    """Lines from top to bottom about the height 0; the first `above` pass over the block."""
    rows = [(index - (len(colours) - 1) / 2) * gap for index in range(len(colours))]
    up = min(0.0, block.y - CLEARANCE - rows[above - 1]) if above else 0.0
    down = max(0.0, block.y + block.height + CLEARANCE - rows[above]) if above < len(rows) else 0.0
    return [
        Line(row, up if index < above else down, colour)
        for index, (row, colour) in enumerate(zip(rows, colours, strict=True))
    ]


@register.inclusion_tag("components/pattern_picture.html")
def pattern_picture(picture: Mapping[str, Any]) -> dict[str, object]:
    """Draw lines of the life domains that find their way round a block.

    The same seed and domains always give the same drawing. `picture` has `seed` and `domains`
    (slugs).
    """
    domains = [str(slug) for slug in picture.get("domains") or ()]
    numbers = _choices(int(picture.get("seed") or 0), domains)
    count = min(4, max(2, len(domains) + _between(numbers, 0, 1)))
    gap, tall, wide = _between(numbers, 13, 17), _between(numbers, 28, 40), _between(numbers, 36, 96)
    left = (WIDTH - wide) // 2 + _between(numbers, -60, 60)
    block = Block(left, -tall // 2 + _between(numbers, -8, 8), wide, tall)
    lines = _lines(block, gap, _colours(domains, count), _between(numbers, 0, count))
    tops = [line.row + min(0, line.rise) for line in lines]
    bottoms = [line.row + max(0, line.rise) for line in lines]
    middle = (min(block.y, *tops) + max(block.y + tall, *bottoms)) / 2
    shift = round(HEIGHT / 2 - middle)
    block = replace(block, y=block.y + shift)
    paths = [
        {
            "d": _rounded(_way(line, block, index * TURN * gap * (1 if line.rise < 0 else -1))),
            "colour": line.colour,
        }
        for index, line in enumerate(replace(line, row=line.row + shift) for line in lines)
    ]
    return {"width": WIDTH, "height": HEIGHT, "blocks": [block], "paths": paths}


@register.filter
def grouped(number: int) -> str:
    """A whole number as the language writes it: 12.500 in Dutch, 12,500 in English."""
    return number_format(number, use_l10n=True, force_grouping=True)


CONTROL_CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.RadioSelect, "mm-radio"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
]


@register.simple_tag
def control(field: forms.BoundField) -> SafeString:
    """Render the control of a form field with the classes of the design system."""
    css = next((css for kind, css in CONTROL_CLASSES if isinstance(field.field.widget, kind)), "")
    if field.errors and css:
        css = f"{css} {css.split()[0]}--invalid"
    attrs: dict[str, str | bool] = {"class": css} if css else {}
    if field.errors and not field.use_fieldset:
        described = [f"{field.auto_id}_helptext"] if field.help_text else []
        attrs["aria-describedby"] = " ".join([*described, f"{field.auto_id}_error"])
    return field.as_widget(attrs=attrs)
