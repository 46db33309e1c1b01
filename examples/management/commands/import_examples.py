"""Reads stories from YAML."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress

from examples.exchange.document import MAX_BYTES, ExchangeError
from examples.exchange.reader import Importer
from examples.exchange.schema import Story
from examples.publication import vouched

# Where nobody looks at a bar, a line tells now and then how far it is.
LINE_EVERY = 500


def read(path: Path) -> bytes:
    """The bytes of a file, one more than allowed at most."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ExchangeError([str(getattr(error, "strerror", "") or error)]) from error


class Command(BaseCommand):
    """Import stories: the same file twice changes nothing."""

    help = "Import stories from YAML files; a file with an error is left out as a whole."

    def add_arguments(self, parser: CommandParser) -> None:
        """Files, and what to do with them."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--publish", action="store_true", help="Publish; else stories become drafts.")
        parser.add_argument("--strict", action="store_true", help="Refuse stories with a privacy warning.")
        parser.add_argument("--only-new", action="store_true", help="Leave stories that are there alone.")
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be done.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import each file, then fail if one had errors."""
        try:
            chosen = {name: options[name] for name in ("publish", "dry_run", "strict", "only_new")}
            importer = Importer(**chosen)
        except ExchangeError as error:
            raise CommandError(str(error)) from error
        total: Counter[str] = Counter()
        problems: list[str] = []
        for path in map(Path, options["files"]):
            try:
                total += self.one(importer, path, options["verbosity"])
            except ExchangeError as error:
                problems += [f"{path}: error: {problem}" for problem in error.problems]
        if options["verbosity"]:
            words = ("made", "updated", "unchanged", *(["left out"] if total["left out"] else []))
            counts = ", ".join(f"{total[word]} {word}" for word in words)
            dry = " (dry run: nothing is written)" if options["dry_run"] else ""
            self.stdout.write(f"total: {counts}, {len(problems)} errors{dry}")
        if problems:
            raise CommandError("\n".join(problems))

    def one(self, importer: Importer, path: Path, verbosity: int) -> Counter[str]:
        """Import a file and report its items once they are kept."""
        lines: list[str] = []
        tally: Counter[str] = Counter()
        watched = sys.stderr.isatty()
        console = Console(stderr=True)
        with Progress(console=console, transient=True, disable=not (watched and verbosity)) as progress:
            task = progress.add_task(path.name, total=None)

            def started(total: int) -> None:
                progress.update(task, total=total)

            def report(story: Story, outcome: str) -> None:
                tally[outcome] += 1
                lines.append(f"{path}: item {story.number} ({story.slug}): {outcome}")
                progress.advance(task)
                done = len(lines)
                if verbosity and not watched and done % LINE_EVERY == 0:
                    self.stderr.write(f"{path}: {done} of {progress.tasks[0].total:.0f}")

            # The operator vouches for the file; `--strict` looks all the same.
            with vouched():
                importer.run(read(path), report, started)
        if verbosity:
            for line in lines:
                self.stdout.write(line)
        return tally
