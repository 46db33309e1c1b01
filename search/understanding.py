"""From a text to a question that an engine can answer: taken apart, interpreted, mended and built."""

from __future__ import annotations

from dataclasses import dataclass

from search.engines.base import Engine, EngineQuery
from search.highlight import Marker
from search.meaning import Interpreter, Meaning
from search.query import TUNING, Tuning, build
from search.question import Question, parse
from search.spelling import Corrections, corrections, mended_words, suggestion

# Weight of a leaning from which the question names a rule: by one of its own words that means nothing else.
SURELY = 0.9


@dataclass(frozen=True)
class Understanding:
    """How a text was understood.

    Attributes:
        question: The text taken apart.
        meanings: What the thesaurus knows of its words.
        mended: Likely words by mistyped word.
        query: The question for an engine, without selections, sort and page.
    """

    question: Question
    meanings: tuple[Meaning, ...]
    mended: Corrections
    query: EngineQuery

    @property
    def suggestion(self) -> str:
        """The text with its typing errors mended, or ""."""
        return suggestion(self.question, self.mended)

    @property
    def rules(self) -> tuple[str, ...]:
        """Slugs of the rules that the question names, and not only comes near."""
        named = (
            value
            for meaning in self.meanings
            for (facet, value), weight in meaning.leanings.items()
            if facet == "rule" and weight >= SURELY and meaning.start < meaning.end
        )
        return tuple(dict.fromkeys(named))

    def marker(self) -> Marker:
        """Marks in results what was asked for."""
        return Marker(self.question, self.meanings, mended_words(self.mended))


def understand(
    text: str,
    language: str,
    engine: Engine,
    interpreter: Interpreter | None = None,
    tuning: Tuning = TUNING,
) -> Understanding:
    """Understand what a visitor typed.

    Args:
        text: Any text.
        language: "nl" or "en".
        engine: Asked for its own words when one seems mistyped.
        interpreter: The thesaurus.
        tuning: What weighs how much.

    Raises:
        EngineError: The engine does not answer.
    """
    question = parse(text, language)
    meanings = tuple(interpreter.meanings(question)) if interpreter else ()
    mended = corrections(question, engine)
    return Understanding(question, meanings, mended, build(question, meanings, mended, tuning))
