"""What surrounds a word: titles, small words of family names, what somebody does."""

from __future__ import annotations

import re

from privacy import name_words as near
from privacy.lexicon import Lexicon
from privacy.tokens import Token, covered, word_set

SPACES = frozenset((" ", "  ", "\u00a0"))
RARE = 2e-6  # a word seldom seen: once in 500,000 words
_TITLE_GAP = re.compile(r"\.?[ \u00a0]{1,2}|\.")
_PLACE_WORDS = word_set("in uit te naar nabij richting vanuit")
_ARTICLES = word_set("de het een 't elke iedere geen onze ons")
_MOST_INTERFIXES = 3
_LONGEST_ACRONYM = 6


class Context:
    """The words of one text, and what stands around each."""

    def __init__(self, text: str, tokens: list[Token], words: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self.public = covered(tokens, words.allowed)

    def at(self, place: int) -> Token | None:
        """The word at a place, None before the first and behind the last."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def does_something(self, at: int) -> bool:
        """Whether the word behind says what somebody does."""
        behind = self.at(at + 1)
        if behind is None or behind.capital or behind.gap not in SPACES:
            return False
        return behind.lower in near.VERBS

    def behind_article(self, at: int) -> bool:
        """Whether "de", "het" or "een" stands right before."""
        earlier = self.at(at - 1)
        return earlier is not None and self.tokens[at].gap in SPACES and earlier.lower in _ARTICLES

    def behind_place_word(self, at: int) -> bool:
        """Whether "in", "uit" or "te" stands right before."""
        earlier = self.at(at - 1)
        return earlier is not None and self.tokens[at].gap in SPACES and earlier.lower in _PLACE_WORDS

    def named_after(self, at: int) -> bool:
        """Whether it is a law, a committee or a prize that bears the name ("Wet Van der Staaij")."""
        for back in (1, 2, 3):
            earlier = self.at(at - back)
            if earlier is None:
                return False
            if earlier.lower in near.THINGS_NAMED_AFTER:
                return all(self.tokens[at - step].gap in (*SPACES, "-") for step in range(back))
            if earlier.lower not in near.INTERFIXES and not earlier.capital:
                return "commissie-" in earlier.lower
        return False

    def follows_title(self, at: int) -> bool:
        """Whether a title stands right before."""
        earlier = self.at(at - 1)
        if earlier is None or earlier.lower not in near.TITLES:
            return False
        gap = self.tokens[at].gap
        return gap in SPACES or (earlier.lower in near.SHORT_TITLES and _TITLE_GAP.fullmatch(gap) is not None)

    def is_initial(self, at: int) -> bool:
        """Whether the word is one letter with a point."""
        token = self.tokens[at]
        return len(token.text) == 1 and self.text[token.end : token.end + 1] == "."

    def is_name_like(self, token: Token) -> bool:
        """Whether a word with a capital may be part of a name at all."""
        lower = token.lower
        if not token.capital or lower in near.CAPITAL_WORDS or lower in near.TITLES:
            return False
        if any(len(part) > 1 and part.isupper() for part in token.text.split("-")):
            return lower in self.words.names or ("-" not in lower and len(lower) > _LONGEST_ACRONYM)
        return True

    def is_surname_after_all(self, at: int, before: int) -> bool:
        """Whether a word that mostly is no name is one, for a title or an initial stands before `before`."""
        token = self.tokens[at]
        initial = before > 0 and self.tokens[before - 1].capital and self.is_initial(before - 1)
        return (initial or self.follows_title(before)) and token.capital and token.lower in near.SURNAMES_TOO

    def is_first_name(self, token: Token) -> bool:
        """Whether the word is on a list of first names, and no more than that."""
        return token.lower in self.words.first_names and token.lower not in self.words.never_names

    def frequency(self, token: Token) -> float:
        """How often the word is used, as a share of all words."""
        return self.words.frequencies.get(token.lower, 0.0)

    def surname_from(self, at: int, *, unlisted: bool = False) -> int:
        """Where a family name with its small words ends ("de Vries", "Van den Berg"); `at` when none begins.

        Small letters count when the word is a known family name; with `unlisted`, and behind "el" or "bin",
        also when it is no Dutch word.
        """
        step = self._past_interfixes(at)
        token = self.at(step)
        if token is None or (step > at and token.gap not in (" ", ". ", ".")):
            return at
        if (
            step > at
            and self.tokens[at].lower in near.RARE_INTERFIXES
            and not self._is_rare_surname(at, step)
        ):
            return at
        if token.capital:
            initial = self.is_initial(step) and step > at
            fits = self.is_name_like(token) and token.lower not in self.words.never_names
            fits = fits or self.is_surname_after_all(step, at)
            return step + 1 if initial or fits else at
        known = token.lower in self.words.surnames and (step > at or not self.words.is_common(token.lower))
        foreign = unlisted or self.tokens[at].lower in near.FOREIGN_INTERFIXES
        known = known or (step > at and foreign and not self.words.is_known(token.lower))
        return step + 1 if known and token.lower not in near.VERBS else at

    def _past_interfixes(self, at: int) -> int:
        step = at
        while (
            step < len(self.tokens) and step - at < _MOST_INTERFIXES and self.is_interfix(self.tokens[step])
        ):
            if step > at and self.tokens[step].gap not in (" ", ". ", "."):
                break
            step += 1
        return step

    def _is_rare_surname(self, at: int, step: int) -> bool:
        """Whether "in 't Veld" or "op de Beek" is a family name; mostly they are no name."""
        linked = step - at > 1 or self.tokens[at].lower == "te"
        last = self.tokens[step].lower
        known = last in self.words.surnames and not self.words.is_common(last)
        return linked and known and not self.public[step]

    @staticmethod
    def is_interfix(token: Token) -> bool:
        """de, van, El; a single letter only when it is small ("v.d. Berg" against "mevrouw de V.")."""
        return token.lower in near.INTERFIXES and (len(token.lower) > 1 or not token.capital)
