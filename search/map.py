"""The results on a map of the Netherlands: a point for each municipality, as large as it has results.

Every municipality of today is a point, so that together they show the country: no outlines are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sqrt
from typing import Any

from examples.models import Municipality
from search import forms
from search.params import PlaceOrder, SearchParams, View
from search.results import FacetValue, SearchResults

# Degrees that the map shows, and its width in units of the drawing.
WEST, EAST, SOUTH, NORTH = 3.3, 7.3, 50.7, 53.6
WIDTH = 400
# At the middle latitude a degree of longitude is this much shorter than one of latitude: over so small a
# country that is as good as a conformal projection, within one part in a hundred.
SHRINK = cos(radians((SOUTH + NORTH) / 2))
SCALE = WIDTH / ((EAST - WEST) * SHRINK)
HEIGHT = round((NORTH - SOUTH) * SCALE)
SMALLEST, LARGEST, DOT = 7.0, 26.0, 2.0
# So many names are written beside their points, where there is room.
NAMES = 6
NAME_HEIGHT, NAME_WIDTH, NAME_GAP = 16, 8, 4

Box = tuple[float, float, float, float]  # left, right, top, bottom


@dataclass(frozen=True)
class Name:
    """A place for a name: its middle line, where on it the text is anchored, and the box that it fills."""

    x: float
    y: float
    anchor: str
    box: Box


@dataclass(frozen=True)
class Point:
    """A municipality on the map; lengths in units of the drawing.

    Attributes:
        label: Its name.
        count: Number of results; choosing it as a filter shows so many.
        selected: Whether it is chosen now.
        url: The search in which it is chosen, or is no longer.
        x, y, radius: Where and how large.
        name: Where its name stands, when there is room for it.
    """

    label: str
    count: int
    selected: bool
    url: str
    x: float
    y: float
    radius: float
    name: Name | None = None


def map_context(results: SearchResults) -> dict[str, Any]:
    """The points with results, the small ones without, and the rows of the table."""
    params = results.params
    table = next((table for table in results.facets if table.facet.name == "municipality"), None)
    values = {value.value: value for value in table.values} if table else {}
    rows = Municipality.objects.filter(code__in=values).values_list("code", "lat", "lon")
    places = {code: projected(lat, lon) for code, lat, lon in rows if lat is not None and lon is not None}
    found = {code: value for code, value in values.items() if value.count or value.selected}
    most = max((value.count or 0 for value in found.values()), default=1) or 1
    points = [_point(params, found[code], places[code], most) for code in found if code in places]
    points.sort(key=lambda point: -point.radius)  # the small ones on top, where they can be clicked
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "points": _with_names(points),
        "dots": [place for code, place in places.items() if code not in found],
        "dot": DOT,
        "rows": _rows(points, params.places_by),
        "orders": _orders(params),
        "counted": not results.degraded,
    }


def projected(lat: float, lon: float) -> tuple[float, float]:
    """Degrees of WGS 84 to units of the drawing, from its upper left corner."""
    return round((lon - WEST) * SHRINK * SCALE, 1), round((NORTH - lat) * SCALE, 1)


def radius(count: int, most: int) -> float:
    """Radius of a point of which the area goes with the number, between the smallest and the largest."""
    return round(max(SMALLEST, LARGEST * sqrt(count / max(most, 4))), 1)


def _point(params: SearchParams, value: FacetValue, place: tuple[float, float], most: int) -> Point:
    change = forms.without_value if value.selected else forms.with_value
    return Point(
        label=value.label,
        count=value.count or 0,
        selected=value.selected,
        url=forms.address(change(params, "municipality", value.value)),
        x=place[0],
        y=place[1],
        radius=radius(value.count or 0, most),
    )


def _with_names(points: Sequence[Point]) -> list[Point]:
    """The points; the largest with their names, where these lie over no point and no other name."""
    taken = [
        (one.x - one.radius, one.x + one.radius, one.y - one.radius, one.y + one.radius) for one in points
    ]
    names = 0
    shown = []
    for point in points:
        free = (name for name in _places_of_name(point) if _is_free(name.box, taken))
        name = next(free, None) if names < NAMES else None
        if name:
            names += 1
            taken.append(name.box)
        shown.append(replace(point, name=name))
    return shown


def _places_of_name(point: Point) -> Iterator[Name]:
    """Right of the point, left, below, above: the best first."""
    width, half = len(point.label) * NAME_WIDTH, NAME_HEIGHT / 2
    away = point.radius + NAME_GAP
    for x, y, anchor, left in (
        (point.x + away, point.y, "start", point.x + away),
        (point.x - away, point.y, "end", point.x - away - width),
        (point.x, point.y + away + half, "middle", point.x - width / 2),
        (point.x, point.y - away - half, "middle", point.x - width / 2),
    ):
        yield Name(round(x, 1), round(y, 1), anchor, (left, left + width, y - half, y + half))


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    inside = box[0] >= 0 and box[1] <= WIDTH and box[2] >= 0 and box[3] <= HEIGHT
    return inside and not any(_overlap(box, other) for other in taken)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _rows(points: Iterable[Point], order: PlaceOrder) -> list[Point]:
    if order is PlaceOrder.NAME:
        return sorted(points, key=lambda point: point.label.casefold())
    return sorted(points, key=lambda point: (-point.count, point.label.casefold()))


def _orders(params: SearchParams) -> dict[str, Any]:
    return {
        "by": params.places_by.value,
        "name_url": forms.address(params, places_by=PlaceOrder.NAME, view=View.MAP),
        "count_url": forms.address(params, places_by=PlaceOrder.COUNT, view=View.MAP),
    }
