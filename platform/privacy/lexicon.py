"""Word lists: our own of `data/`, the names and places of deduce, the frequencies of wordfreq."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data"
COMMON = 4e-6  # a word of every day: once in 250,000 words
LONG_TAIL = 6
KNOWN = 4e-7  # a word that a dictionary has


class LexiconError(RuntimeError):
    """A word list cannot be read."""


@dataclass(frozen=True)
class Phrases:
    """Phrases of one or more words, found by the words they consist of.

    Attributes:
        known: The phrases in lower case, words joined by one space.
        firsts: With which words they begin.
        longest: How many words the longest has.
    """

    known: frozenset[str]
    firsts: frozenset[str]
    longest: int

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        """Phrases in any spelling of capitals."""
        known = frozenset(" ".join(phrase.lower().split()) for phrase in phrases)
        firsts = frozenset(phrase.split(" ", 1)[0] for phrase in known)
        return cls(known, firsts, max((phrase.count(" ") + 1 for phrase in known), default=0))


@dataclass(frozen=True)
class Lexicon:
    """All that the detectors know about words; everything in lower case.

    Attributes:
        first_names: First names, of all lists.
        sure_first_names: Those that are no ordinary words: ours.
        ambiguous: First names that are ordinary words as well.
        not_in_small_letters: First names that count with a capital only.
        never_names: Words of the lists of names that are no name by themselves.
        surnames: Family names without what stands before them ("de", "van den").
        names: All first and family names.
        villages: Places that are neither a municipality nor large, and parts of places.
        streets: Names of streets.
        allowed: Municipalities, laws, public organisations, wide areas: no finding at all.
        care_providers: Own names of care institutions.
        schools: Own names of schools.
        employers: Own names of employers.
        rare_conditions: Rare diseases and syndromes.
        frequencies: How often a word is used, as a share of all words.
    """

    first_names: frozenset[str]
    sure_first_names: frozenset[str]
    ambiguous: frozenset[str]
    not_in_small_letters: frozenset[str]
    never_names: frozenset[str]
    surnames: frozenset[str]
    names: frozenset[str]
    villages: Phrases
    streets: Phrases
    allowed: Phrases
    care_providers: Phrases
    schools: Phrases
    employers: Phrases
    rare_conditions: Phrases
    frequencies: dict[str, float]

    def is_common(self, word: str) -> bool:
        """Whether the word (in lower case) is one of every day."""
        return self.frequencies.get(word, 0.0) >= COMMON

    def is_known(self, word: str) -> bool:
        """Whether the word (in lower case), or a compound that ends in a common one, is ordinary Dutch."""
        if self.frequencies.get(word, 0.0) >= KNOWN:
            return True
        return any(
            self.is_tail(word[cut:]) and self.is_part(word[:cut]) for cut in range(3, min(len(word) - 3, 30))
        )

    def is_tail(self, tail: str) -> bool:
        """Whether a compound may end in this: a word, and when it is short a common one."""
        wanted = COMMON if len(tail) < LONG_TAIL else KNOWN
        return self.frequencies.get(tail, 0.0) >= wanted

    def is_part(self, head: str) -> bool:
        """Whether a compound may begin with this: a word, or one with a linking letter."""
        return any(self.frequencies.get(part, 0.0) >= KNOWN for part in (head, head.removesuffix("s")))


@cache
def lexicon() -> Lexicon:
    """The word lists, read once a process (under a second, some 100 MB).

    Raises:
        LexiconError: A list is missing.
    """
    sure = frozenset(_words("first_names"))
    allowed = [
        *_lines("municipalities"),
        *_lines("laws"),
        *_lines("public_organisations"),
        *_lines("large_places"),
        *_deduce("locations/lst_placename/lst_region"),
    ]
    wide = {name.lower() for name in allowed}
    villages = [n for n in _deduce("locations/lst_placename/lst_residence") if n.lower() not in wide]
    hospitals = [n for n in _deduce("institutions/lst_hospital") if n.lower() not in wide]
    surnames = (*_words("surnames"), *_deduce("names/lst_surname"), *_deduce("names/lst_interfix_surname"))
    first_names = frozenset(name.lower() for name in _deduce("names/lst_first_name")) | sure
    family_names = frozenset(name.lower() for name in surnames if len(name) > 1)
    return Lexicon(
        first_names=first_names,
        sure_first_names=sure,
        ambiguous=frozenset(_words("ambiguous")),
        not_in_small_letters=frozenset(_words("not_in_small_letters")),
        never_names=frozenset(_words("never_names")),
        surnames=family_names,
        names=first_names | family_names,
        villages=Phrases.of([*villages, *_lines("neighbourhoods")]),
        streets=Phrases.of(_deduce("locations/lst_street")),
        allowed=Phrases.of(allowed),
        care_providers=Phrases.of([*_lines("care_providers"), *hospitals]),
        schools=Phrases.of(_lines("schools")),
        employers=Phrases.of(_lines("employers")),
        rare_conditions=Phrases.of(_lines("rare_conditions")),
        frequencies=_frequencies(),
    )


def _frequencies() -> dict[str, float]:
    # Takes a seventh of the time in which a process starts, and most look at no text.
    from wordfreq import get_frequency_dict  # noqa: PLC0415

    return get_frequency_dict("nl", wordlist="large")


def _lines(name: str) -> list[str]:
    return _read(FOLDER / f"{name}.txt")


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.lower().split()]


def _deduce(name: str) -> list[str]:
    """A list of the installed package; its code is not imported, its lists are not copied here."""
    found = find_spec("deduce")
    if found is None or found.origin is None:
        raise LexiconError("The package deduce, whose lists of names are used, is not installed.")
    return _read(Path(found.origin).parent / "data" / "lookup" / "src" / name / "items.txt")


def _read(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"The word list {path.name} of {path.parent.name} cannot be read.") from error
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
