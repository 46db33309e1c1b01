from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from search.encode import BREAK, decode, digest, encode, stored
from search.fields import REPEATS, TEXT_FIELDS
from search.story import StoryRecord

STORY = StoryRecord(
    key="7",
    slug="zoon-thuis",
    language="nl",
    url="/verhalen/zoon-thuis/",
    title="Zoon trekt in bij zieke moeder",
    summary="De uitkering bleef gelijk.",
    tags=("Kostendelersnorm", "Participatiewet art. 22a"),
    body={"situation": "Zij huurt een woning.", "solution": "De norm telde niet mee."},
    background=("Wie samenwoont krijgt minder.",),
    facets={"rule": ("kostendelersnorm",), "language": ("nl",)},
    place="Zutphen",
    place_url="/gemeenten/zutphen/",
    year=2024,
    published=1_700_000_000,
)
OTHER: dict[str, Any] = {
    "key": "8",
    "slug": "anders",
    "language": "en",
    "url": "/anders/",
    "title": "Anders",
    "summary": "Anders.",
    "tags": ("Anders",),
    "body": {"situation": "Anders."},
    "background": ("Anders.",),
    "facets": {"rule": ("anders",)},
    "place": "Utrecht",
    "place_url": "/provincies/utrecht/",
    "year": None,
    "published": 1,
    "copied": 9,
}


def test_every_text_field_is_filled() -> None:
    texts = encode(STORY, 3).texts
    assert set(texts) == set(TEXT_FIELDS)
    assert all(texts.values())


def test_texts_of_one_part_do_not_touch() -> None:
    body = encode(STORY, 3).texts["body_exact"]
    assert f"kostendelersnorm {BREAK} participatiewet art 22a" in body
    assert body.count("trekt in bij") == REPEATS["title"]


def test_a_story_without_tags_or_body_can_be_encoded() -> None:
    assert encode(replace(STORY, tags=(), body={}, summary=""), 1).key == "7"


def test_what_is_stored_gives_the_record_back() -> None:
    assert decode(stored(STORY)) == STORY


@pytest.mark.parametrize("name", [field.name for field in fields(StoryRecord)])
def test_every_change_changes_the_digest(name: str) -> None:
    assert digest(replace(STORY, **{name: OTHER[name]})) != digest(STORY)
