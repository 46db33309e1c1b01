"""What visitors get when something is wrong, and when the site is closed."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.template.loader import render_to_string
from django.test import Client

from core.maintenance import flag_file
from examples.models import ExamplePage

STORY, ENGLISH = "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/en/examples/leeuwarden-maatwerkpot/"


def story(language: str = "nl") -> ExamplePage:
    return ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code=language)


def refuse(*args: object, **kwargs: object) -> None:
    raise DatabaseError


@pytest.fixture
def data_dir(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_a_request_for_another_host_gets_the_page_for_400(site: None, client: Client) -> None:
    answer = client.get("/nl/", headers={"Host": "somebody-else.example"})
    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()
    assert "core/machine_head.html" not in answer.content.decode()


def test_a_form_from_elsewhere_gets_the_page_for_403(site: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/nl/inloggen/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Fout 403" in answer.content.decode()


def test_a_story_that_was_withdrawn_says_so(site: None, client: Client) -> None:
    story().unpublish()
    answer = client.get(STORY)
    assert answer.status_code == 410
    assert "Deze pagina is ingetrokken" in answer.content.decode()


def test_a_draft_that_was_never_public_is_unknown(site: None, client: Client) -> None:
    index = story().get_parent()
    draft = ExamplePage(title="Geheim", slug="geheim", locale=story().locale, live=False, summary="Nog niet")
    index.add_child(instance=draft)
    answer = client.get("/nl/voorbeelden/geheim/")
    assert answer.status_code == 404
    assert "Geheim" not in answer.content.decode()


def test_a_story_that_was_erased_leaves_no_trace(site: None, client: Client) -> None:
    story().delete()
    assert client.get(STORY).status_code == 404


def test_an_address_in_a_language_without_translation_leads_to_the_other(site: None, client: Client) -> None:
    story("en").delete()
    html = client.get(STORY).content.decode()
    assert f'href="{ENGLISH}"' in html, "the switch leads to the page that says so"
    assert 'hreflang="x-default"' in html
    answer = client.get(ENGLISH)
    assert answer.status_code == 404
    html = answer.content.decode()
    assert "This page is not translated yet" in html
    assert f'href="{STORY}"' in html
    assert story().title in html


@pytest.mark.parametrize(
    ("asked", "language"), [("nl-BE,nl;q=0.9", "nl"), ("en-GB,en;q=0.8", "en"), ("fr", "nl"), ("", "nl")]
)
def test_the_root_follows_the_languages_of_the_browser(
    db: None, client: Client, asked: str, language: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": asked} if asked else {})
    assert answer["Location"] == f"/{language}/"
    assert "Accept-Language" in answer["Vary"]


def test_maintenance_closes_the_site_and_not_the_admin(site: None, client: Client, data_dir: Path) -> None:
    call_command("maintenance", "on", verbosity=0)
    assert flag_file().parent == data_dir
    answer = client.get("/nl/")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert answer["Cache-Control"] == "no-store"
    html = answer.content.decode()
    assert "We zijn zo terug" in html
    assert hashes_of_styles(html) < set(re.split(r"[ ;]+", answer["Content-Security-Policy"]))
    assert client.get("/nl/inloggen/").status_code == 200
    assert client.get("/admin/").status_code == 302
    assert client.get("/healthz").status_code == 200
    call_command("maintenance", "off", verbosity=0)
    assert client.get("/nl/").status_code == 200


def test_the_pages_for_500_and_503_need_no_database(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", refuse)
        for name in ("500.html", "503.html"):
            assert "<h1" in render_to_string(name)


@pytest.mark.parametrize("template", ["500.html", "503.html"])
def test_the_pages_for_500_and_503_stand_alone(template: str) -> None:
    html = render_to_string(template)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', html)) == {"/", "/en/"}
    assert "url(" not in html
    assert "@import" not in html


def hashes_of_styles(html: str) -> set[str]:
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles]
    return {f"'sha256-{digest}'" for digest in digests}


def test_an_error_gets_a_page_whose_style_the_policy_allows(
    site: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.serving.find", refuse)
    client.raise_request_exception = False
    answer = client.get("/nl/over-ons/")
    html = answer.content.decode()
    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in html
    assert hashes_of_styles(html)
    policy = {part.split()[0]: set(part.split()[1:]) for part in answer["Content-Security-Policy"].split(";")}
    assert policy["style-src"] == {"'self'", *hashes_of_styles(html)}
    assert policy["script-src"] == {"'self'"}


def test_health_says_when_the_database_does_not_answer(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", refuse)
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "database"})
