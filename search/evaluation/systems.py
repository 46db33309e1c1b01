"""The systems that an evaluation compares: each answers a query with slugs of Dutch stories, best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from django.db import connection
from wagtail.models import Locale
from wagtail.search.backends import get_search_backend

from examples.models import ExamplePage
from search.documents import records
from search.engines.base import Engine
from search.engines.baselines import PlainIndex
from search.evaluation.judgments import RUN_DEPTH
from search.meaning import Interpreter
from search.query import TUNING, Tuning
from search.story import StoryRecord
from search.understanding import understand

LANGUAGE = "nl"

System = Callable[[str], Sequence[str]]


def ours(engine: Engine, interpreter: Interpreter | None, tuning: Tuning = TUNING) -> System:
    """Our search on an engine, as a visitor of the Dutch site gets it."""

    def answer(text: str) -> list[str]:
        query = understand(text, LANGUAGE, engine, interpreter, tuning).query
        query = replace(query, selected={"language": (LANGUAGE,)}, limit=RUN_DEPTH)
        return [str(hit.stored["slug"]) for hit in engine.search(query).hits]

    return answer


def baselines() -> Mapping[str, System]:
    """Plain systems over the same stories, by name."""
    stories = [record for record in records() if record.language == LANGUAGE]
    texts = [(record.slug, whole_text(record)) for record in stories]
    found: dict[str, System] = {
        "BM25, Snowball Dutch": _plain(PlainIndex(texts, stemmer=True)),
        "BM25, no stemming": _plain(PlainIndex(texts, stemmer=False)),
    }
    if connection.vendor == "postgresql":
        found["PostgreSQL dutch"] = _postgresql(texts)
    found["Wagtail database search"] = _wagtail
    return found


def whole_text(record: StoryRecord) -> str:
    """All texts of a story."""
    return "\n".join([record.title, record.summary, *record.tags, *record.body.values()])


def _plain(index: PlainIndex) -> System:
    return lambda text: index.search(text, RUN_DEPTH)


def _wagtail(text: str) -> list[str]:
    # Wagtail's search filters by fields that it has indexed, which those of `indexable` are not all.
    stories = ExamplePage.objects.live().filter(locale=Locale.objects.get(language_code=LANGUAGE))
    found = get_search_backend().search(text, stories, operator="or")[:RUN_DEPTH]
    return [story.slug for story in found]


def _postgresql(texts: Sequence[tuple[str, str]]) -> System:
    """Full text search with the dictionary `dutch`, any word, ranked by ts_rank."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS search_evaluation")
        cursor.execute("CREATE TEMPORARY TABLE search_evaluation (slug text, words tsvector)")
        cursor.executemany(
            "INSERT INTO search_evaluation VALUES (%s, to_tsvector('dutch', %s))",
            [list(each) for each in texts],
        )

    def answer(text: str) -> list[str]:
        words = " or ".join(re.findall(r"\w+", text))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT slug FROM search_evaluation, websearch_to_tsquery('dutch', %s) AS asked"
                " WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, slug LIMIT %s",
                [words, RUN_DEPTH],
            )
            return [row[0] for row in cursor.fetchall()]

    return answer
