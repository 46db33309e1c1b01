"""Licences of what ships: requirements.txt, and the npm packages that end up in static/dist."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker

from tests.guards.sources import ROOT, python_files
from tests.guards.test_locks import pins

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC-BY-4.0",
    "CC0-1.0",
    "CNRI-Python",
    "EUPL-1.2",
    "HPND",
    "ISC",
    "LGPL-3.0-only",  # psycopg: used as a library, unchanged
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
    "Python-2.0",
    "Unlicense",
    "ZPL-2.1",
    "Zlib",
}
# What older packages write instead of an SPDX name.
OLD_NAMES = {
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
# Packages with a wrong classifier; the licence is that of the text they carry.
READ = {"locate": "MIT", "qrcode": "BSD-3-Clause"}
# Packages whose text files are read and whose code is not, with the strictest licence that they name: their
# metadata may say another (decision 0040). Nothing of ours may import them.
READ_AS_DATA = {"deduce": "GPL-3.0-only"}
SMALL = 100  # bytes; below it two lists may be alike by chance
# Design tokens whose makers keep them to themselves, whatever their `license` field says.
REFUSED = re.compile(r"(utrecht|rijkshuisstijl)[\w./-]*design-tokens|rijkshuisstijl[\w./-]*(font|logo)", re.I)


def allowed(licence: str) -> bool:
    """Whether an SPDX expression leaves us a way in which every licence is on the list."""
    ways = re.split(r"\s+OR\s+", licence.replace("(", "").replace(")", ""))
    return any(all(name in ALLOWED for name in re.split(r"\s+AND\s+", way)) for way in ways)


def licence_of(package: Distribution) -> str:
    """What a Python package says its licence is; of several classifiers all count."""
    about: Any = package.metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    classifiers = [c.split(" :: ")[-1] for c in about.get_all("Classifier", []) if c.startswith("License ::")]
    names = [c for c in classifiers if c != "OSI Approved"] or [str(about.get("License", "unknown")).strip()]
    return " AND ".join(OLD_NAMES.get(name, name) for name in names)


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later OR MIT", True),
        ("MIT AND PSF-2.0", True),
        ("(MIT AND AGPL-3.0-only)", False),
        ("AGPL-3.0-only", False),
        ("GPL-3.0-or-later", False),
        ("SEE LICENSE IN LICENSE.md", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_expressions_are_read_as_they_are_meant(licence: str, expected: bool) -> None:
    assert allowed(licence) is expected


def test_python_packages_that_ship() -> None:
    refused = {}
    for name, line in pins(ROOT / "requirements.txt").items():
        marker = re.search(r";\s*([^\\]*?)\s*--hash", line)
        if marker and not Marker(marker[1]).evaluate():
            continue
        try:
            licence = READ.get(name) or licence_of(distribution(name))
        except PackageNotFoundError:
            licence = "not installed"
        if not allowed(licence) and name not in READ_AS_DATA:
            refused[name] = licence
    assert not refused


@pytest.mark.parametrize("name", READ_AS_DATA)
def test_what_is_read_as_data_is_not_imported_and_not_copied(name: str) -> None:
    assert not allowed(READ_AS_DATA[name])
    loaded = re.compile(rf"^\s*(?:import|from)\s+{name}\b|import_module\(\s*[\"']{name}", re.M)
    importing = [path for path in python_files() if loaded.search(path.read_text(encoding="utf-8"))]
    assert importing == []
    theirs = {
        path.read_bytes()
        for path in Path(str(distribution(name).locate_file(name))).rglob("*.txt")
        if path.stat().st_size > SMALL
    }
    assert theirs
    ours = (ROOT / "platform" / "privacy" / "data").glob("*.txt")
    assert not [path.name for path in ours if path.read_bytes() in theirs]


def _npm_packages() -> dict[str, dict[str, Any]]:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    return {name.rpartition("node_modules/")[2]: package for name, package in packages.items() if name}


def test_npm_packages_that_ship() -> None:
    shipped = {n: p for n, p in _npm_packages().items() if not p.get("dev") and not p.get("devOptional")}
    assert shipped
    licences = {name: str(package.get("license", "unknown")) for name, package in shipped.items()}
    assert not {name: licence for name, licence in licences.items() if not allowed(licence)}


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("@utrecht/design-tokens", True),
        ("@rijkshuisstijl-community/design-tokens", True),
        ("@nl-design-system-unstable/voorbeeld-design-tokens", False),
        ("@utrecht/button-css", False),
    ],
)
def test_proprietary_tokens_are_known_by_name(name: str, refused: bool) -> None:
    assert bool(REFUSED.search(name)) is refused


def test_no_proprietary_design_tokens() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    direct = [*wanted.get("dependencies", {}), *wanted.get("devDependencies", {})]
    assert not [name for name in {*direct, *_npm_packages()} if REFUSED.search(name)]
