"""The privacy check of a submission: what may identify a resident, neutral words, and what may stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction

from examples.anonymity import Text, Warning, findings_in
from submissions.forms.files import WORDS, FilesForm
from submissions.models import Submission
from submissions.services.attaching import describe, words_with
from submissions.services.drafting import put
from submissions.services.moving import editable
from submissions.steps import BY_SLUG, STEPS, Step
from submissions.story import NOTES, TEXTS, note_name

# A mailbox that readers may see is no text about a resident.
NOT_READ = frozenset({"contact"})
LONGEST_REASON = 300


class WarningGoneError(Exception):
    """The text changed meanwhile: what was decided about is no longer there."""


@dataclass(frozen=True)
class Part:
    """A piece of a text, with the finding in it if it is one."""

    text: str
    warning: Warning | None = None


@dataclass(frozen=True)
class CheckedText:
    """A text with what was found in it.

    Attributes:
        text: Which.
        url: Where it is written.
        parts: The whole text in pieces, in order.
        warnings: What a person must decide about.
        hints: What is more often wrong than right.
        kept: Findings that the submitter lets stand.
    """

    text: Text
    url: str
    parts: tuple[Part, ...]
    warnings: tuple[Warning, ...]
    hints: tuple[Warning, ...]
    kept: tuple[Warning, ...]


def texts_of(submission: Submission) -> Iterator[tuple[Step, Text]]:
    """The texts of a submission that readers will see, each with the step in which it is written."""
    for step in STEPS:
        form = step.form(submission) if step.form else None
        for name, field in form.fields.items() if form else ():
            value = submission.answer(name)
            if name not in NOT_READ and (name in TEXTS or name in _notes(submission)) and value:
                yield step, Text(name, str(field.label), value, _put(submission, name))
    yield from _words_with_files(submission)


def _words_with_files(submission: Submission) -> Iterator[tuple[Step, Text]]:
    form = FilesForm(submission)
    for kind, name in WORDS.items():
        words = words_with(getattr(submission, kind))
        if form.there[kind] and words:
            put_words = partial(describe, submission, kind)
            yield BY_SLUG["bestanden"], Text(name, str(form[name].label), words, put_words)


def _notes(submission: Submission) -> set[str]:
    return {note_name(rule, note) for rule in submission.answer("rules", []) for note in NOTES}


def _put(submission: Submission, name: str) -> Any:
    return lambda value: put(submission, {name: value})


def check(submission: Submission) -> list[CheckedText]:
    """Every text in which something was found, in the order of the steps."""
    kept = {(each["field"], each["kind"], each["digest"]) for each in submission.kept}
    found = []
    for step, text in texts_of(submission):
        warnings = [Warning(text, each) for each in findings_in(text.value, submission.language)]
        if not warnings:
            continue
        stays = [w for w in warnings if (text.field, w.finding.kind, w.digest) in kept]
        left = [w for w in warnings if w not in stays]
        found.append(
            CheckedText(
                text=text,
                url=f"{step.url(submission)}#{_prefix(text)}-{text.field}",
                parts=tuple(_parts(text.value, left)),
                warnings=tuple(w for w in left if w.finding.is_warning),
                hints=tuple(w for w in left if not w.finding.is_warning),
                kept=tuple(stays),
            )
        )
    return found


def _prefix(text: Text) -> str:
    return "bestand" if text.field in WORDS.values() else "antwoord"


def open_warnings(submission: Submission) -> list[Warning]:
    """What nobody has decided about yet."""
    return [warning for each in check(submission) for warning in each.warnings]


def _parts(value: str, warnings: list[Warning]) -> Iterator[Part]:
    at = 0
    for warning in warnings:
        if warning.finding.start > at:
            yield Part(value[at : warning.finding.start])
        yield Part(warning.words, warning)
        at = warning.finding.end
    if at < len(value):
        yield Part(value[at:])


@transaction.atomic
def use_neutral_words(submission: Submission, key: str) -> None:
    """Put the neutral words in the place of what was found.

    Raises:
        WarningGoneError: The text changed meanwhile.
        WrongStateError: The text is with the editors.
    """
    _now, warning = _find(submission, key)
    warning.text.put(warning.reworded)


@transaction.atomic
def let_stand(submission: Submission, key: str, why: str) -> None:
    """Let the words stand; the editors read why, and decide themselves.

    Raises:
        WarningGoneError: The text changed meanwhile.
        WrongStateError: The text is with the editors.
        ValueError: There is no reason.
    """
    if not why.strip():
        raise ValueError("words stay with a reason")
    now, warning = _find(submission, key)
    reason = {
        "field": warning.text.field,
        "kind": warning.finding.kind,
        "digest": warning.digest,
        "why": why.strip()[:LONGEST_REASON],
    }
    now.kept = [*now.kept, reason]
    now.save(update_fields=["kept", "changed_at"])


def _find(submission: Submission, key: str) -> tuple[Submission, Warning]:
    """The submission as it is now, locked, and the finding with this key in it."""
    now = editable(submission)
    for each in check(now):
        for warning in (*each.warnings, *each.hints):
            if warning.key == key:
                return now, warning
    raise WarningGoneError
