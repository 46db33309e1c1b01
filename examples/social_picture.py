"""Draws the picture that goes with a link to a story: its title, and the pattern of its life domains."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from core.templatetags.components import HEIGHT as PATTERN_HEIGHT
from core.templatetags.components import WIDTH as PATTERN_WIDTH
from core.templatetags.components import pattern_picture

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
# Drawn at this multiple and scaled down: Pillow's lines have no soft edges of their own.
FINE = 2
# What the design system's tokens give in the light scheme (static/src/css/tokens.css).
GROUND, INK, SOFT, BLOCK = "#ffffff", "#0f4068", "#43525e", "#43525e"
BAND = "#eaf2f9"
PATHS = ("#125386", "#c2560f", "#1c7a4d", "#8a6a12", "#93406b", "#3f7f96")
PATTERN_TOP = 400
TITLE_SIZES = (68, 60, 52, 46)
TITLE_LINES = 3
STEPS_OF_A_BEND = 8
REGULAR = 430
PART = re.compile(r"([MLQ])((?:-?\d+ ?)+)")

Point = tuple[float, float]


def draw(title: str, kicker: str, site: str, seed: int, domains: Sequence[str]) -> bytes:
    """A PNG of 1200 by 630 pixels; the same words and domains always give the same bytes."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), GROUND)
    canvas = ImageDraw.Draw(image)
    _pattern(canvas, pattern_picture({"seed": seed, "domains": domains}))
    canvas.text((MARGIN * FINE, 56 * FINE), kicker, font=_sans(30), fill=SOFT)
    font, lines = fitted(title)
    canvas.multiline_text(
        (MARGIN * FINE, 110 * FINE), "\n".join(lines), font=font, fill=INK, spacing=10 * FINE
    )
    canvas.text((MARGIN * FINE, (HEIGHT - 62) * FINE), site, font=_serif(32), fill=INK)
    out = io.BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title fits its lines; the last line is cut where none do."""
    room = (WIDTH - 2 * MARGIN) * FINE
    for size in TITLE_SIZES:
        font = _serif(size)
        lines = wrapped(title, font, room)
        if len(lines) <= TITLE_LINES:
            return font, lines
    last = lines[TITLE_LINES - 1]
    while font.getlength(f"{last}…") > room:
        last = last[:-1].rstrip()
    return font, [*lines[: TITLE_LINES - 1], f"{last}…"]


def wrapped(text: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """The text in lines that fit; a word that is longer than a line is broken."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= room:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line]


def points(path: str) -> list[Point]:
    """The corners of a path of straight lines and bends, the bends in small steps."""
    found: list[Point] = []
    for kind, numbers in PART.findall(path):
        values = [float(number) for number in numbers.split()]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if kind == "Q":
            start, (bend, end) = found[-1], pairs
            for step in range(1, STEPS_OF_A_BEND + 1):
                part = step / STEPS_OF_A_BEND
                found.append(_on_bend(start, bend, end, part))
        else:
            found += pairs
    return found


def _on_bend(start: Point, bend: Point, end: Point, part: float) -> Point:
    weights = (1 - part) ** 2, 2 * part * (1 - part), part**2
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, (start, bend, end), strict=True))
        for axis in (0, 1)
    )
    return x, y


def _pattern(canvas: ImageDraw.ImageDraw, pattern: Mapping[str, Any]) -> None:
    """The pattern in the band below the title, over the whole width."""
    scale = WIDTH * FINE / PATTERN_WIDTH
    top = PATTERN_TOP * FINE
    middle = (HEIGHT - 80 - PATTERN_TOP) * FINE / 2 - PATTERN_HEIGHT / 2 * scale * 0.45

    def at(x: float, y: float) -> Point:
        return x * scale, top + middle + y * scale * 0.45

    canvas.rectangle((0, top, WIDTH * FINE, (HEIGHT - 80) * FINE), fill=BAND)
    for path in pattern["paths"]:
        line = [at(x, y) for x, y in points(path["d"])]
        canvas.line(line, fill=PATHS[path["colour"] - 1], width=14 * FINE, joint="curve")
    for block in pattern["blocks"]:
        box = (*at(block.x, block.y), *at(block.x + block.width, block.y + block.height))
        canvas.rounded_rectangle(box, radius=10 * FINE, fill=BLOCK)


def _serif(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_font_file("source-serif-4-latin-600-normal"), size * FINE)


def _sans(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_font_file("source-sans-3-latin-wght-normal"), size * FINE)
    font.set_variation_by_axes([REGULAR])
    return font


def _font_file(name: str) -> Path:
    return Path(settings.BASE_DIR) / "static" / "dist" / "fonts" / f"{name}.woff2"
