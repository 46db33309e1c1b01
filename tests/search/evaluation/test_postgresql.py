"""The baseline on PostgreSQL, on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db.utils import ConnectionHandler

from scripts.postgresql import USER, running_postgresql, why_not
from search.evaluation import systems

TEXTS = [
    ("ontruiming", "Het gezin wordt ontruimd. De gemeenten zochten een andere woning."),
    ("twee-keer", "Een gemeente en nog een gemeente hielpen met de schulden."),
    ("niets", "Een fiets werd gestolen; iemand zei: voor & achter | tussen (haakjes)!"),
]


@pytest.fixture(scope="module")
def connection() -> Iterator[Any]:
    if reason := why_not():
        pytest.skip(reason)
    with running_postgresql() as server:
        own = {
            **settings.DATABASES["default"],
            "ENGINE": "django.db.backends.postgresql",
            "NAME": USER,
            "USER": USER,
            "PASSWORD": "",
            "HOST": "127.0.0.1",
            "PORT": str(server.port),
            "OPTIONS": {},
            "TEST": {},
        }
        opened = ConnectionHandler({"default": own})["default"]
        yield opened
        opened.close()


@pytest.fixture
def on_postgresql(connection: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(systems, "connection", connection)


@pytest.mark.slow
def test_any_word_is_enough_inflections_meet_and_the_best_comes_first(on_postgresql: None) -> None:
    answer = systems._postgresql(TEXTS)
    assert answer("gemeenten") == ["twee-keer", "ontruiming"]
    assert answer("ontruimd gezin, schulden?")[0] == "ontruiming"
    assert answer("xyzzy") == []
    for text in ("", "'", '"a', "a & | ! ( :*", "-fiets", "or", "\\"):
        assert set(answer(text)) <= {slug for slug, _ in TEXTS}, text


@pytest.mark.slow
def test_it_is_one_of_the_baselines_and_is_asked_what_the_others_are(
    searchable: None, on_postgresql: None
) -> None:
    found = systems.baselines()
    assert "utrecht-rolstoelwoningen" in found["PostgreSQL dutch"]("Een woning met een rolstoel")[:3]
