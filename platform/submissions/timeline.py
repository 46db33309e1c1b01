"""Steps and messages of a submission in one row, as its people read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from submissions.models import Submission
from submissions.review.labels import label_of, labels_of
from submissions.states import Role, Status
from submissions.steps import BY_SLUG, STEPS
from submissions.story import NOTES


@dataclass(frozen=True)
class Entry:
    """Something that happened.

    Attributes:
        at: When.
        who: In which role.
        title: What happened.
        text: What was said.
        about: Which answer it is about, or "".
        about_url: Where that is answered, or "".
        is_message: Whether it is part of the conversation.
    """

    at: datetime
    who: str
    title: str
    text: str
    about: str = ""
    about_url: str = ""
    is_message: bool = False


def entries(submission: Submission) -> list[Entry]:
    """All that happened, oldest first."""
    found = [
        Entry(
            event.at,
            event.get_role_display(),
            _("Taken up as a draft again") if _is_again(event) else event.get_to_status_display(),
            event.comment,
        )
        for event in submission.events.all()
    ]
    for message in submission.messages.all():
        about = label_of(message.field) if message.field else ""
        url = _url_of(message.field, submission)
        found.append(
            Entry(message.at, message.get_role_display(), _("Message"), message.text, about, url, True)
        )
    for change in submission.editorial_changes.all():
        what = _("Changed by the editors: %(fields)s") % {"fields": labels_of(change.fields)}
        found.append(Entry(change.at, str(Role.EDITOR.label), what, ""))
    return sorted(found, key=lambda entry: entry.at)


def _url_of(field: str, submission: Submission) -> str:
    """Where an answer is given, or "". Notes on a rule stand with the rules."""
    asked = "rules" if field.rpartition(".")[2] in NOTES else field
    step = next((step for step in STEPS if step.form and asked in step.form.base_fields), None)
    if step is None:
        return BY_SLUG["bestanden"].url(submission) if field in ("picture", "document") else ""
    return f"{step.url(submission)}#antwoord-{field}"


def _is_again(event: object) -> bool:
    return getattr(event, "to_status", "") == Status.CONCEPT and bool(getattr(event, "from_status", ""))
