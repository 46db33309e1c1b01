from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.guards.sources import ROOT

NAMES = ["requirements", "requirements-dev", "requirements-build"]
PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==[^\s\\;]+", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    """Each pin of a lock, by its normalised name, with all that belongs to it."""
    text = lock.read_text().replace("\\\n", " ")
    return {
        re.sub(r"[-_.]+", "-", line.split("==")[0]).lower(): line
        for line in text.splitlines()
        if PIN.match(line)
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_holds_no_address(name: str) -> None:
    assert "://" not in (ROOT / f"{name}.txt").read_text()


@pytest.mark.parametrize("name", NAMES)
def test_every_pin_has_a_hash(name: str) -> None:
    locked = pins(ROOT / f"{name}.txt")
    assert locked
    assert not [pin for pin, line in locked.items() if "--hash=sha256:" not in line]


@pytest.mark.parametrize("name", NAMES)
def test_every_wish_is_locked(name: str) -> None:
    locked = pins(ROOT / f"{name}.txt")
    lines = [line.strip() for line in (ROOT / f"{name}.in").read_text().splitlines()]
    wishes = [re.split(r"[\[<>=!~; ]", line)[0] for line in lines if line and line[0] not in "#-"]
    assert not [wish for wish in wishes if re.sub(r"[-_.]+", "-", wish).lower() not in locked]


def test_the_front_ends_lock_holds_no_address_and_checks_every_package() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if name and "integrity" not in package]


def test_npm_is_told_to_keep_addresses_out_of_its_lock() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().replace(" ", "")
