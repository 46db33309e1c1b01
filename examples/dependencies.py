"""What kept pages show of stories and vocabularies, as keys of the page cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.db.models import Model

    from examples.models import ExamplePage

TAGS = ("story_life_domains", "story_target_groups", "story_partners", "story_rules")


def row_key(row: Model) -> str:
    """Key of all that a row says: a term of a vocabulary, a picture, a document."""
    return f"{row._meta.model_name}:{row.pk}"


def label_key(term: Model) -> str:
    """Key of what links to a term say of it."""
    return f"{row_key(term)}:label"


def vocabulary_key(model: type[Model], language: str = "") -> str:
    """Key of which terms a vocabulary has, and of their names and order; places are of all languages."""
    key = f"vocabulary:{model._meta.model_name}"
    return f"{key}:{language or _language()}" if hasattr(model, "locale") else key


def all_stories_key(language: str = "") -> str:
    """Key of which stories there are in a language, and of their order."""
    return f"stories:{language or _language()}"


def stories_key(term: Model, language: str = "") -> str:
    """Key of which stories of a language stand under a term or place, and of their order."""
    return f"{all_stories_key(language)}:{row_key(term)}"


def tags_key(language: str = "") -> str:
    """Key of all that the stories of a language are tagged with: for rankings and figures."""
    return f"tags:{language or _language()}"


def titles_key(language: str = "") -> str:
    """Key of the titles and addresses of all stories of a language."""
    return f"titles:{language or _language()}"


def tags_under_key(term: Model, language: str = "") -> str:
    """Key of all that the stories under a term are tagged with: for rankings within them."""
    return f"{stories_key(term, language)}:tags"


def municipalities_key(province_id: int) -> str:
    """Key of which municipalities a province has."""
    return f"province:{province_id}:municipalities"


def places_key(province: Model, language: str = "") -> str:
    """Key of which municipalities of a province show their name in stories."""
    return f"{stories_key(province, language)}:places"


def rules_of_law_key(law_id: int) -> str:
    """Key of which rules rest on a law."""
    return f"law:{law_id}:rules"


def story_lists(story: ExamplePage) -> dict[str, Any]:
    """The lists that show a live story, each with what it sorts by."""
    language = story.locale.language_code
    order = story.first_published_at
    terms: list[Any] = [tag.term for name in TAGS for tag in getattr(story, name).all()]
    place = story.municipality
    places = {}
    if place is not None and story.municipality_display == story.Display.MUNICIPALITY:
        terms.append(place)
        places = {places_key(place.province, language): place.pk}
    if place is not None and story.municipality_display != story.Display.SIZE:
        terms.append(place.province)
    names = frozenset(row_key(term) for term in terms)
    tagged = (names, story.municipality_id)
    return {
        all_stories_key(language): order,
        **places,
        titles_key(language): (story.title, story.url_path),
        tags_key(language): tagged,
        **{stories_key(term, language): order for term in terms},
        **{tags_under_key(term, language): tagged for term in terms},
    }


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
