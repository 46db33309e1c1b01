"""What in a story may identify a resident, and what people decided about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from accounts.models import User
from examples import recognisability
from examples.models import AnonymityDecision, ExamplePage
from examples.models.media import Picture, StoryDocument
from examples.models.story import TEXTS
from privacy.detect import Finding, Kind, find
from privacy.findings import LIKELY
from privacy.replacement import Replacement
from privacy.wording import reword

RULE_TEXTS = ("how_blocked", "room_used")
# What readers get to see or hear of a file, besides the file.
FILE_TEXTS = {"picture": "description", "document": "title"}
# The detectors read Dutch. A number is a number in any language; words of another one would all be names.
IN_ANY_LANGUAGE: frozenset[Kind] = frozenset(
    ("bsn", "telefoon", "zaaknummer", "iban", "email", "postcode", "kenteken")
)
PLACE = "municipality"
AROUND = 60  # code points shown on either side
KINDS = {
    "naam": _("name"),
    "leeftijd": _("age"),
    "geboortedatum": _("date of birth"),
    "bsn": _("citizen service number"),
    "telefoon": _("telephone number"),
    "adres": _("address"),
    "zaaknummer": _("number of a case"),
    "iban": _("account number"),
    "email": _("e-mail address"),
    "postcode": _("postcode"),
    "school": _("school"),
    "werkgever": _("employer"),
    "instelling": _("care institution"),
    "zeldzaam": _("rare trait"),
    "kenteken": _("licence plate"),
    "plaats": _("small place"),
}


@dataclass(frozen=True)
class Text:
    """A text of a story.

    Attributes:
        field: Its name; of a rule's note with the rule's slug.
        label: How editors know it.
        value: What it says.
        put: Writes another value; one of the story itself is saved with its next version.
    """

    field: str
    label: str
    value: str
    put: Callable[[str], None]


@dataclass(frozen=True)
class Warning:
    """A finding in a text of a story.

    Attributes:
        text: In which text.
        finding: What the detectors say.
    """

    text: Text
    finding: Finding

    @property
    def words(self) -> str:
        """What was found."""
        return self.text.value[self.finding.start : self.finding.end]

    @property
    def replacement(self) -> Replacement:
        """Neutral words that fit the sentence, and what they take the place of."""
        if self.text.field == PLACE:
            return Replacement(self.finding.start, self.finding.end, self.finding.suggestion)
        return reword(self.text.value, self.finding)

    @property
    def neutral_words(self) -> str:
        """The neutral words; "" where leaving out is best."""
        return self.replacement.words

    @property
    def replaced_words(self) -> str:
        """What the neutral words take the place of: what was found, with words around it that go along."""
        new = self.replacement
        return self.text.value[new.start : new.end].strip(" ,")

    @property
    def reworded(self) -> str:
        """The text with the neutral words in their place."""
        new = self.replacement
        return f"{self.text.value[: new.start]}{new.words}{self.text.value[new.end :]}"

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.text.value[max(0, self.finding.start - AROUND) : self.finding.start]

    @property
    def after(self) -> str:
        """What stands behind it."""
        return self.text.value[self.finding.end : self.finding.end + AROUND]

    @property
    def kind(self) -> str:
        """What it may be, in the language of the reader."""
        return str(KINDS[self.finding.kind])

    @property
    def offer(self) -> str:
        """What a button says that takes the neutral words."""
        words = {"words": self.neutral_words, "replaced": self.replaced_words}
        text = (
            _("Write “%(words)s” instead of “%(replaced)s”")
            if self.neutral_words
            else _("Leave out “%(replaced)s”")
        )
        return str(text % words)

    @property
    def digest(self) -> str:
        """Of the words, whatever their capitals."""
        return hashlib.sha256(self.words.casefold().encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> str:
        """Names this finding in this text, and no longer fits when the text has changed."""
        parts = (self.text.field, self.text.value, str(self.finding.start), self.finding.kind)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def texts_of(page: ExamplePage) -> Iterator[Text]:
    """The texts of a story that readers see, those of its rules and files too."""
    for name in TEXTS:
        label = str(page._meta.get_field(name).verbose_name)
        yield Text(name, label, getattr(page, name), partial(setattr, page, name))
    for row in page.story_rules.all():
        for name in RULE_TEXTS:
            label = f"{row._meta.get_field(name).verbose_name} ({row.term})"
            yield Text(f"{row.term.slug}.{name}", label, getattr(row, name), partial(setattr, row, name))
    for name, of in FILE_TEXTS.items():
        upload = getattr(page, name)
        if upload is not None:
            label = f"{page._meta.get_field(name).verbose_name} ({upload._meta.get_field(of).verbose_name})"
            yield Text(f"{name}.{of}", label, getattr(upload, of), partial(_put_into, upload, of))


def _put_into(upload: Picture | StoryDocument, name: str, value: str) -> None:
    setattr(upload, name, value)
    upload.save()


def findings_in(value: str, language: str) -> list[Finding]:
    """What the detectors say about a text in a language."""
    found = find(value)
    return [each for each in found if language == "nl" or each.kind in IN_ANY_LANGUAGE]


def all_findings(page: ExamplePage) -> list[Warning]:
    """Every finding in a story, hints too, decided or not; the place, where it shows too much, comes last."""
    language = page.locale.language_code
    found = [Warning(text, each) for text in texts_of(page) for each in findings_in(text.value, language)]
    return [*found, *_place_warning(page)]


def _place_warning(page: ExamplePage) -> list[Warning]:
    """A small municipality with many target groups; the neutral words are its province."""
    if page.municipality is None or not recognisability.shows_too_much(page):
        return []
    words = recognisability.what_it_shows(page)
    label = str(page._meta.get_field("municipality").verbose_name)
    text = Text(PLACE, label, words, partial(recognisability.show_province, page))
    reason = "a small municipality with more than two target groups"
    province = str(page.municipality.province)
    return [Warning(text, Finding(0, len(words), "plaats", LIKELY, reason, province))]


def open_warnings(page: ExamplePage) -> list[Warning]:
    """The warnings in this version of a story that nobody decided about."""
    decided = set(page.anonymity_decisions.values_list("field", "kind", "digest"))
    return [
        each
        for each in all_findings(page)
        if each.finding.is_warning and (each.text.field, each.finding.kind, each.digest) not in decided
    ]


def open_warnings_in(page: ExamplePage, field: str) -> list[Warning]:
    """The open warnings in one field of a story, for the editor's form."""
    value, language = getattr(page, field), page.locale.language_code
    text = Text(field, str(page._meta.get_field(field).verbose_name), value, partial(setattr, page, field))
    found = [Warning(text, each) for each in findings_in(value, language) if each.is_warning]
    if not found:
        return []
    decided = set(page.anonymity_decisions.filter(field=field).values_list("kind", "digest"))
    return [each for each in found if (each.finding.kind, each.digest) not in decided]


