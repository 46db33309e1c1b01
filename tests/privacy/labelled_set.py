"""The labelled fragments, how to add to them, and how well findings fit them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from privacy.findings import PRECEDENCE, Finding, Kind

FOLDER = Path(__file__).parent / "labelled"
PARTS = ("dev", "held")
IDENTIFIERS: frozenset[Kind] = frozenset(
    ("bsn", "iban", "telefoon", "email", "postcode", "kenteken", "zaaknummer", "geboortedatum")
)
NAMES: frozenset[Kind] = frozenset(("naam",))
ORGANISATIONS: frozenset[Kind] = frozenset(("school", "werkgever", "instelling"))
_MARK = re.compile(r"\[(\w+)\|([^\[\]|]+)\]")

Span = tuple[int, int, Kind]


@dataclass(frozen=True)
class Fragment:
    """A text with what should be found in it."""

    id: str
    text: str
    spans: tuple[Span, ...]


def load(part: str) -> list[Fragment]:
    """The fragments of `dev` or `held`."""
    lines = (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_fragment(json.loads(line)) for line in lines]


def _fragment(row: dict[str, object]) -> Fragment:
    findings = row["findings"]
    assert isinstance(findings, list)
    spans = tuple((one["start"], one["end"], one["kind"]) for one in findings)
    return Fragment(str(row["id"]), str(row["text"]), spans)


def marked(id: str, text: str) -> Fragment:
    """A fragment written as "[naam|Truus] woont in [plaats|Oudega]"; ValueError when it cannot be read."""
    spans: list[Span] = []
    plain, last = "", 0
    for match in _MARK.finditer(text):
        kind = next((each for each in PRECEDENCE if each == match[1]), None)
        if kind is None:
            raise ValueError(f"{id}: there is no kind {match[1]}")
        plain += text[last : match.start()]
        spans.append((len(plain), len(plain) + len(match[2]), kind))
        plain += match[2]
        last = match.end()
    plain += text[last:]
    if re.search(r"\[\w*\||\|\w*\]", plain):
        raise ValueError(f"{id}: a mark is not closed")
    return Fragment(id, plain, tuple(spans))


def as_json(fragment: Fragment) -> str:
    """A fragment as a line of the files."""
    findings = [{"start": start, "end": end, "kind": kind} for start, end, kind in fragment.spans]
    return json.dumps({"id": fragment.id, "text": fragment.text, "findings": findings}, ensure_ascii=False)


@dataclass
class Score:
    """Counts of one kind, or of several together.

    Attributes:
        wanted: Labelled spans.
        found: Those of them that a finding of the kind overlaps.
        exact: Those with a finding of exactly the same span.
        said: Findings.
        right: Findings that overlap a labelled span of the kind.
        right_exact: Findings that are exactly a labelled span of the kind.
    """

    wanted: int = 0
    found: int = 0
    exact: int = 0
    said: int = 0
    right: int = 0
    right_exact: int = 0

    @property
    def recall(self) -> float:
        """The share of labelled spans that were found."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of findings that are labelled."""
        return self.right / self.said if self.said else 1.0

    @property
    def exact_recall(self) -> float:
        """The same with equal spans."""
        return self.exact / self.wanted if self.wanted else 1.0

    @property
    def exact_precision(self) -> float:
        """The same with equal spans."""
        return self.right_exact / self.said if self.said else 1.0

    def add(self, other: Score) -> None:
        """Count another score in."""
        for name in ("wanted", "found", "exact", "said", "right", "right_exact"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Scores:
    """How findings fit the labels, by kind."""

    kinds: dict[Kind, Score] = field(default_factory=lambda: defaultdict(Score))

    def count(self, fragment: Fragment, findings: Sequence[Finding]) -> None:
        """Count the warnings in one fragment; hints are left out."""
        warnings = [finding for finding in findings if finding.is_warning]
        for start, end, kind in fragment.spans:
            score = self.kinds[kind]
            same = [one for one in warnings if one.kind == kind and one.start < end and one.end > start]
            score.wanted += 1
            score.found += bool(same)
            score.exact += any((one.start, one.end) == (start, end) for one in same)
        for one in warnings:
            score = self.kinds[one.kind]
            labels = [span for span in fragment.spans if span[2] == one.kind]
            score.said += 1
            score.right += any(start < one.end and end > one.start for start, end, _ in labels)
            score.right_exact += any((start, end) == (one.start, one.end) for start, end, _ in labels)

    def together(self, kinds: Iterable[Kind] = PRECEDENCE) -> Score:
        """Several kinds as one."""
        total = Score()
        for kind in kinds:
            total.add(self.kinds[kind])
        return total
