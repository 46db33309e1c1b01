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
        """See `search.meaning.Interpreter`."""
        return [
            Meaning(
                start=match.start,
                end=match.end,
                name=match.label.text,
                expansions=tuple((each.word.label.text, each.weight) for each in match.expansions),
                leanings={(term.kind.value, term.slug): weight for term, weight in match.leanings.items()},
            )
            for match in self._lookup().find(question.text, question.words, question.language)
        ]
