"""The page of components shows every template, in every state that its comment names."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from core.component_page import components, documentation, names, states

URL = "/_componenten/"
PARAMETERS = re.compile(r"^  (\w+(?:, \w+)*)  +\S", re.MULTILINE)
# Defaults, which need no mention, and names that a comment uses for something else.
EXAMPLES = {"text", "search", "number", "date", "url", "print", "secondary", "button", "utrecht-data-list"}
VALUES = re.compile(r'"([a-z-]+)"')


def parameters(name: str) -> list[str]:
    return [word for line in PARAMETERS.findall(documentation(name)) for word in line.split(", ")]


def values_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {each for item in value.values() for each in values_in(item)}
    if isinstance(value, list):
        return {each for item in value for each in values_in(item)}
    return {str(value)}


def test_every_component_is_on_the_page() -> None:
    assert set(states()) == set(names())


@pytest.mark.parametrize("name", names())
def test_every_parameter_and_value_that_is_documented_is_shown(name: str) -> None:
    assert documentation(name), "the template says nothing of itself"
    used = {key for state in states()[name] for key in state}
    assert set(parameters(name)) <= used
    documented = {value for line in documentation(name).splitlines() for value in VALUES.findall(line)}
    shown = {value for state in states()[name] for value in values_in(state)}
    assert documented - shown <= EXAMPLES


def test_every_state_gives_html() -> None:
    for component in components():
        assert all(html.strip() for _parameters, html in component.states), component.name


def test_visitors_of_production_do_not_get_it(site: None, client: Client, settings: Any) -> None:
    answer = client.get(URL)
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"
    settings.ENVIRONMENT = "production"
    assert client.get(URL, follow=True).status_code == 404
    client.force_login(User.objects.create_superuser("beheer@mooimaatwerk.example", "a-good-password"))
    assert client.get(URL).status_code == 200
