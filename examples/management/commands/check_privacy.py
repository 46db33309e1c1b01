"""The detectors of personal data from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from privacy.detect import Finding, find


class BadLineError(Exception):
    """A line is not `{"id": …, "text": "…"}`; the message says what is wrong with it."""


class Command(BaseCommand):
    """Findings in texts, one JSON object a line on standard output and nothing else there."""

    help = "Find personal data in texts: lines of JSON with id and text in, lines with findings out."
    # It needs neither the database nor the site.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument(
            "--jsonl",
            required=True,
            type=Path,
            metavar="FILE",
            help='Lines of {"id": …, "text": "…"}, in UTF-8.',
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check line by line; a bad line is reported and the rest still done."""
        path: Path = options["jsonl"]
        bad = 0
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, start=1):
                    if not line.strip():
                        continue
                    try:
                        self.stdout.write(_answer(_read(line)))
                    except BadLineError as error:
                        bad += 1
                        self.stderr.write(f"{path}: line {number}: error: {error}")
        except OSError as error:
            raise CommandError(f"{path}: error: {error.strerror}") from error
        if bad:
            raise CommandError(f"{path}: {bad} {'line was' if bad == 1 else 'lines were'} not checked.")


def _read(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLineError("it is not UTF-8.") from error
    except RecursionError as error:
        raise BadLineError("it is nested too deeply.") from error
    except ValueError as error:
        raise BadLineError(f"it is not JSON ({error}).") from error
    if not isinstance(row, dict) or "id" not in row or "text" not in row:
        raise BadLineError('it is not an object with "id" and "text".')
    if not isinstance(row["text"], str):
        raise BadLineError('"text" is not a string.')
    return row


def _answer(row: dict[str, Any]) -> str:
    findings = [dict(_public(finding)) for finding in find(row["text"])]
    # ASCII alone: any terminal and any character, half of a pair included, goes through.
    return json.dumps({"id": row["id"], "findings": findings})


def _public(finding: Finding) -> Iterator[tuple[str, Any]]:
    yield "start", finding.start
    yield "end", finding.end
    yield "kind", finding.kind
    yield "certainty", finding.certainty
