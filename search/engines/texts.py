"""What both engines do alike with terms, so that they index and rank alike."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from search.engines.base import DEEPEST_HIT, LONGEST_TERM, EngineQuery
from search.facets import FACETS
from search.fields import TEXT_FIELDS, WORD_FIELDS

# An empty field holds this one term: each engine then counts every story in the field's statistics.
NO_TERMS = "∅"
# Terms of a length that is indexed with single spaces between; of a printable text, so no other white space.
_TERMS = re.compile(rf"(?:[^ ]{{1,{LONGEST_TERM}}}+ )*+[^ ]{{1,{LONGEST_TERM}}}+")
_LAYOUT = 1  # goes up when a field means something else under the same name


def layout_name() -> str:
    """A short name of the fields of the index; an index with other fields must be built anew."""
    fields = (_LAYOUT, TEXT_FIELDS, WORD_FIELDS, tuple(facet.name for facet in FACETS))
    return hashlib.sha256(repr(fields).encode()).hexdigest()[:12]


def indexed_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """The terms of every text field, separated by single spaces, as both engines split them.

    Args:
        texts: Terms separated by white space, by text field.

    Returns:
        A text for each of `TEXT_FIELDS`, never an empty one.
    """
    return {name: _terms(texts.get(name, "")) or NO_TERMS for name in TEXT_FIELDS}


def _terms(text: str) -> str:
    # Nearly every text is as it should be, and to see that is quicker than to put it together anew.
    if text.isprintable() and _TERMS.fullmatch(text):
        return text
    return " ".join(term for term in text.split() if len(term) <= LONGEST_TERM)


def check_word_field(field: str) -> None:
    """Refuse a field whose words cannot be listed.

    Raises:
        ValueError: It is such a field.
    """
    if field not in WORD_FIELDS:
        raise ValueError(f"the words of {field} cannot be listed, only those of {', '.join(WORD_FIELDS)}")


def effective_sort(query: EngineQuery) -> str:
    """The order to sort by: without anything that scores, relevance means newest."""
    if query.sort == "relevance" and not query.groups:
        return "newest"
    return query.sort


def reachable_limit(query: EngineQuery) -> int:
    """How many hits of the page lie within the first `DEEPEST_HIT`."""
    return max(0, min(query.limit, DEEPEST_HIT - query.offset))


def most_edits(word: str) -> int:
    """How many edits a close word may be away."""
    return 1 if len(word) < 5 else 2  # noqa: PLR2004 - the contract's number


def edits(left: str, right: str, most: int) -> int:
    """Number of letters to add, drop, change or swap with their neighbour to make one word of the other.

    Args:
        left: A word.
        right: Another.
        most: Where to stop counting.

    Returns:
        The number, or `most + 1` when it is more.
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)
