"""An erased story leaves no word behind: not in the database, the index, files, caches or on pages."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from core import erasure
from core.models import AuditEntry
from examples.models import ExamplePage, Picture, StoryDocument
from examples.takedown.erase import erase
from examples.takedown.files import files_of
from search import indexer
from search.engines.chosen import chosen_engine
from search.models import QueryCount
from search.upkeep import rebuild
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.examples.stories import make_story
from tests.examples.takedown.canaries import (
    Canaries,
    audit_of,
    database_dump,
    make_everything,
    withdraw,
)


@pytest.fixture
def folders(tree: None, settings: Any, tmp_path: Path) -> Iterator[Path]:
    """Everything that a site writes outside of the database, in a folder of this test."""
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {
        name: {"BACKEND": backend, "LOCATION": str(tmp_path / "cache" / name)} for name in settings.CACHES
    }
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    settings.SEARCH_FOLDER = str(tmp_path / "search")
    (tmp_path / "media").mkdir()
    yield tmp_path
    chosen_engine().close()


@pytest.mark.slow
def test_no_word_of_it_is_left_anywhere(folders: Path, django_capture_on_commit_callbacks: Any) -> None:
    words, user, client = Canaries(), person("Beheerder"), Client()
    engine = chosen_engine()
    with django_capture_on_commit_callbacks(execute=True):
        story = make_everything(words, user)
    addresses = [page.get_url() for page in ExamplePage.objects.filter(translation_key=story.translation_key)]
    assert len(addresses) == 2
    rebuild(engine)
    pages = "".join(client.get(url).content.decode() for url in (*addresses, "/nl/voorbeelden/"))
    social = pages.split('property="og:image" content="')[1].split('"')[0]
    client.get(social.removeprefix(site_settings.BASE_URL))
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(story, words, user)
    before = words.in_text(database_dump()) | words.in_files(folders)
    assert before == set(words.words), "or else this test does not see what is kept"
    assert list((folders / "cache").rglob("*.djcache"))
    assert list((folders / "media").rglob("*.webp"))
    with django_capture_on_commit_callbacks(execute=True):
        erase(story, user)
    # What others asked for stays.
    assert list(QueryCount.objects.values_list("query", flat=True)) == ["schulden van een situatie"]
    indexer.drain(engine)
    rebuild(engine)
    assert words.in_text(database_dump()) == set()
    assert words.in_files(folders) == set()
    assert not list((folders / "cache").rglob("*.djcache"))
    assert not [path for path in (folders / "media").rglob("*") if path.is_file()]
    assert engine.words("title_exact", "kanarie", 5) == []
    for url in ("/nl/voorbeelden/", "/sitemap.xml", "/nl/zoeken/?q=kanarie"):
        assert words.in_text(client.get(url).content.decode()) == set()
    assert [client.get(url).status_code for url in addresses] == [410, 410]
    assert audit_of(story) == ["story.withdraw", "erase"]
    assert AuditEntry.objects.get(action="erase").actor == user.pk


@pytest.mark.slow
def test_a_restored_backup_is_erased_by_the_list_alone(
    folders: Path, django_capture_on_commit_callbacks: Any
) -> None:
    words, user = Canaries(), person("Beheerder")
    with django_capture_on_commit_callbacks(execute=True):
        story = make_everything(words, user)
    # As if it was erased after this backup was made: only the list knows.
    line = erasure.Erased("story", str(story.translation_key), "2026-01-01T00:00:00+00:00")
    erasure._append(line)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("reapply_erasures")
    assert words.in_text(database_dump()) == set()
    assert not [path for path in (folders / "media").rglob("*") if path.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        call_command("reapply_erasures")


def test_a_file_that_another_story_shows_stays(
    folders: Path, django_capture_on_commit_callbacks: Any
) -> None:
    words, user = Canaries(), person("Beheerder")
    with django_capture_on_commit_callbacks(execute=True):
        story = make_everything(words, user)
        make_story("buur", picture=story.picture)
    assert {type(file) for file in files_of([story.pk])} == {Picture, StoryDocument}
    erase(story, user)
    assert Picture.objects.filter(pk=story.picture_id).exists()
    assert not StoryDocument.objects.exists()


def test_pages_that_mirror_it_go_too(folders: Path) -> None:
    story = make_story("kanarie")
    mirror = story.create_alias(update_slug="kanarie-spiegel")
    mirror.create_alias(update_slug="kanarie-spiegel-spiegel")
    erase(story, person("Beheerder"))
    assert not ExamplePage.objects.filter(slug__startswith="kanarie").exists()


def test_erasing_asks_for_the_title_and_for_the_right(folders: Path) -> None:
    story = make_story("kanarie", title="Een  kanarie in de kooi")
    url = reverse("story_erase", args=[story.pk])
    moderator = signed_in(person("Moderator"))
    assert moderator.get(url).status_code in (302, 403)
    moderator.post(url, {"title": story.title})
    boss = signed_in(person("Beheerder"))
    shown = boss.get(url).content.decode()
    assert "kanarie in de kooi" in shown
    wrong = boss.post(url, {"title": "een kanarie"})
    assert 'value="een kanarie"' in wrong.content.decode()
    assert ExamplePage.objects.filter(pk=story.pk).exists()
    answer = boss.post(url, {"title": " Een kanarie in de kooi "})
    assert answer["Location"] == reverse("stories:index")
    assert not ExamplePage.objects.filter(pk=story.pk).exists()
    assert Client().get("/nl/voorbeelden/kanarie/").status_code == 410


def test_an_import_does_not_bring_it_back(folders: Path, tmp_path: Path) -> None:
    erase(make_story("kanarie"), person("Beheerder"))
    text = "- {slug: kanarie, titel: Nieuw, samenvatting: s, situatie: s, knelpunt: k, oplossing: o}\n"
    (tmp_path / "een.yaml").write_text(text)
    call_command("import_examples", tmp_path / "een.yaml", publish=True, verbosity=0)
    assert not ExamplePage.objects.filter(slug="kanarie").exists()


def test_what_is_deleted_is_overwritten_in_the_file_of_the_database(tmp_path: Path) -> None:
    options = site_settings.DATABASES["default"].get("OPTIONS", {})
    if "init_command" not in options:
        return  # another database
    file = tmp_path / "site.sqlite3"
    with sqlite3.connect(file) as database:
        database.executescript(options["init_command"])
        database.execute("CREATE TABLE story (text)")
        database.execute("INSERT INTO story VALUES (?)", ["kanarie" * 500])
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert b"kanarie" in file.read_bytes()
        database.execute("DELETE FROM story")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"kanarie" not in written


def test_all_caches_of_the_site_are_there_to_be_emptied(folders: Path) -> None:
    for name in site_settings.CACHES:
        caches[name].set("kanarie", time.time())
    erasure.clear_copies()
    assert not list((folders / "cache").rglob("*.djcache"))
