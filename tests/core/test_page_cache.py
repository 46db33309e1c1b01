"""Which pages are kept, for whom, and when a kept page is shown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from accounts.models import User
from core.models import Purge
from core.page_cache import purge
from core.page_cache.purging import forget_old_purges, latest_purge, purged_since
from examples import pages
from examples.models import ExamplePage
from tests.core.kept import made_anew, state

STORY, ABOUT = "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/nl/over-ons/"


def story() -> ExamplePage:
    return ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")


@pytest.mark.parametrize("kind", ["site", "restriction"])
def test_who_may_see_what_refreshes_everything(
    site: None, kept_pages: None, client: Client, kind: str
) -> None:
    for url in (STORY, ABOUT):
        client.get(url)
        assert state(client, url) == "hit"
    if kind == "site":
        Site.objects.get().save()
    else:
        PageViewRestriction.objects.create(page=story(), restriction_type=PageViewRestriction.LOGIN)
    assert state(client, ABOUT) == "miss"
    assert state(client, STORY) == ("miss" if kind == "site" else "not kept")


def test_a_page_under_way_while_its_story_is_withdrawn_is_not_shown_later(
    site: None, kept_pages: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pages.story_context

    def slow(request: Any, page: ExamplePage) -> dict[str, Any]:
        context = real(request, page)
        story().unpublish()
        return context

    monkeypatch.setattr(pages, "story_context", slow)
    assert client.get(STORY).status_code == 200
    assert client.get(STORY).status_code == 410


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_purges_nothing(kept_pages: None) -> None:

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        purge("page:1")
        raise ZeroDivisionError
    assert not Purge.objects.exists()
    with transaction.atomic():
        purge("page:1")
        inside = latest_purge()
    assert latest_purge() > inside, "the number is taken again after the commit"


def test_purges_are_compared_by_number(db: None) -> None:
    old = Purge.objects.create(key="page:1", purged_at=timezone.now() - timedelta(days=2))
    last = Purge.objects.create(key="page:2", purged_at=timezone.now() - timedelta(days=2))
    assert purged_since(old.pk, ["page:2"])
    assert not purged_since(old.pk, ["page:1"])
    assert not purged_since(last.pk, ["page:1", "page:2"])
    assert purged_since(last.pk + 1, ["page:3"]), "a number of another history"
    assert forget_old_purges() == 1
    assert latest_purge() == last.pk


@pytest.mark.parametrize(
    "url",
    ["/nl/bestaat-niet/", "/nl/?utm_source=x", "/nl/voorbeelden/?pagina=99", "/nl/voorbeelden/?pagina=1&x=1"],
)
def test_what_anybody_can_make_up_is_not_kept(site: None, kept_pages: None, client: Client, url: str) -> None:
    assert [state(client, url) for _ in range(2)] == ["not kept", "not kept"]


def test_nobody_who_is_signed_in_gets_or_leaves_a_kept_page(
    site: None, kept_pages: None, client: Client
) -> None:
    client.get(STORY)
    editor = User.objects.create_user("redacteur@mooimaatwerk.example", "a-good-password")
    signed_in = Client()
    signed_in.force_login(editor)
    answer = signed_in.get(STORY)
    assert answer["X-Page-Cache"] == "not kept"
    assert answer["Cache-Control"] == "private, no-store"
    assert signed_in.get(ABOUT)["X-Page-Cache"] == "not kept"
    assert state(client, ABOUT) == "miss"


def test_a_preview_is_made_of_the_draft_and_never_kept(site: None, kept_pages: None, client: Client) -> None:
    client.get(STORY)
    page = story()
    page.title = "Nog niet klaar"
    preview = page.make_preview_request()
    assert "Nog niet klaar" in preview.content.decode()
    assert "Nog niet klaar" not in client.get(STORY).content.decode()


def test_browsers_ask_each_time_and_get_a_short_answer(site: None, kept_pages: None, client: Client) -> None:
    first = client.get(STORY)
    assert first["Cache-Control"] == "no-cache"
    again = client.get(STORY, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    page = story()
    page.title = "Anders"
    page.save_revision().publish()
    assert client.get(STORY, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip, br", "br"), ("gzip, br;q=0", "gzip"), ("", "")])
def test_pages_are_compressed_as_the_browser_can_take_it(
    site: None, kept_pages: None, client: Client, accepted: str, encoding: str
) -> None:
    plain = len(made_anew(client, STORY))
    for _ in range(2):
        answer = client.get(STORY, headers={"Accept-Encoding": accepted})
        assert answer.get("Content-Encoding", "") == encoding
        assert "Accept-Encoding" in answer["Vary"]
        assert int(answer["Content-Length"]) == len(answer.content)
        assert len(answer.content) == plain if not encoding else len(answer.content) < plain / 3


def test_a_store_that_does_not_work_costs_no_page(
    site: None, client: Client, settings: Any, tmp_path: Any, no_kept_pages: None
) -> None:
    (tmp_path / "file").write_text("in the way")
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": backend, "LOCATION": str(tmp_path / "file")}}
    assert client.get(STORY).status_code == 200
