"""The HTML of every template in both languages is valid, by html-validate."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils.translation import override

from scripts.error_pages import ERROR_PAGES, STATIC_PAGES
from scripts.public_pages import LANGUAGES, PUBLIC_PAGES
from tests.guards.sources import ROOT

VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"


def validate(*files: Path) -> subprocess.CompletedProcess[str]:
    command = [str(VALIDATOR), "--config", str(ROOT / ".htmlvalidate.json"), *map(str, files)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def write_pages(client: Client, folder: Path, language: str) -> None:
    for page in PUBLIC_PAGES:
        answer = client.get(page.path(language))
        assert answer.status_code == page.status, page.name
        (folder / f"{page.name}-{language}.html").write_bytes(answer.content)
    with override(language):
        for name, template in ERROR_PAGES.items():
            request = RequestFactory().get(f"/{language}/")
            html = render_to_string(template, request=request)
            (folder / f"{name}-{language}.html").write_text(html)


@pytest.mark.slow
def test_every_template_is_valid_html(site: None, client: Client, tmp_path: Path) -> None:
    for language in LANGUAGES:
        write_pages(client, tmp_path, language)
    for name, template in STATIC_PAGES.items():
        (tmp_path / f"{name}.html").write_text(render_to_string(template))
    done = validate(*sorted(tmp_path.glob("*.html")))
    assert done.returncode == 0, done.stdout[:4000]


@pytest.mark.slow
def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text('<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><p><div></p></html>')
    done = validate(bad)
    assert done.returncode == 1
    assert "element-permitted-content" in done.stdout or "close-order" in done.stdout
