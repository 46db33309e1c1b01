"""How fast texts become terms: stories a second on one core, cold and warm, and what loading costs.

`python3 dev.py bench analysis` uses stories of about 400 words, made of sentences of the fictional corpus or,
where that is missing, of the demo stories. The bare split on spaces is measured beside it in the same run.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
STORIES, WORDS = 1000, 400


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _stories() -> list[str]:
    files = sorted((ROOT / "tests" / "relevance" / "stories").glob("*.yaml"))
    files = files or sorted((ROOT / "examples" / "fixtures" / "stories").glob("*.yaml"))
    sentences = [
        sentence
        for file in files
        for text in _texts(yaml.safe_load(file.read_text(encoding="utf-8")))
        for sentence in text.split(". ")
    ]
    chance, stories = random.Random(5), []  # noqa: S311 - a fixed choice of sentences
    for _ in range(STORIES):
        story: list[str] = []
        while len(story) < WORDS:
            story += chance.choice(sentences).split()
        stories.append(" ".join(story[:WORDS]))
    return stories


def _rate(work: Callable[[str], object], stories: list[str]) -> float:
    start = time.process_time()
    for story in stories:
        work(story)
    return len(stories) / (time.process_time() - start)


def main() -> None:
    """Print the table."""
    stories = _stories()
    start = time.perf_counter()
    from search.analysis import analyse, index_text  # noqa: PLC0415 - loading is measured

    analyse("schuldhulpverlening")
    print(f"loading          {time.perf_counter() - start:8.2f} s")
    print(f"stories          {len(stories):8d} of {WORDS} words, {len(set(' '.join(stories).split()))} forms")
    for name, work in (
        ("split on spaces", str.split),
        ("index_text cold", index_text),
        ("index_text warm", index_text),
        ("analyse warm", analyse),
    ):
        print(f"{name:16} {_rate(work, stories):8.0f} stories/s")


if __name__ == "__main__":
    main()