def latest(page: ExamplePage) -> ExamplePage:
    """The version of a story that would be published."""
    version: Any = page.get_latest_revision_as_object()
    return version if isinstance(version, ExamplePage) else page


def keep(page: ExamplePage, warning: Warning, user: User, why: str) -> None:
    """Let the words stay: somebody decided so and says why. It is logged.

    Args:
        page: The story.
        warning: About which words.
        user: Who decides.
        why: The reason, not empty.
    """
    AnonymityDecision.objects.update_or_create(
        page_id=page.pk,
        field=warning.text.field,
        kind=warning.finding.kind,
        digest=warning.digest,
        defaults={"decided_by": user, "why": why},
    )
    data = {"field": warning.text.field, "kind": warning.finding.kind, "why": why}
    log(instance=page, action="examples.keep_words", user=user, data=data)


def use_neutral_words(page: ExamplePage, warning: Warning, user: User) -> None:
    """Put the neutral words in the place of what was found, in a new version of the story.

    Args:
        page: The version that the warning is about.
        warning: About which words.
        user: Who accepts them.
    """
    warning.text.put(warning.reworded)
    page.save_revision(user=user, log_action=True)
    data = {"field": warning.text.field, "kind": warning.finding.kind}
    log(instance=page, action="examples.neutral_words", user=user, data=data)
