"""What a detector says: where in a text, what kind of data, how certain, why, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "naam",
    "leeftijd",
    "geboortedatum",
    "bsn",
    "telefoon",
    "adres",
    "zaaknummer",
    "iban",
    "email",
    "postcode",
    "school",
    "werkgever",
    "instelling",
    "zeldzaam",
    "kenteken",
    "plaats",
]

# Certainty: how often such a finding is right. From WARNING a person must decide, below it is a hint.
CERTAIN = 0.95
LIKELY = 0.8
POSSIBLE = 0.6
WARNING = 0.5
HINT = 0.4


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text that may identify somebody.

    Attributes:
        start: First code point.
        end: One past the last code point.
        kind: What it may be.
        certainty: 0 to 1; below `WARNING` it is a hint.
        reason: Why, in English; the caller translates it.
        suggestion: Neutral Dutch words to put in its place, empty to leave it out.
    """

    start: int
    end: int
    kind: Kind
    certainty: float
    reason: str
    suggestion: str

    @property
    def is_warning(self) -> bool:
        """Whether a person must decide about it before the text is published."""
        return self.certainty >= WARNING


# Where two findings overlap a number or code wins, else the longer, else the kind that stands first.
PRECEDENCE: tuple[Kind, ...] = (
    "email",
    "iban",
    "bsn",
    "telefoon",
    "geboortedatum",
    "kenteken",
    "zaaknummer",
    "postcode",
    "adres",
    "school",
    "werkgever",
    "instelling",
    "zeldzaam",
    "leeftijd",
    "naam",
    "plaats",
)
_RANK = {kind: rank for rank, kind in enumerate(PRECEDENCE)}
_CODES = _RANK["postcode"]


def settle(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings in order of the text without overlap: warnings before hints, then as `PRECEDENCE` says.

    Args:
        findings: In any order, overlapping or not.

    Returns:
        Those that stay; the same for every order of the input.
    """
    kept: list[Finding] = []
    for span in _clusters(sorted(set(findings), key=lambda each: (each.start, each.end, each.kind))):
        taken: list[Finding] = []
        for finding in sorted(span, key=_strength):
            if all(finding.end <= other.start or finding.start >= other.end for other in taken):
                taken.append(finding)
        kept += sorted(taken, key=lambda each: each.start)
    return tuple(kept)


def _strength(finding: Finding) -> tuple[object, ...]:
    length = finding.end - finding.start
    rank = _RANK[finding.kind]
    code = rank if rank <= _CODES else _CODES + 1
    return (not finding.is_warning, code, -length, rank, -finding.certainty, finding.start, finding.reason)


def _clusters(ordered: list[Finding]) -> list[list[Finding]]:
    clusters: list[list[Finding]] = []
    end = -1
    for finding in ordered:
        if finding.start >= end:
            clusters.append([])
        clusters[-1].append(finding)
        end = max(end, finding.end)
    return clusters
