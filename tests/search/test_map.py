"""The results on a map and in a table."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from search.map import HEIGHT, NAMES, WIDTH, Point, _with_names, projected, radius

PAGE = "/nl/zoeken/?weergave=kaart"


def html(client: Client, url: str) -> str:
    return " ".join(client.get(url).content.decode().split())


def rows(page: str) -> list[tuple[str, int]]:
    found = re.findall(r'scope="row"> <a [^>]*>(?:<span.*?</span>)?([^<]*)</a>.*?<td[^>]*>(\d+)</td>', page)
    return [(name, int(number)) for name, number in found]


@pytest.mark.usefixtures("searchable")
def test_points_and_rows_show_the_same_and_lead_to_the_municipality(client: Client) -> None:
    page = html(client, PAGE)
    points = re.findall(r"<title>([^<:]*): (\d+)</title>", page)
    assert {(name, int(number)) for name, number in points} == set(rows(page))
    assert ("Leeuwarden", 3) in rows(page)
    assert "gemeente=GM0080&amp;weergave=kaart" in page
    assert "noindex" in page


@pytest.mark.usefixtures("searchable")
def test_the_map_follows_the_search(client: Client) -> None:
    assert len(rows(html(client, f"{PAGE}&leefgebied=geld"))) < len(rows(html(client, PAGE)))
    chosen = html(client, f"{PAGE}&gemeente=GM0080")
    assert "mm-map__point--selected" in chosen
    assert "Verwijder het filter" in chosen
    assert len(rows(chosen)) == len(rows(html(client, PAGE)))


@pytest.mark.usefixtures("searchable")
def test_the_table_sorts_by_links(client: Client) -> None:
    numbers = [number for _, number in rows(html(client, PAGE))]
    assert numbers == sorted(numbers, reverse=True)
    by_name = html(client, f"{PAGE}&plaatsen=naam")
    names = [name.casefold() for name, _ in rows(by_name)]
    assert names == sorted(names)
    assert 'aria-sort="ascending"' in by_name


def test_north_is_up_and_all_of_the_country_is_on_the_map() -> None:
    for lat, lon in ((50.77, 5.7), (53.48, 6.17), (51.5, 3.49), (53.18, 7.15)):
        x, y = projected(lat, lon)
        assert 0 < x < WIDTH
        assert 0 < y < HEIGHT
    assert projected(53.2, 6.5)[1] < projected(50.8, 6.5)[1]
    # Groningen to Maastricht is 270 km as the crow flies, Den Haag to Enschede 178.4 km.
    (ax, ay), (bx, by) = projected(53.219, 6.567), projected(50.851, 5.691)
    (cx, cy), (dx, dy) = projected(52.078, 4.289), projected(52.221, 6.894)
    ratio = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 / ((cx - dx) ** 2 + (cy - dy) ** 2) ** 0.5
    assert ratio == pytest.approx(270 / 178.4, rel=0.02)


def test_the_area_of_a_point_goes_with_its_number() -> None:
    assert radius(100, 100) / radius(25, 100) == pytest.approx(2, rel=0.01)
    assert radius(0, 10) > 0


def point(label: str, x: float, y: float, size: float = 8.0) -> Point:
    return Point(label, 1, False, "?", x, y, size)


def test_a_name_stands_where_there_is_room_for_it() -> None:
    alone, east = point("Utrecht", 150, 200), point("Enschede", WIDTH - 10, 300)
    near = point("Leeuwarden", 250, 50), point("Groningen", 300, 50)
    names = {one.label: one.name for one in _with_names([alone, east, *near])}
    found = {label: name.anchor for label, name in names.items() if name}
    assert found == {"Utrecht": "start", "Enschede": "end", "Leeuwarden": "end", "Groningen": "start"}
    boxes = [name.box for name in names.values() if name]
    assert all(left >= 0 and right <= WIDTH for left, right, _, _ in boxes)


def test_only_so_many_names_are_written() -> None:
    points = [point("Ede", 50, 20 + 40 * row) for row in range(NAMES + 2)]
    assert [bool(one.name) for one in _with_names(points)] == [True] * NAMES + [False] * 2
