"""A word to its terms, in Dutch or English: exact form, lemma, and the parts that it can be found by."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from search.analysis import compounds, dutch, lexicon, tokens

LANGUAGES = ("nl", "en")


class Word(NamedTuple):
    """The terms of a word: `exact` and `lemma` as in Token, `stop` for one that says nothing by itself."""

    exact: str
    lemma: str
    parts: tuple[str, ...]
    stop: bool


@lru_cache(maxsize=200_000)
def word(text: str, language: str) -> Word:
    """The terms of a word as it stands in a text."""
    exact = tokens.folded(text)
    if exact in lexicon.listed(f"{language}_stop"):
        return Word(exact, exact, (), True)
    if not exact.isalpha():
        return Word(exact, _with_figures(exact, language), (), False)
    lower = text.lower()
    pieces = tokens.pieces(lower)
    if len(pieces) > 1:
        return _hyphened(exact, pieces, language)
    if language != "nl":
        return Word(exact, _english(lower), (), False)
    lemma = tokens.folded(_dutch(lower, exact))
    parts: list[str] = []
    # An inflection that the dictionary knows is no compound by itself: studerende, huisgenoten.
    own = () if lower in lexicon.lemmas("nl") else compounds.split(exact)
    for part in compounds.split(lemma) or own:
        parts += [dutch.lemma(part), *_noun_of(part)]
    parts += dutch.relatives(lemma)
    return Word(exact, lemma, _others(parts, lemma), False)


def _noun_of(part: str) -> tuple[str, ...]:
    """Verb of a part that is an act, such as verlening; of a doer, such as houder, it says too little."""
    lemma = dutch.lemma(part)
    return dutch.relatives(lemma) if lemma.endswith("ing") else ()


def _with_figures(exact: str, language: str) -> str:
    """Lemma of a term that is not only letters: itself, but for b&w and the like."""
    return lexicon.paired("nl_lemmas").get(exact, exact) if language == "nl" else exact


def _dutch(lower: str, exact: str) -> str:
    """Lemma of a Dutch word; with apostrophe and accents when the dictionary has it so."""
    for plural in ("'s", "\u2019s"):
        if lower.endswith(plural) and len(lower) > len(plural) + 1:
            return _dutch(lower.removesuffix(plural), exact.removesuffix("s"))
    known = lower if lower in lexicon.lemmas("nl") else exact
    found = dutch.lemma(known)
    if found == exact and exact.endswith("ers") and not lower.isalpha():
        return exact.removesuffix("s")  # zzp'ers, ggd'ers
    return found


def _english(lower: str) -> str:
    from simplemma import lemmatize  # noqa: PLC0415 - half a second

    for possessive in ("'s", "\u2019s", "'", "\u2019"):
        lower = lower.removesuffix(possessive)
    return tokens.folded(str(lemmatize(lower, lang="en"))) if lower else ""


def _hyphened(exact: str, pieces: list[str], language: str) -> Word:
    """Wmo-voorziening: one word that is also found by each piece; its lemma has the last piece's."""
    found = [word(piece, language) for piece in pieces]
    lemma = "".join([*(one.exact for one in found[:-1]), found[-1].lemma])[: tokens.LONGEST_TERM]
    parts = [part for one in found if not one.stop for part in (one.lemma, *one.parts)]
    return Word(exact, lemma, _others(parts, lemma), False)


def _others(parts: list[str], lemma: str) -> tuple[str, ...]:
    return tuple(part for part in dict.fromkeys(map(tokens.folded, parts)) if part and part != lemma)
