"""What a word that was not asked for literally weighs, next to 1 for the word itself."""

from __future__ import annotations

from dataclasses import dataclass

from search.thesaurus.model import Label

# The exact word weighs 1; nothing else comes near enough to change places with it.
MOST = 0.95


@dataclass(frozen=True)
class Weights:
    """By kind of label, by relation, and how far to go. Tuned on the development queries, not on taste.

    Attributes:
        shared: Factor for a word that is a label of more than one concept.
        part: Factor for a word that is only a part of the compound that was asked.
        widest: A concept with more narrower ones than this says too little to search with all of them.
        longest: Expansions of one match; the heaviest are kept.
    """

    preferred: float = 0.7
    synonym: float = 0.7
    abbreviation: float = 0.7
    ambiguous: float = 0.25
    former: float = 0.6
    everyday: float = 0.7
    misspelling: float = 0.8
    narrower: float = 0.4
    broader: float = 0.2
    related: float = 0.4
    shared: float = 0.5
    part: float = 0.3
    widest: int = 12
    longest: int = 24

    def of(self, label: Label) -> float:
        """What a label weighs: its own weight if an editor gave one, else that of its kind."""
        weight = getattr(self, label.kind.value) if label.weight is None else label.weight
        return min(MOST, float(weight))

    def certainty(self, label: Label) -> float:
        """How surely a label in a question means its concept, next to 1 for the preferred word."""
        return self.of(label) / self.preferred
