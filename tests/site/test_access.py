"""Every address x every role x GET and POST: who is let in is what the table in access.py says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.site.access import (
    ACCESS,
    ADMIN,
    ANONYMOUS,
    ROLES,
    STAFF,
    SUBMITTER,
    Roles,
    rule_of_admin,
)
from tests.site.routes import LANGUAGE, Route, routes
from tests.site.world import cookies, make_world

METHODS = ("get", "post")
# Wagtail tries out there how it shows an error; an empty list; what wants something else first.
OTHERWISE = {
    "admin/api/main/^documents/find/",
    "admin/api/main/^images/find/",
    "admin/api/main/^pages/find/",
    "admin/block-preview/",
    "admin/failwhale/",
    "admin/test404/",
    "admin/snippets/",
    "admin/search/preview/",
    "admin/redirects/import/process/",
}
REFUSED = {403, 404, 405}
SIGN_IN = "/nl/inloggen/?next="
ADMIN_HOME = "/admin/"


class Visitors:
    """Asks for addresses as each role, and undoes what that did."""

    def __init__(self) -> None:
        world = make_world()
        self.values = world.values
        self.cookies = cookies(world.people)

    def is_let_in(self, role: str, method: str, path: str) -> bool:
        """Whether somebody of the role gets an answer of the address itself.

        Raises:
            AssertionError: The site fails.
        """
        client = Client(raise_request_exception=False)
        if role != ANONYMOUS:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.cookies[role]
        with transaction.atomic():
            answer = getattr(client, method)(path)
            transaction.set_rollback(True)
        assert answer.status_code < 500, f"{method} {path} as {role}: {answer.status_code}"
        if answer.status_code in REFUSED:
            return False
        target = str(answer.get("Location", ""))
        sent_home = target == ADMIN_HOME and path.startswith(ADMIN_HOME) and path != ADMIN_HOME
        # What is not there in no language is looked for in the visitor's language, and is not there either.
        sent_on = target.strip("/") == LANGUAGE + path.strip("/")
        return not (target.startswith(SIGN_IN) or sent_home or sent_on)


@pytest.fixture
def visitors(tree: None) -> Visitors:
    return Visitors()


def wrong(visitors: Visitors, route: Route, expected: dict[str, Roles], at: dict[str, Any]) -> Iterator[str]:
    """Where the site does something else than the table says."""
    path = route.path(at)
    for method, roles in expected.items():
        for role in ROLES:
            if visitors.is_let_in(role, method, path) != (role in roles):
                yield f"{route.name}: {method} {path} as {role} is {'refused' if role in roles else 'let in'}"


def test_every_address_is_classified() -> None:
    found = {route.name for route in routes() if not route.is_admin}
    assert found - ACCESS.keys() == set(), "add a line to tests/site/access.py"
    assert ACCESS.keys() - found == set(), "these addresses are gone"
    unknown = [route.text for route in routes() if route.is_admin and rule_of_admin(route.text) is None]
    assert unknown == [], "add a line to ADMIN in tests/site/access.py"
    texts = [route.text for route in routes() if route.is_admin]
    assert [start for start in ADMIN if not any(text.startswith(start) for text in texts)] == []


@pytest.mark.slow
def test_who_is_let_in_at_the_site(visitors: Visitors) -> None:
    complaints: list[str] = []
    for route in routes():
        if not route.is_admin:
            access = ACCESS[route.name]
            at = {part: visitors.values.get(value, value) for part, value in access.at.items()}
            complaints += wrong(visitors, route, {"get": access.get, "post": access.post}, at)
    assert not complaints, "\n".join(complaints)


@pytest.mark.slow
def test_nobody_but_editors_is_let_into_the_admin(visitors: Visitors) -> None:
    complaints = [
        f"{role} {method} {route.text}"
        for route in routes()
        if route.is_admin
        for role in (ANONYMOUS, SUBMITTER)
        if role not in (rule_of_admin(route.text) or ())
        for method in METHODS
        if visitors.is_let_in(role, method, route.path({}))
    ]
    assert not complaints, "\n".join(complaints)


def stands_for_its_part(route: Route) -> bool:
    """Whether it can be asked for as it is; dialogs in which something is chosen go with another page."""
    return not {"<", "("} & set(route.text) and "choose" not in route.text and route.text not in OTHERWISE


@pytest.mark.slow
def test_which_editors_are_let_in_where(visitors: Visitors) -> None:
    """Addresses without numbers in them stand for their part of the admin."""
    complaints = [
        f"{route.text} {role} is {'refused' if role in roles else 'let in'}"
        for route in routes()
        if route.is_admin and stands_for_its_part(route)
        for roles in [rule_of_admin(route.text) or frozenset()]
        for role in STAFF
        if visitors.is_let_in(role, "get", route.path({})) != (role in roles)
    ]
    assert not complaints, "\n".join(complaints)
