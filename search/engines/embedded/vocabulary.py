"""The words of a field, arranged to find close ones without looking at each letter by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from search.engines.texts import edits


class Vocabulary:
    """The words of a field."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for word in words:
            self._by_length[len(word)].append((_letters(word), word))

    def close(self, word: str, most: int) -> list[tuple[int, str]]:
        """Edits and word, of each other word at most so many edits away."""
        letters = _letters(word)
        found = []
        for length in range(len(word) - most, len(word) + most + 1):
            for others, other in self._by_length.get(length, ()):
                # An edit changes at most two of the letters that occur: most words fall out here.
                if (letters ^ others).bit_count() <= 2 * most and other != word:
                    distance = edits(word, other, most)
                    if distance <= most:
                        found.append((distance, other))
        return found


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
