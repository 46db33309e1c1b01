"""Dutch words to lemmas and relatives, by simplemma's dictionary with guards where it goes astray."""

from __future__ import annotations

from functools import lru_cache

from search.analysis import compounds, lexicon

SHORTEST = 3  # letters of what can be told apart by spelling
LONGEST_WALK = 3  # steps from form to lemma: daklozen, dakloze, dakloos
PLURALS = (("heden", "heid"), ("'s", ""), ("eën", "e"), ("ieen", "ie"), ("en", ""), ("s", ""))


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Lemma of a word in lower case; a word that nobody knows is its own lemma."""
    own = lexicon.paired("nl_lemmas").get(word)
    if own is not None:
        return own
    current, seen = word, [word]
    for _ in range(LONGEST_WALK):
        following = _step(current)
        if following is None or (len(seen) > 1 and not _walks_on(current, following)):
            break
        if following in seen:
            # The dictionary sends huur to huren and huren to huur: the shortest speaks for all.
            return min(seen, key=lambda form: (len(form), form))
        current = lexicon.paired("nl_lemmas").get(following, following)
        seen.append(current)
    return current if len(seen) > 1 or current in lexicon.lemmas("nl") else _unknown(word)


def _step(word: str) -> str | None:
    """What the dictionary says of a word, when that is another word and can be right."""
    found = lexicon.lemmas("nl").get(word)
    if found is None or found == word:
        return None
    found = found.replace("_", "")
    if found == word or (len(found) > len(word) and not found.endswith("en")):
        return None  # deelneemster for deelnemer
    if found.startswith(word) and len(found) > len(word):
        return None  # internetten for internet
    starts = {word[0], word[2:3]} if word.startswith("ge") else {word[0]}
    return found if found[0] in starts or len(word) <= SHORTEST else None  # verdragen for gedragen


def _walks_on(word: str, following: str) -> bool:
    """Whether a second step stays with the word: from verb to noun, from a noun in -e to its adjective."""
    if word.endswith("en"):
        return True
    return word.endswith("e") and not following.endswith("en") and following[:SHORTEST] == word[:SHORTEST]


def _unknown(word: str) -> str:
    """Lemma of a word that the dictionary lacks: a participle, a compound or a plural of what it has."""
    return _participle(word) or _present(word) or _compound(word) or _plural(word) or word


def _participle(word: str) -> str | None:
    for form in (word, word.removesuffix("e")):
        for particle in sorted(lexicon.listed("nl_particles")):
            rest = form.removeprefix(particle)
            if rest != form and rest.startswith("ge") and len(rest) > SHORTEST + 1:
                verb = lexicon.lemmas("nl").get(rest, "").replace("_", "")
                if verb.endswith("en"):
                    return particle + verb
    return None


def _present(word: str) -> str | None:
    """Infinitive of a present participle: inwonend, inwonende."""
    for ending in ("d", "de", "den"):
        verb = word.removesuffix(ending)
        if verb != word and verb.endswith("en") and verb in lexicon.lemmas("nl"):
            return lemma(verb)
    return None


def _compound(word: str) -> str | None:
    """The word with its last part as a lemma: schuldhulpverleningen, bijstandsgerechtigden."""
    parts = compounds.split(word)
    ends = [part for part in parts if word.endswith(part)]
    if not ends:
        return None
    last = max(ends, key=len)
    return word.removesuffix(last) + lemma(last)


def _plural(word: str) -> str | None:
    known = lexicon.frequencies("nl")
    for ending, single in PLURALS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST and stem + single in known:
            return lemma(stem + single)
    return None


# Ending of a lemma, endings of the lemmas that it comes from, shortest stem.
DERIVED = (
    ("ing", ("en", "n"), 3),
    ("atie", ("eren", "atief"), 3),
    ("heid", ("",), 3),
    ("er", ("en",), 4),
    ("baar", ("en",), 4),
)


@lru_cache(maxsize=200_000)
def relatives(word: str) -> tuple[str, ...]:
    """Lemmas that a lemma comes from: verhuizing has verhuizen, dakloosheid has dakloos."""
    listed = lexicon.paired("nl_families").get(word)
    if listed is not None:
        return tuple(listed.split())
    for ending, others, shortest in DERIVED:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < shortest:
            continue
        for other in others:
            base = stem + other
            if base in lexicon.lemmas("nl") and lexicon.lemmas("nl")[base].replace("_", "") == base:
                found = lemma(base)
                return (found,) if found != word else ()
    return ()
