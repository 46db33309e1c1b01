"""Makes stories for tests: with everything that a page of stories shows."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from examples.models import (
    BlockingRule,
    ExampleIndexPage,
    ExampleLifeDomain,
    ExamplePage,
    ExampleRule,
    LifeDomain,
    Municipality,
    Picture,
)
from examples.publication import vouched


def make_story(slug: str, **fields: Any) -> ExamplePage:
    """A live Dutch story with a life domain, a rule and a municipality, unless told otherwise."""
    index = ExampleIndexPage.objects.get(locale__language_code="nl")
    texts = {
        "summary": "Kort.",
        "situation": "Situatie.",
        "what_blocked": "Knelpunt.",
        "solution": "Oplossing.",
    }
    values = {
        **texts,
        "title": f"Verhaal {slug}",
        "municipality": Municipality.objects.get(slug="leeuwarden"),
        "locale": index.locale,
        **fields,
    }
    story = ExamplePage(slug=slug, **values)
    story.story_life_domains = [ExampleLifeDomain(term=term(LifeDomain, "geld"), locale=index.locale)]
    story.story_rules = [ExampleRule(term=term(BlockingRule, "urgentiecriteria"), locale=index.locale)]
    index.add_child(instance=story)
    revision = story.save_revision()
    if story.live:
        # A test may plant what a person would have to decide about first.
        with vouched():
            revision.publish()
        story.refresh_from_db()
    return story


def term(model: Any, slug: str, code: str = "nl") -> Any:
    """A row of a vocabulary."""
    return model.objects.get(slug=slug, locale__language_code=code)


def make_picture(title: str) -> Picture:
    """A small picture, already in the collection."""
    data = BytesIO()
    Image.new("RGB", (900, 600), "teal").save(data, "PNG")
    return Picture.objects.create(title=title, file=ContentFile(data.getvalue(), name="picture.png"))
