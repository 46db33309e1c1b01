"""Two versions of a story side by side, answer by answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.compare import diff_text
from wagtail.models import Revision

from examples.models import ExamplePage
from examples.pages import euros
from submissions.models import Submission
from submissions.review.labels import label_of
from submissions.review.people import took_part
from submissions.story import CHOICES, NOTES, NUMBERS, TAGS, TEXTS, note_name

MOST = 30
FILES = ("picture", "document")


@dataclass(frozen=True, slots=True)
class Row:
    """An answer in two versions.

    Attributes:
        field: Its name.
        label: How editors know it.
        before: What it was, with what went marked.
        after: What it is, with what came marked.
        changed: Whether they differ.
    """

    field: str
    label: str
    before: SafeString
    after: SafeString
    changed: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the story of a submission.

    Attributes:
        number: Of the revision.
        label: When it was written, by which side.
        is_live: Whether readers see it.
    """

    number: int
    label: str
    is_live: bool


def versions(submission: Submission) -> list[Version]:
    """The versions of its story, newest first."""
    page = submission.page
    if page is None:
        return []
    theirs = took_part(submission)
    return [_version(page, one, theirs) for one in page.revisions.order_by("-pk")[:MOST]]


def _version(page: ExamplePage, revision: Revision, theirs: set[int]) -> Version:
    when = date_format(localtime(revision.created_at), "SHORT_DATETIME_FORMAT")
    side = _("Submitter") if revision.user_id in theirs else _("Editors")
    is_live = revision.pk == page.live_revision_id
    label = f"{when}, {side}, {_('on the site')}" if is_live else f"{when}, {side}"
    return Version(revision.pk, label, is_live)


def previous(known: list[Version], chosen: str) -> Version | None:
    """What the newest one is compared with: the chosen one, else the live one, else the one before."""
    older = known[1:]
    picked = next((one for one in older if str(one.number) == chosen), None)
    return picked or next((one for one in older if one.is_live), None) or next(iter(older), None)


def as_page(page: ExamplePage, version: Version | None) -> ExamplePage | None:
    """The story in a version."""
    found: Any = page.revisions.get(pk=version.number).as_object() if version else None
    return found if isinstance(found, ExamplePage) else None


def rows(old: ExamplePage | None, new: ExamplePage) -> list[Row]:
    """Each answer that either of them has; those without an older version are all new."""
    before, after = _shown(old) if old else {}, _shown(new)
    names = [name for name in {**before, **after} if before.get(name) or after.get(name)]
    return [
        _row(name, before.get(name, ""), after.get(name, ""), old is not None) for name in _ordered(names)
    ]


def _ordered(names: list[str]) -> list[str]:
    """Texts in the order of the page; notes stand with their rule."""
    order = ["title", "summary", *[name for name in TEXTS if name not in ("title", "summary")]]
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _shown(page: ExamplePage) -> dict[str, str]:
    """The answers of a page as people read them."""
    shown = {name: getattr(page, name) for name in TEXTS}
    shown |= {name: _number(name, getattr(page, name)) for name in NUMBERS}
    for name in CHOICES:
        shown[name] = str(getattr(page, f"get_{name}_display")())
    for answer, relation, _row_model, _vocabulary in TAGS:
        shown[answer] = "\n".join(str(tag.term) for tag in getattr(page, relation).all())
        if answer == "rules":
            for tag in getattr(page, relation).all():
                shown |= {note_name(tag.term.slug, note): getattr(tag, note) for note in NOTES}
    for name in FILES:
        shown[name] = str(getattr(page, name) or "")
    return shown


def _number(name: str, number: int | None) -> str:
    """A year, or an amount of money; nothing is not the same as zero."""
    if number is None:
        return ""
    return str(number) if name == "year" else euros(number)


def _row(name: str, before: str, after: str, compared: bool) -> Row:
    if not compared or before == after:
        return Row(name, label_of(name), format_html("{}", before), format_html("{}", after), False)
    changes = diff_text(before, after).changes
    return Row(name, label_of(name), _marked(changes, "deletion"), _marked(changes, "addition"), True)


def _marked(changes: list[tuple[str, str]], kind: str) -> SafeString:
    """One side of the difference, with what is only there between <del> or <ins>."""
    tag = {"deletion": "del", "addition": "ins"}[kind]
    parts: list[tuple[bool, str]] = []
    for change, text in changes:
        if change not in ("equal", kind):
            continue
        marked = change == kind
        if parts and parts[-1][0] == marked:
            parts[-1] = (marked, parts[-1][1] + text)
        else:
            parts.append((marked, text))
    open_tags = {True: (f"<{tag}>", f"</{tag}>"), False: ("", "")}
    return format_html_join("", "{}{}{}", ((*_safe(open_tags[marked], text),) for marked, text in parts))


def _safe(around: tuple[str, str], text: str) -> tuple[SafeString, str, SafeString]:
    return SafeString(around[0]), text, SafeString(around[1])
