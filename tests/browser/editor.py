"""An editor in a process of its own: does what each line of its input says, to the site in DATA_DIR.

A line is the name of a change and a word; the answer is the word when the change is committed.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.utils import timezone  # noqa: E402 (models want the setup)
from wagtail.models import Locale, PageViewRestriction  # noqa: E402

from examples.models import ExampleIndexPage, ExamplePage, LifeDomain  # noqa: E402
from tests.examples.stories import make_story, term  # noqa: E402

SOON = timedelta(seconds=1)


def story(word: str, code: str = "nl") -> ExamplePage:
    found: ExamplePage = ExamplePage.objects.get(slug=word, locale__language_code=code)
    return found


def publish(word: str) -> None:
    """A story with the word in its title."""
    make_story(word, title=f"Verhaal {word}")


def unpublish(word: str) -> None:
    story(word).unpublish()


def delete(word: str) -> None:
    story(word).delete()


def restrict(word: str) -> None:
    PageViewRestriction.objects.create(page=story(word), restriction_type=PageViewRestriction.LOGIN)


def open_up(word: str) -> None:
    PageViewRestriction.objects.filter(page=story(word)).delete()


def rename_domain(word: str) -> None:
    """The life domain of all stories that are made here."""
    domain = term(LifeDomain, "geld")
    domain.name = f"Domein {word}"
    domain.save()


def move(word: str) -> None:
    """Below a branch of its own."""
    page = story(word)
    home = page.get_parent().get_parent().specific
    branch = ExampleIndexPage(title="Archief", slug=f"archief-{word}", locale=page.locale)
    home.add_child(instance=branch)
    page.move(branch, pos="last-child")


def move_back(word: str) -> None:
    page = story(word)
    branch = page.get_parent()
    page.move(ExampleIndexPage.objects.get(slug="voorbeelden"), pos="last-child")
    branch.delete()


def translate(word: str) -> None:
    page = story(word).copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    page.title = f"Story {word}"
    page.save_revision().publish()


def publish_soon(word: str) -> None:
    page = make_story(word, title=f"Verhaal {word}", live=False)
    page.go_live_at = timezone.now() + SOON
    page.save_revision().publish()


def expire_soon(word: str) -> None:
    page = story(word)
    page.expire_at = timezone.now() + SOON
    page.save_revision().publish()


CHANGES = {
    change.__name__: change
    for change in (
        publish,
        unpublish,
        delete,
        restrict,
        open_up,
        rename_domain,
        move,
        move_back,
        translate,
        publish_soon,
        expire_soon,
    )
}

if __name__ == "__main__":
    for line in sys.stdin:
        name, word = line.split()
        CHANGES[name](word)
        print(word, flush=True)
