"""A plot with logarithmic axes as SVG, drawn by hand: no library is worth its weight for one picture."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 860, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 270, 30, 50
COLOURS = ("#1b4f9c", "#3f7fd0", "#8fb4e8", "#a33b00", "#d9733a", "#eeb08a", "#555555")

Line = Sequence[tuple[int, float]]


class _Axis:
    """Whole powers of ten around some values, on so many pixels."""

    def __init__(self, values: Sequence[float], begin: float, end: float) -> None:
        self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.high = max(self.high, self.low + 1)
        self._begin, self._end = begin, end

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self._begin + share * (self._end - self._begin), 1)

    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def draw(lines: Mapping[str, Line]) -> str:
    """The picture.

    Args:
        lines: Number of stories and milliseconds, by name.

    Returns:
        SVG.
    """
    points = [point for line in lines.values() for point in line]
    across = _Axis([stories for stories, _ in points], LEFT, WIDTH - RIGHT)
    up = _Axis([milliseconds for _, milliseconds in points], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="12">',
        "<title>p50 in milliseconds by number of stories, both axes logarithmic</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *_grid(across, up),
    ]
    for number, (name, line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [(across.place(stories), up.place(milliseconds)) for stories, milliseconds in line]
        path = " ".join(f"{x},{y}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in places]
        below = TOP + 10 + 20 * number
        right = WIDTH - RIGHT + 20
        parts.append(f'<rect x="{right}" y="{below - 9}" width="14" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{right + 20}" y="{below}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _grid(across: _Axis, up: _Axis) -> Iterator[str]:
    for value in across.ticks():
        x = across.place(value)
        yield f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{value:,.0f}</text>'
    for value in up.ticks():
        y = up.place(value)
        yield f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:g} ms</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 12}" text-anchor="middle">stories</text>'
