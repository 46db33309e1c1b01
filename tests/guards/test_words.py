"""One word for one thing: see docs/decisions/0020-voorbeeld-and-story.md."""

from __future__ import annotations

import re
from typing import Any

import polib  # type: ignore[import-untyped]
import yaml

from scripts.dev.project import ROOT

OTHER_WORD = re.compile(r"\b(?:verhaal|verhalen)\b", re.IGNORECASE)


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [str(value)]


def test_dutch_interface_says_voorbeeld() -> None:
    catalogue = polib.pofile(str(ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"))
    words = [text for entry in catalogue for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert len(words) > 300
    assert [text for text in words if OTHER_WORD.search(text)] == []


def test_dutch_pages_say_voorbeeld() -> None:
    source = ROOT / "platform" / "home" / "fixtures" / "pages.yaml"
    pages = yaml.safe_load(source.read_text(encoding="utf-8"))["pages"]
    words = texts([page["nl"] for page in pages])
    assert any("voorbeeld" in text for text in words)
    assert [text for text in words if OTHER_WORD.search(text)] == []
