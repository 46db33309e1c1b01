"""The tour in README.md: its pictures are there, have words, and are quick to load."""

from __future__ import annotations

import re

from scripts.dev.project import ROOT
from scripts.tour import FOLDER, STOPS

LARGEST = 150_000


def test_tour_shows_the_pictures_that_shots_takes() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="docs/img/([^"]+)" width="\d+" alt="([^"]{20,})">', readme)
    assert [name for name, _ in shown] == [f"{stop.name}.webp" for stop in STOPS]
    assert {path.name for path in FOLDER.iterdir()} == {name for name, _ in shown}
    assert all((FOLDER / name).stat().st_size < LARGEST for name, _ in shown)
