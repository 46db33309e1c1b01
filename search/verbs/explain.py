"""`manage.py search explain`: how a question is understood, and why a story ranks where it does."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.management.base import CommandError

from examples.models import ExamplePage
from search import service
from search.engines.base import Engine, EngineError, Hit
from search.engines.chosen import chosen_engine
from search.explain import Explanation, explain, named, token_words
from search.params import SearchParams
from search.understanding import Understanding, understand
from search.verbs.base import Output

SHOWN = 10
DEEPEST = 1000  # a story that ranks behind this is far enough down


class Explain:
    """Show how a question is understood and what makes the scores."""

    help = 'how a question is understood and why stories rank as they do: explain "QUERY" [SLUG]'

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The question, and the story that it is about."""
        parser.add_argument("query", help="the question, as typed")
        parser.add_argument("slug", nargs="?", help="a story: why it ranks where it does")
        parser.add_argument("--language", choices=("nl", "en"), default="nl", help="default nl")

    def run(self, out: Output, options: Mapping[str, Any]) -> None:
        """Explain.

        Raises:
            CommandError: There is no such story, or the engine does not answer.
        """
        language = options["language"]
        key = story_key(options["slug"], language) if options["slug"] else ""
        params = SearchParams(options["query"], language, {"language": (language,)}, facets=False)
        engine = chosen_engine()
        try:
            for line in lines(params, key, engine):
                out.write(line)
        except EngineError as error:
            raise CommandError(f"the search engine does not answer ({type(error).__name__})") from error
        finally:
            engine.close()


def story_key(slug: str, language: str) -> str:
    """Key of a story in the index.

    Raises:
        CommandError: There is no such story.
    """
    found = ExamplePage.objects.filter(slug=slug, locale__language_code=language).first()
    if found is None:
        raise CommandError(f"there is no story {slug!r} in {language}")
    return str(found.pk)


def lines(params: SearchParams, key: str, engine: Engine) -> Iterator[str]:
    """The explanation, a line at a time."""
    understanding = understand(params.text, params.language, engine, service.interpreter)
    yield from understood(understanding)
    if not understanding.query.groups:
        yield "No words to search with: every story matches, the newest first."
        return
    query = replace(service.engine_query(understanding.query, params), limit=DEEPEST)
    answer = engine.search(query)
    places = {hit.key: place for place, hit in enumerate(answer.hits, start=1)}
    yield f"Stories: {answer.total}"
    if not key:
        hits = answer.hits[:SHOWN]
        explanation = explain(understanding, engine, [hit.key for hit in hits])
        for hit in hits:
            yield from ranked(hit, places[hit.key], explanation)
        return
    if key not in places:
        yield "The story is not among the results: it is not in the index, or has nothing of the question."
        return
    yield from ranked(answer.hits[places[key] - 1], places[key], explain(understanding, engine, [key]))


def understood(understanding: Understanding) -> Iterator[str]:
    """How the question was read."""
    question = understanding.question
    yield f"Words: {', '.join(token_words(token) for token in question.words)}"
    for label, phrases in (("Must stand together", question.phrases), ("Without", question.exclusions)):
        for phrase in phrases:
            yield f"{label}: {' '.join(token.exact for token in phrase)}"
    for word, corrections in understanding.mended.items():
        yield f"Mended: {word} -> {', '.join(corrections)}"
    for meaning in named(question, understanding.meanings):
        yield f"Concept: {meaning.words or 'described as a whole'} -> {meaning.name}"
        yield from weighed("  other words", meaning.expansions)
        yield from weighed("  leans to", meaning.leanings)


def weighed(label: str, pairs: Sequence[tuple[str, float]]) -> Iterator[str]:
    """Words with their weights; no line when there are none."""
    if pairs:
        yield f"{label}: {', '.join(f'{text} {weight:.2f}' for text, weight in pairs)}"


def ranked(hit: Hit, place: int, explanation: Explanation) -> Iterator[str]:
    """A story with its place and what makes its score."""
    yield f"{place}. {hit.stored['title']} ({hit.stored['slug']}) {hit.score:.2f}"
    for words, score in explanation.of(hit.key):
        yield f"   {score:6.2f}  {words}"
