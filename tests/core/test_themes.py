"""The look of a municipality, by host."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from core.checks import themes_exist
from tests.guards.sources import ROOT

HOST = "maatwerk.gemeente.example"


@pytest.fixture
def themed(settings: Any) -> None:
    settings.THEMES = {HOST: "voorbeeldgemeente"}
    settings.ALLOWED_HOSTS = [HOST, "testserver"]


def test_each_host_has_its_own_look(site: None, kept_pages: None, themed: None, client: Client) -> None:
    link = "dist/themes/voorbeeldgemeente.css"
    for _ in range(2):
        assert link in client.get("/nl/", headers={"Host": HOST}).content.decode()
        assert link not in client.get("/nl/").content.decode()


def test_the_theme_changes_tokens_and_nothing_else() -> None:
    css = (ROOT / "static" / "src" / "themes" / "voorbeeldgemeente.css").read_text()
    rules = [line.strip() for line in css.splitlines() if ":" in line and line.strip().endswith(";")]
    assert rules
    assert all(rule.startswith("--") for rule in rules)
    assert set(css.split("*/")[1].split()) & {":root"}


def test_a_theme_that_does_not_exist_is_named(settings: Any) -> None:
    assert themes_exist(None) == []
    settings.THEMES = {HOST: "onbekend"}
    (error,) = themes_exist(None)
    assert "onbekend" in error.msg
    assert "voorbeeldgemeente" in str(error.hint)
