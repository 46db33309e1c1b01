"""Dutch compounds taken apart: schuldhulpverlening is schuld, hulpverlening, hulp and verlening.

A word is parted when each of its parts is a word we know that is about as usual as the whole, so that
uitkering does not become uit and kering. The best parting has the fewest and most usual parts.
"""

from __future__ import annotations

from functools import lru_cache

from search.analysis import lexicon

LONGEST = 60  # letters; beyond that it is no word
SHORTEST_PART = 4  # letters, but for the listed ones
LONG_PART = 7  # letters of a part that is trusted when the rest is unknown
USUAL = 2.9  # Zipf frequency that makes a part trusted
SAFE_LENGTH = 6  # letters from which any word of the dictionary is trusted
RARE = 2.6  # what that counts
LISTED = 4.0  # what a listed part counts at least
LEXICALISED = 4.6  # a word as usual as this has a meaning of its own
LINKS = ("", "s", "en", "e", "er", "n")
PREFIXES = ("her", "mede", "onder", "tussen", "niet", "deel", "voor", "na", "eind", "hoofd")
PART_COST = 5.2  # of each part more; a part that is one point rarer costs one
LINK_COST = 0.7


def split(word: str) -> tuple[str, ...]:
    """Parts of a folded compound, each also taken apart where it is one; empty when it is no compound."""
    direct = _direct(word)
    parts: list[str] = []
    for part in direct:
        parts.append(part)
        parts += [inner for inner in split(part) if inner not in parts]
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=200_000)
def _direct(word: str) -> tuple[str, ...]:
    """The fewest and most usual parts of a word, as written in it."""
    if not 2 * SHORTEST_PART - 2 <= len(word) <= LONGEST or not word.isalpha():
        return ()
    if word in lexicon.listed("nl_whole") or word in lexicon.listed("nl_affixes"):
        return ()
    whole = lexicon.frequencies("nl").get(word, 0.0)
    if whole >= LEXICALISED:
        return ()
    known = whole or word in lexicon.lemmas("nl")
    parts = _cheapest(word)
    if not parts and not known:
        return _known_end(word)
    if not parts or (len(parts) == 1 and word in lexicon.lemmas("nl")):
        return ()
    # A usual word is only parted into words that are more usual still.
    mean = sum(_weight(part) for part in parts) / len(parts)
    return parts if mean >= whole else ()


def _cheapest(word: str) -> tuple[str, ...]:
    """Parts of the cheapest parting, by dynamic programming over the places of the word."""
    length = len(word)
    best: list[tuple[float, tuple[str, ...]] | None] = [None] * (length + 1)
    best[0] = (0.0, ())
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + SAFE_LENGTH:
            best[len(prefix)] = (PART_COST + LINK_COST, ())
    for start in range(length - 2):
        before = best[start]
        if before is None:
            continue
        for end in range(start + 3, length + 1):
            weight = _weight(word[start:end])
            if not weight or end - start == length:
                continue
            cost = before[0] + PART_COST + max(0.0, 6.0 - weight)
            parts = (*before[1], word[start:end])
            for link in LINKS:
                to = end + len(link)
                if not word.startswith(link, end) or (link and to >= length):
                    continue
                total = cost + (LINK_COST if link else 0.0)
                there = best[to]
                if there is None or total < there[0]:
                    best[to] = (total, parts)
    found = best[length]
    return found[1] if found else ()


def _known_end(word: str) -> tuple[str, ...]:
    """The longest word that a word begins or ends with, when the rest is mistyped or a name."""
    for length in range(len(word) - SHORTEST_PART + 1, LONG_PART - 1, -1):
        for part in (word[:length], word[-length:]):
            if _weight(part) >= USUAL or _cheapest(part):
                return (part,)
    return ()


@lru_cache(maxsize=200_000)
def _weight(part: str) -> float:
    """How usual a part is on the Zipf scale, 0 when it is none."""
    if part in lexicon.listed("nl_parts"):
        return max(LISTED, lexicon.frequencies("nl").get(part, 0.0))
    if len(part) < SHORTEST_PART or part in lexicon.listed("nl_affixes"):
        return 0.0
    usual = lexicon.frequencies("nl").get(part, 0.0)
    if usual >= USUAL:
        return usual
    return RARE if len(part) >= SAFE_LENGTH and part in lexicon.lemmas("nl") else 0.0
