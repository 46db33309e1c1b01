"""The thesaurus as the interpreter of questions: what it finds, in the shape that queries are built from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from search.meaning import Meaning
from search.question import Question
from search.thesaurus.lookup import Lookup


class ThesaurusInterpreter:
    """Finds meanings with the lookup of the moment."""

    def __init__(self, lookup: Callable[[], Lookup]) -> None:
        self._lookup = lookup

    def meanings(self, question: Question) -> Sequence[Meaning]:
        """What the question names, and what it only describes: see `search.meaning.Interpreter`."""
        lookup = self._lookup()
        named = [
            Meaning(
                start=match.start,
                end=match.end,
                name=match.label.text,
                expansions=tuple((each.word.label.text, each.weight) for each in match.expansions),
                leanings={(term.kind.value, term.slug): weight for term, weight in match.leanings.items()},
            )
            for match in lookup.find(question.text, question.words, question.language)
        ]
        known = {value for meaning in named for value in meaning.leanings}
        described = [
            Meaning(0, 0, concept.preferred(question.language), leanings={value: share**2})
            for concept, share in lookup.described(question.words, question.language)
            if concept.term and (value := (concept.term.kind.value, concept.term.slug)) not in known
        ]
        return [*named, *described]
