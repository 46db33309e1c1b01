"""What a story must have before readers see it; a draft may lack it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:  # the model's form reads this module
    from examples.models import ExamplePage

# The value of ExamplePage.Kind.CASE.
CASE = "casus"
TAGS = ("story_life_domains", "story_rules")


def missing_tags(kind: str, caveat: str, tags: Mapping[str, int]) -> dict[str, str]:
    """What is missing, and what to do about it, by the name of the relation.

    Args:
        kind: The story's kind. A way of working or a change of the system may concern all of life and
            every rule; a case is about a resident.
        caveat: What readers are told is still to be checked.
        tags: How many tags the story has, by relation.

    Returns:
        Texts for the editor; empty when nothing is missing.
    """
    if kind != CASE:
        return {}
    missing = {}
    if not tags["story_life_domains"]:
        missing["story_life_domains"] = _(
            "Choose at least one life domain: without it nobody finds this case. "
            "You can save it as a draft first."
        )
    if not tags["story_rules"] and not caveat.strip():
        missing["story_rules"] = _(
            "Choose at least one rule that blocked. Does the source name no rule? "
            "Then say so under Administration, at “still to be checked”."
        )
    return missing


def missing_of(story: ExamplePage) -> dict[str, str]:
    """What a story misses as it is in memory."""
    tags = {name: getattr(story, name).count() for name in TAGS}
    return missing_tags(story.kind, story.caveat, tags)
