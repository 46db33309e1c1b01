"""The words we know: lemmas of simplemma, frequencies of wordfreq, and our own short lists in `lists/`.

All is read when first needed and kept: about a second a process.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"
# wordfreq keeps its words in groups of a hundredth of a power of ten: this is 2.5 on the Zipf scale.
RAREST = 650
USUAL_UNKNOWN = 3.0
TOP = 900  # 9.0 on the Zipf scale, a word that is all of the text


@cache
def lemmas(language: str) -> Mapping[str, str]:
    """Lemma by form, as simplemma's dictionary has them."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY  # noqa: PLC0415 - half a second

    return DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)


@cache
def frequencies(language: str) -> Mapping[str, float]:
    """How often a word is used, on the Zipf scale (3: once in a million words, 6: once in a thousand).

    The counts come from the web, with names, typos and other languages. Kept are the words that simplemma
    has, and of the others those that are usual, and more usual than in English.
    """
    known, foreign = lemmas(language), _counted("en") if language != "en" else {}
    return {
        word: usual
        for word, usual in _counted(language).items()
        if word in known or (usual >= USUAL_UNKNOWN and usual > foreign.get(word, 0.0))
    }


def _counted(language: str) -> dict[str, float]:
    from wordfreq import DATA_PATH, read_cBpack  # noqa: PLC0415 - half a second

    groups = read_cBpack(str(DATA_PATH / f"large_{language}.msgpack.gz"))[:RAREST]
    return {
        word: (TOP - rank) / 100
        for rank, group in enumerate(groups)
        for word in group
        if len(word) > 1 and word.isalpha()
    }


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in `lists/`; a line may hold several, # begins a comment."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def paired(name: str) -> Mapping[str, str]:
    """A list of `lemma: form form ...` lines as lemma by form."""
    pairs = (line.split(":", 1) for line in _lines(name))
    return {form: lemma.strip() for lemma, forms in pairs for form in forms.split()}


def _lines(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in (line.split("#")[0].strip() for line in lines) if line]
