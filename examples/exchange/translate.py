"""The English texts of a story, through wagtail-localize."""

from __future__ import annotations

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from examples.exchange.schema import Story
from examples.models import ExamplePage


def _texts_by_path(page: ExamplePage, story: Story) -> dict[str, str]:
    """The English texts by the path of their segment."""
    texts = {**(story.english or {}), "slug": page.slug}
    for row in page.story_rules.all():
        how, room = story.english_rules.get(row.term.slug, ("", ""))
        texts[f"story_rules.{row.translation_key}.how_blocked"] = how
        texts[f"story_rules.{row.translation_key}.room_used"] = room
    return texts


def translate(page: ExamplePage, story: Story, locale: Locale, publish: bool) -> None:
    """Write the English page; a segment without English keeps the Dutch text.

    The source is the page as given: what the database holds may be the older, published text.
    """
    source, made = TranslationSource.get_or_create_from_instance(page)
    if not made:
        source.content_json = page.to_json()
        source.object_repr = str(page)[:200]
        source.last_updated_at = timezone.now()
        source.save()
        source.refresh_segments()
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    texts = _texts_by_path(page, story)
    for segment in source.stringsegment_set.select_related("context"):
        place = {"translation_of_id": segment.string_id, "locale": locale, "context_id": segment.context_id}
        text = texts.get(segment.context.path, "")
        if not text:
            StringTranslation.objects.filter(**place).delete()
            continue
        data = StringValue.from_plaintext(text).data
        kind = StringTranslation.TRANSLATION_TYPE_MANUAL
        defaults = {"data": data, "translation_type": kind, "has_error": False, "field_error": ""}
        StringTranslation.objects.update_or_create(**place, defaults=defaults)
    translation.save_target(publish=False)
    if publish:
        # wagtail-localize publishes after the commit; here the file is all or nothing, and a dry run nothing.
        page.get_translation(locale).get_latest_revision().publish()
