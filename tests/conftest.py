"""What tests share."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from core.append_only import lift
from scripts.elasticsearch.artifacts import RELEASES, why_not
from tests.made_once import fill_from_kept, keep_migrated
from tests.rows import Rows, forget_rows, load_site, load_tree, put_rows, rows_after
from tests.servers import why_no_clamd


def pytest_report_header() -> list[str]:
    """Which servers the tests can start, and why not the others."""
    reasons = {release.version: why_not(release) for release in RELEASES.values()}
    servers = [reason or f"Elasticsearch {version} can be started" for version, reason in reasons.items()]
    return [*servers, why_no_clamd() or "ClamAV can be started"]


def pytest_configure() -> None:
    """Give each process of a run of tests its own caches: they would empty each other's."""
    for cache in settings.CACHES.values():
        if "LOCATION" in cache and not cache["BACKEND"].endswith("DatabaseCache"):
            cache["LOCATION"] += os.environ.get("PYTEST_XDIST_WORKER", "")


@pytest.fixture(scope="session", autouse=True)
def messages() -> None:
    """The Dutch words: without them every address of the site is English."""
    call_command("build_messages")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Begin with the tables that an earlier run migrated; Django still applies what they lack."""
    held = fill_from_kept(connection)
    yield
    if held:
        held.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Let tests put rows back and empty the tables; those of the audit log protect its table anew."""
    with django_db_blocker.unblock():
        keep_migrated(connection)
        lift(connection)


@pytest.fixture(scope="session")
def tree_rows(messages: None, django_db_setup: None, django_db_blocker: Any) -> Rows:
    """The rows of a site without stories."""
    with django_db_blocker.unblock():
        return rows_after(load_tree)


@pytest.fixture(scope="session")
def site_rows(messages: None, django_db_setup: None, django_db_blocker: Any) -> Rows:
    """The rows of the whole site."""
    with django_db_blocker.unblock():
        return rows_after(load_site)


@pytest.fixture
def tree(tree_rows: Rows, db: None) -> Iterator[None]:
    """A site with vocabularies and pages, and no story yet."""
    put_rows(tree_rows)
    yield
    forget_rows()


@pytest.fixture
def site(site_rows: Rows, db: None) -> Iterator[None]:
    """The whole site as a visitor finds it: vocabularies, pages and the 26 stories, published."""
    put_rows(site_rows)
    yield
    forget_rows()


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Keep passwords by a hash that takes no time: the site's own takes a third of a second each."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def no_kept_pages(settings: Any) -> None:
    """Every page is made anew, so that tests see what a view does; `kept_pages` has the page cache back."""
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture
def kept_pages(settings: Any, no_kept_pages: None) -> None:
    """A page cache of the test's own."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    own = {"BACKEND": backend, "LOCATION": uuid.uuid4().hex, "OPTIONS": {"MAX_ENTRIES": 5000}}
    settings.CACHES = {**settings.CACHES, "pages": own}
