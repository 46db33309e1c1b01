"""Stories like a story, with the reasons why: rules, domains, target groups and words that they share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from search.analysis import analyse
from search.analysis.lexicon import frequencies, listed
from search.engines.base import EngineQuery, Group, Term
from search.fields import CONCEPTS, concept
from search.story import StoryRecord

# Key of which stories are alike, for the page cache: stale when the index has changed or answers again.
SIMILAR_KEY = "similar"
# What a shared value weighs; BM25 makes a rare one count more.
CONCEPT_WEIGHTS = {"rule": 3.0, "target_group": 1.5, "life_domain": 1.0, "law": 0.7, "partner": 0.5}
REASON_FACETS = ("rule", "target_group", "life_domain")
WORD_WEIGHT = 0.3
MOST_WORDS = 16
REASON_WORDS = 4
SHORTEST = 4  # letters
UNKNOWN = 2.0  # Zipf frequency that a word without one has
COMMON = 5.0  # Zipf frequency from which a word says nothing about a story


@dataclass(frozen=True)
class Reason:
    """Why two stories are alike: values of a facet that they share, or words (facet "word")."""

    facet: str
    values: tuple[str, ...]


def similar_query(story: StoryRecord, limit: int = 4) -> EngineQuery:
    """The question for stories like this one, in its language, without itself.

    Args:
        story: The story.
        limit: Number of stories wanted.
    """
    groups = [
        Group(((Term(CONCEPTS, concept(facet, value), weight),),))
        for facet, weight in CONCEPT_WEIGHTS.items()
        for value in story.facets.get(facet, ())
    ]
    groups += [
        Group(((Term("body_lemma", word, WORD_WEIGHT),),)) for word in telling_words(story)[:MOST_WORDS]
    ]
    # A story without tags and telling words is like none: without groups every story would match.
    keys = None if groups else ()
    return EngineQuery(
        groups=tuple(groups),
        selected={"language": (story.language,)},
        keys=keys,
        without=(story.key,),
        limit=limit,
    )


def reasons(story: StoryRecord, other: StoryRecord) -> tuple[Reason, ...]:
    """What the two share, the strongest reason first; words come last."""
    found = []
    for facet in REASON_FACETS:
        theirs = set(other.facets.get(facet, ()))
        shared = tuple(value for value in story.facets.get(facet, ()) if value in theirs)
        if shared:
            found.append(Reason(facet, shared))
    theirs = set(telling_words(other))
    words = tuple(word for word in telling_words(story) if word in theirs)[:REASON_WORDS]
    return (*found, Reason("word", words)) if words else tuple(found)


def telling_words(story: StoryRecord) -> list[str]:
    """Lemmas that say most about a story: often in it and seldom elsewhere, best first."""
    usual, filler = frequencies(story.language), listed(f"{story.language}_filler")
    counts: Counter[str] = Counter()
    for text in (story.title, story.title, story.summary, *story.body.values()):
        counts.update(
            token.lemma
            for token in analyse(text, story.language)
            if not token.stop and len(token.lemma) >= SHORTEST and token.lemma.isalpha()
        )
    weights = {
        word: number**0.5 * (COMMON - usual.get(word, UNKNOWN))
        for word, number in counts.items()
        if word not in filler and usual.get(word, UNKNOWN) < COMMON
    }
    return sorted(weights, key=lambda word: (-weights[word], word))
