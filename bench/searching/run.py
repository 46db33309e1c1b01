"""One size: everything is filled with the same stories and asked the same questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import translation

from bench.searching import postgres
from bench.searching.corpus import Generator
from bench.searching.engines import choose, fill, rates, size_megabytes
from bench.searching.memory import children_of, peak_megabytes
from bench.searching.pages import page_asker, served_site
from bench.searching.spool import write_spool
from bench.searching.timing import Ask, measure
from scripts.elasticsearch.artifacts import RELEASES
from scripts.elasticsearch.cluster import running_cluster
from scripts.postgresql import running_postgresql
from search import forms, service
from search.engines.base import Engine, EngineQuery
from search.engines.chosen import chosen_engine
from search.params import SearchParams
from search.understanding import understand
from search.vocabulary import vocabulary

CLIENTS = (1, 4)


def say(text: str) -> None:
    """Tell how far it is."""
    print(text, flush=True)


def measure_size(size: int, count: int, folder: Path, *, peer: bool) -> Iterator[dict[str, Any]]:
    """The figures of one size, again with each system that was measured.

    Args:
        size: Number of stories.
        count: Number of questions.
        folder: For everything that is made.
        peer: Measure PostgreSQL too.
    """
    labels = vocabulary.labels("nl")
    generator = Generator({name: list(values) for name, values in labels.items()})
    asked = [
        SearchParams(text=text, selected=selected, sort=sort)
        for text, selected, sort in generator.questions(count)
    ]
    spool = folder / "stories"
    say(f"{size} stories: analysing")
    found: dict[str, Any] = {"stories": size, "analysis": write_spool(generator, size, spool), "systems": {}}
    systems = found["systems"]
    systems["embedded"] = _embedded(spool, asked, folder / "embedded")
    yield found
    with running_cluster(RELEASES["8"], folder / "elasticsearch") as (node,):
        systems["elasticsearch"] = _elastic(node.address, node.process, spool, asked, folder)
    yield found
    if peer:
        systems["postgresql"] = _postgresql(spool, asked)
        yield found


def _embedded(spool: Path, asked: Sequence[SearchParams], folder: Path) -> dict[str, Any]:
    engine = choose(folder / "index")
    say("  embedded: filling")
    filled = fill(engine, spool)
    result = {
        "fill": filled,
        "megabytes": size_megabytes(engine, folder),
        "rates": rates(engine, spool, folder),
        **_questions(engine, asked, {"SEARCH_URL": f"embedded:{folder / 'index'}"}),
        "peak_megabytes": peak_megabytes(),
    }
    engine.close()
    return result


def _elastic(
    address: str, process: int, spool: Path, asked: Sequence[SearchParams], folder: Path
) -> dict[str, Any]:
    engine = choose(nodes=(address,))
    say("  elasticsearch: filling")
    filled = fill(engine, spool)
    variables = {"SEARCH_URL": address, "SEARCH_INDEX": "bench", "SEARCH_TIMEOUT": "60"}
    result = {
        "fill": filled,
        "megabytes": size_megabytes(engine, folder),
        "rates": rates(engine, spool, folder),
        **_questions(engine, asked, variables),
        "peak_megabytes": sum(map(peak_megabytes, children_of(process))),
    }
    engine.close()
    return result


def _questions(engine: Engine, asked: Sequence[SearchParams], variables: dict[str, str]) -> dict[str, Any]:
    queries = [_query(engine, params) for params in asked]
    engine.close()  # forks open their own
    with translation.override("nl"):
        addresses = [f"{reverse('search:page')}{forms.address(params)}" for params in asked]

    def bare() -> Ask:
        return chosen_engine().search

    found = {
        "engine": _for_clients("the bare engine", bare, queries),
        "service": _for_clients("the service", lambda: service.search, asked),
    }
    with served_site(variables) as port:
        found["page"] = _for_clients("the page", lambda: page_asker(port), addresses)
    return found


def _query(engine: Engine, params: SearchParams) -> EngineQuery:
    understood = understand(params.text, "nl", engine, service.interpreter).query
    return service.engine_query(understood, params)


def _postgresql(spool: Path, asked: Sequence[SearchParams]) -> dict[str, Any]:
    with running_postgresql(postgres.SETTINGS) as server:
        say("  postgresql: filling")
        filled = postgres.load(server.address, spool)
        questions = [(params.text, params.selected, service.SORTS[params.sort]) for params in asked]
        engine = _for_clients("the same pages", lambda: postgres.Asker(server.address), questions)
        peak = sum(map(peak_megabytes, [server.process, *children_of(server.process)]))
    return {"fill": filled, "megabytes": filled["megabytes"], "engine": engine, "peak_megabytes": peak}


def _for_clients(what: str, make: Callable[[], Ask], questions: Sequence[Any]) -> dict[str, dict[str, float]]:
    found = {}
    for clients in CLIENTS:
        found[str(clients)] = measured = measure(make, questions, clients)
        say(f"    {what}, {clients} clients: p50 {measured['p50_ms']} ms, p95 {measured['p95_ms']} ms")
    return found
