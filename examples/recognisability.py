"""How easily a resident is recognised by where a story plays, and by what few stories share."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from examples.models import ExamplePage, Municipality
from privacy.detect import find

Display = ExamplePage.Display
Size = Municipality.PopulationClass

# Rare traits from which on a story shows only the province, and from which on only the size class, by number
# of residents. One in 20,000 is known to many, one in 250,000 to few.
STEPS: dict[str, tuple[int, int]] = {
    Size.UNDER_20: (0, 1),
    Size.UNDER_50: (1, 2),
    Size.UNDER_100: (2, 3),
    Size.UNDER_250: (3, 5),
    Size.OVER_250: (4, 8),
}
# Of a municipality whose number of residents is not known the smallest is supposed.
UNKNOWN = STEPS[Size.UNDER_20]
SMALL = (Size.UNDER_20, Size.UNDER_50)
MOST_GROUPS = 2


def rare_traits(texts: Iterable[str]) -> int:
    """How many different rare traits Dutch texts tell of."""
    return len(
        {
            text[found.start : found.end].casefold()
            for text in texts
            for found in find(text)
            if found.kind == "zeldzaam"
        }
    )


def advised_display(municipality: Municipality | None, traits: int, groups: int = 0) -> Display:
    """What readers may best see of the place: less the fewer residents and the more rare traits.

    Args:
        municipality: Where the story plays; None shows nothing whatever is chosen.
        traits: Number of rare traits, see `rare_traits`.
        groups: Number of target groups, which together may describe one person in a small municipality.
    """
    if municipality is None:
        return Display.MUNICIPALITY
    province, size = STEPS.get(municipality.population_class, UNKNOWN)
    if traits >= size:
        return Display.SIZE
    described = municipality.population_class in SMALL and groups > MOST_GROUPS
    return Display.PROVINCE if traits >= province or described else Display.MUNICIPALITY


def shows_too_much(page: ExamplePage) -> bool:
    """Whether a story names a small municipality and tells of more than two target groups."""
    place = page.municipality
    return (
        place is not None
        and page.municipality_display == Display.MUNICIPALITY
        and place.population_class in SMALL
        and page.story_target_groups.count() > MOST_GROUPS
    )


def what_it_shows(page: ExamplePage) -> str:
    """The municipality and the target groups, for the editor who decides about them."""
    groups = ", ".join(str(tag.term) for tag in page.story_target_groups.all())
    return _("%(place)s; %(groups)s") % {"place": page.municipality, "groups": groups}


def show_province(page: ExamplePage, words: str = "") -> None:
    """Show only the province, without saving."""
    page.municipality_display = Display.PROVINCE


def with_the_same(page: ExamplePage) -> int:
    """How many other live stories share municipality, year, all target groups and all rules of this version.

    0 means that the combination points at this story alone.
    """
    others = ExamplePage.objects.live().filter(locale_id=page.locale_id).exclude(pk=page.pk)
    others = others.filter(municipality_id=page.municipality_id, year=page.year)
    for tag in page.story_target_groups.all():
        others = others.filter(story_target_groups__term_id=tag.term_id)
    for tag in page.story_rules.all():
        others = others.filter(story_rules__term_id=tag.term_id)
    return others.distinct().count()
