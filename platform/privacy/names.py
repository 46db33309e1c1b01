"""Names of people: with and without titles, initials, in small letters, behind what they are to somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from privacy import name_announced as announced
from privacy import name_listed as listed
from privacy import name_words as near
from privacy.findings import LIKELY, POSSIBLE, Finding
from privacy.lexicon import Lexicon
from privacy.name_context import SPACES, Context
from privacy.tokens import Token, phrase_at

MOST_WORDS = 7
SHORTEST_REPEATED = 3
_LINKS = frozenset(("en", "of"))

Rule = Callable[[Context, int], float]
# The first that is certain of anything decides.
_RULES: tuple[tuple[Rule, str], ...] = (
    (announced.behind_title, "Name behind a form of address"),
    (announced.behind_relation, "Name behind what somebody is to another"),
    (announced.introduced, "Name in a greeting or an introduction"),
    (listed.by_initials, "Initials and a family name"),
    (listed.before_initials, "A family name before initials"),
    (listed.as_owner, "First name of whom something belongs to"),
    (listed.by_first_name, "First name"),
    (listed.by_surname, "Family name"),
    (listed.by_interfix, "Family name"),
    (listed.before_arabic_part, "Family name"),
    (listed.by_what_it_does, "A word with a capital that acts as a person does"),
    (listed.in_small_letters, "First name in small letters"),
)

Spans = dict[int, tuple[int, float, str]]


def find_names(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Finding]:
    """Names of people.

    Args:
        text: Any text.
        tokens: Its words.
        words: What is known about words.

    Yields:
        Findings of the kind `naam`, each a whole name without its title.
    """
    here = Context(text, tokens, words)
    spans: Spans = {}
    at = 0
    while at < len(tokens):
        certainty, reason = _judge(here, at)
        if not certainty:
            at += 1
            continue
        end = _extend(here, at)
        spans[at] = (end, certainty, reason)
        at = _next_in_row(here, end, spans)
    _repeat(tokens, words, spans)
    for start, (end, certainty, reason) in sorted(spans.items()):
        yield _finding(here, start, end, certainty, reason)


def _judge(here: Context, at: int) -> tuple[float, str]:
    """How certain it is that a name begins at a word, and why; 0 when it does not."""
    token, earlier = here.tokens[at], here.at(at - 1)
    small = not token.capital and token.lower not in here.words.sure_first_names and len(token.text) > 1
    small = small and not (token.lower in here.words.first_names and here.does_something(at))
    # Most words end here: small letters, and nothing before them that announces a name.
    if small and (earlier is None or earlier.lower not in near.ANNOUNCING):
        return 0.0, ""
    if token.lower in near.TITLES or (token.lower in near.PEOPLE and not here.follows_title(at)):
        return 0.0, ""
    if here.named_after(at):
        return 0.0, ""
    for rule, reason in _RULES:
        certainty = rule(here, at)
        if certainty:
            return certainty, reason
    return 0.0, ""


def _extend(here: Context, at: int) -> int:
    """One past the last word of the name that begins here."""
    tokens = here.tokens
    end = at + 1
    if tokens[at].lower in near.INTERFIX_STARTS:
        end = max(end, here.surname_from(at, unlisted=here.follows_title(at)))
    while end < len(tokens) and end - at < MOST_WORDS:
        last, token = tokens[end - 1], tokens[end]
        # Behind an initial a point stands within the name.
        joined = token.gap in SPACES or (here.is_initial(end - 1) and token.gap in (".", ". "))
        if not joined or last.genitive:
            break
        step = _take(here, at, end)
        if step == end:
            break
        end = step
    return end


def _take(here: Context, at: int, end: int) -> int:
    """Past the next part of the name; `end` when the word there is no part of it."""
    token, small = here.tokens[end], not here.tokens[at].capital
    if here.is_interfix(token) and not here.is_initial(end):
        past = here.surname_from(end)
        fits = past > end + 1 and (here.tokens[past - 1].capital or small) and not any(here.public[end:past])
        return past if fits and not _is_organisation(here, past - 1) else end
    if near.ARABIC_PART.match(token.text):
        return end + 1
    if here.public[end] or token.lower in near.PEOPLE:
        return end
    if token.capital:
        opens = token.opens and not here.is_initial(end - 1)
        part = here.is_initial(end) or (here.is_name_like(token) and not opens)
        part = part or here.is_surname_after_all(end, end)
        return end + 1 if part else end
    known = token.lower in here.words.surnames and not here.words.is_known(token.lower)
    known = known or here.is_initial(end)
    return end + 1 if small and known and token.lower not in near.VERBS else end


def _is_organisation(here: Context, at: int) -> bool:
    """Whether it is where somebody works that follows "van": "Youssef van Stichting Dock"."""
    words, token = here.words, here.tokens[at]
    if words.is_common(token.lower) and token.lower not in words.surnames:
        return True
    known = (words.care_providers, words.schools, words.employers)
    return token.lower not in words.surnames and any(phrase_at(here.tokens, at, each) for each in known)


def _next_in_row(here: Context, at: int, spans: Spans) -> int:
    """Names in a row: behind "Thijs, " and "Bart en " another first name is one too."""
    tokens = here.tokens
    while at < len(tokens):
        step = at + 1 if tokens[at].lower in _LINKS and tokens[at].gap in SPACES else at
        if step >= len(tokens) or not _is_next(here, step, linked=step > at):
            break
        end = _extend(here, step)
        spans[step] = (end, LIKELY, "Name in a row of names")
        at = end
    return at


def _is_next(here: Context, at: int, linked: bool) -> bool:
    token = here.tokens[at]
    if not token.capital or not here.is_name_like(token):
        return False
    if not linked:
        return token.gap == ", " and here.is_first_name(token)
    unknown = not here.words.is_known(token.lower) and not here.public[at]
    return token.gap in SPACES and (unknown or here.is_first_name(token))


def _repeat(tokens: list[Token], words: Lexicon, spans: Spans) -> None:
    """Every other place where a word of a name stands with a capital."""
    inside: set[int] = set()
    said: set[str] = set()
    for start, (end, certainty, _) in spans.items():
        inside.update(range(start, end))
        if certainty >= POSSIBLE:
            parts = (token for token in tokens[start:end] if token.capital)
            said.update(token.lower for token in parts if len(token.lower) >= SHORTEST_REPEATED)
    said = said - near.INTERFIXES - words.never_names - near.CAPITAL_WORDS
    for at, token in enumerate(tokens):
        if at in inside or not token.capital or token.lower not in said:
            continue
        if not (token.opens and words.is_common(token.lower)):
            spans[at] = (at + 1, LIKELY, "Named elsewhere in this text")


def _finding(here: Context, start: int, end: int, certainty: float, reason: str) -> Finding:
    tokens = here.tokens
    stop = tokens[end - 1].end + here.is_initial(end - 1)
    return Finding(tokens[start].start, stop, "naam", certainty, reason, _neutral(here, start))


def _neutral(here: Context, start: int) -> str:
    """X behind "mevrouw" or "zoon", which stay; words for a person where the name stands alone."""
    earlier, token = here.at(start - 1), here.tokens[start]
    related = earlier is not None and earlier.lower in near.PEOPLE and token.gap in SPACES
    if related or here.follows_title(start):
        return "X"
    return "De inwoner" if token.opens else "de inwoner"
