"""A story with a word of its own in every place where something of a story is kept, and a search for them."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply, Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from accounts.models import User
from core.models import AuditEntry
from examples.models import AnonymityDecision, ExamplePage, StoryDocument, StoryReport
from examples.models.story import TEXTS
from examples.takedown.offline import take_offline
from search.models import QueryCount, SteeredResult
from tests.examples.stories import make_picture, make_story

PLACES = (
    *TEXTS,
    *("slug", "how_blocked", "room_used", "consent", "checked_by", "former title", "picture title"),
    *("picture tag", "picture text", "document title", "document bytes", "translation", "task comment"),
    *("comment", "reply", "decision", "report", "mail", "withdrawal", "form", "redirect", "steered"),
    *("log data", "document log"),
)


class Canaries:
    """A word for each place."""

    def __init__(self) -> None:
        run = secrets.token_hex(3)
        self.words = {place: f"kanarie{number}x{run}" for number, place in enumerate(PLACES)}

    def __getitem__(self, place: str) -> str:
        return self.words[place]

    def in_text(self, text: str) -> set[str]:
        """Places whose word is in a text; in a dump of a database also as hexadecimal digits."""
        low = text.lower()
        return {p for p, word in self.words.items() if word in low or word.encode().hex() in low}

    def in_files(self, folder: Path) -> set[str]:
        """Places whose word is in the name or the bytes of a file."""
        found: set[str] = set()
        for path in folder.rglob("*"):
            found |= self.in_text(path.name)
            if path.is_file():
                found |= self.in_text(path.read_bytes().decode("latin-1"))
        return found


def database_dump() -> str:
    """Every row of every table, those behind the full-text index too."""
    return "\n".join(_rows())


def _rows() -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (own tables)
            for row in cursor.fetchall():
                yield table + repr([bytes(v).decode("latin-1") if _is_raw(v) else v for v in row])


def _is_raw(value: Any) -> bool:
    return isinstance(value, bytes | memoryview)


def make_everything(words: Canaries, user: User) -> ExamplePage:
    """The story, in Dutch and English, after all that can happen to one."""
    picture = make_picture(words["picture title"])
    picture.description = words["picture text"]
    picture.tags.add(words["picture tag"])
    picture.save()
    file = ContentFile(words["document bytes"].encode(), name="a.pdf")
    document = StoryDocument.objects.create(title=words["document log"], file=file)
    log(instance=document, action="wagtail.edit", user=user)
    document.title = words["document title"]
    document.save()
    texts = {name: words[name] for name in (*TEXTS, "consent", "checked_by") if name != "title"}
    story = make_story(
        words["slug"], title=words["former title"], picture=picture, document=document, **texts
    )
    rule = story.story_rules.get()
    rule.how_blocked, rule.room_used = words["how_blocked"], words["room_used"]
    story.story_rules = [rule]
    story.title = words["title"]
    story.save_revision(user=user, log_action=True).publish(user=user)
    _translate(story, words, user)
    _talk(story, words, user)
    _count(story, words, user)
    return story


def _translate(story: ExamplePage, words: Canaries, user: User) -> None:
    source, _made = TranslationSource.update_or_create_from_instance(story)
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            data=words["translation"],
            translation_type="manual",
        )
    translation.save_target(user=user, publish=True)


def _talk(story: ExamplePage, words: Canaries, user: User) -> None:
    comment = Comment.objects.create(page=story, user=user, text=words["comment"], contentpath="summary")
    CommentReply.objects.create(comment=comment, user=user, text=words["reply"])
    state = story.get_workflow().start(story, user)
    state.current_task_state.reject(user=user, comment=words["task comment"])
    AnonymityDecision.objects.create(
        page=story, field="summary", kind="naam", digest="0", why=words["decision"], decided_by=user
    )
    log(instance=story, action="examples.keep_words", user=user, data={"why": words["log data"]})
    address = f"{words['mail']}@voorbeeld.example"
    StoryReport.objects.create(story=story, kind="herkenbaar", reason=words["report"], email=address)
    FormState.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(ExamplePage),
        object_id=str(story.pk),
        data=f"title={words['form']}",
        last_updated_at=timezone.now(),
    )


def _count(story: ExamplePage, words: Canaries, user: User) -> None:
    Redirect.objects.create(old_path=f"/nl/{words['redirect']}", redirect_page=story)
    today = timezone.localdate()
    QueryCount.objects.create(day=today, language="nl", query=f"wie is {words['situation']}")
    QueryCount.objects.create(day=today, language="nl", query="schulden van een situatie")
    SteeredResult.objects.create(query=words["steered"], story=story, until=today)


def withdraw(story: ExamplePage, words: Canaries, user: User) -> None:
    """Take it off the site first, as people do."""
    take_offline(story, user, words["withdrawal"])


def audit_of(story: ExamplePage) -> list[str]:
    """What the audit log says of the story as a whole."""
    about = AuditEntry.objects.filter(subject=f"story:{story.translation_key}")
    return list(about.order_by("pk").values_list("action", flat=True))
