"""The panel for staff: how the question was understood, and why the stories stand where they do."""

from __future__ import annotations

from typing import Any

from search import forms, service
from search.explain import Explanation, named, token_words
from search.results import SearchResults


def explain_context(results: SearchResults, asked: bool) -> dict[str, Any]:
    """What the panel shows; the work is only done when asked, as it asks the engine once for each part."""
    params = results.params
    if not params.text or results.degraded:
        return {}
    url = f"{forms.address(params)}&uitleg="
    explanation = service.explanation(params, [one.key for one in results.results]) if asked else None
    if explanation is None:
        return {"explained": {"url": url}}
    understanding = explanation.understanding
    return {
        "explained": {
            "url": url,
            "words": [token_words(token) for token in understanding.question.words],
            "mended": [(word, ", ".join(found)) for word, found in understanding.mended.items()],
            "meanings": named(understanding.question, understanding.meanings),
            "stories": _stories(results, explanation),
        }
    }


def _stories(results: SearchResults, explanation: Explanation) -> list[dict[str, Any]]:
    return [
        {
            "title": "".join(text for text, _ in one.title),
            "score": one.score,
            "parts": explanation.of(one.key),
        }
        for one in results.results
    ]
