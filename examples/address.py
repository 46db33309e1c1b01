"""The address of a story that was sent in: none of its words before people have checked them.

A title in a draft may name a resident, and an address stays: in histories, logs and redirects. So a draft has
a number for an address, and gets that of its title when a version is published for the first time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug

if TYPE_CHECKING:  # the story asks here when it is published
    from wagtail.models import Page, Revision

_PROVISIONAL = re.compile(r"concept-[0-9a-f]{32}(?:-[a-z]{2})?")
LONGEST = 200  # a column has 255, and a number may come behind it


def provisional_slug() -> str:
    """An address without words, for a story that nobody has checked."""
    return f"concept-{uuid4().hex}"


def is_provisional(slug: str) -> bool:
    """Whether an address was made by `provisional_slug`, or by Wagtail from one for a translation."""
    return _PROVISIONAL.fullmatch(slug) is not None


def settle_address(page: Page, revision: Revision) -> None:
    """Give the version that is to be published the address of its own title, if it has a provisional one."""
    if not is_provisional(revision.content["slug"]):
        return
    allow_unicode = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    words = slugify(revision.content["title"], allow_unicode=allow_unicode)[:LONGEST].rstrip("-")
    parent = page.get_parent()
    page.slug = find_available_slug(parent, words or "voorbeeld", ignore_page_id=page.pk)
    page.set_url_path(parent)
    # In the row too, by itself: the old address was never public, so nothing leads on from it.
    type(page).objects.filter(pk=page.pk).update(slug=page.slug, url_path=page.url_path)
    revision.content["slug"], revision.content["url_path"] = page.slug, page.url_path
    revision.save(update_fields=["content"])
