"""What tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

STORIES = sorted((Path(__file__).parents[1] / "examples" / "fixtures" / "stories").glob("*.yaml"))


@pytest.fixture(scope="session", autouse=True)
def messages() -> None:
    """The Dutch words: without them every address of the site is English."""
    call_command("build_messages")


@pytest.fixture
def site(db: None) -> None:
    """The whole site as a visitor finds it: vocabularies, pages and the 26 stories, published."""
    call_command("load_vocabularies", verbosity=0)
    call_command("load_pages", verbosity=0)
    call_command("import_examples", *STORIES, publish=True, verbosity=0)
