"""Three nodes of Elasticsearch, one of which is killed while stories are searched and written."""

from __future__ import annotations

import threading
import time

import pytest

from scripts.elasticsearch.artifacts import RELEASES, why_not
from scripts.elasticsearch.cluster import running_cluster, scratch_folder
from search.engines.base import EngineQuery
from search.engines.elastic import Access, ElasticEngine
from tests.elasticsearch.servers import on_server
from tests.search.engines.oracle import Oracle
from tests.search.engines.stories import asks, corpus, story
from tests.search.engines.suite.asking import fill

pytestmark = on_server("8")

BEFORE, AFTER = 3.0, 10.0  # seconds of work


class Worker(threading.Thread):
    """Does one thing again and again; keeps what it did and what went wrong."""

    def __init__(self, act):
        super().__init__(daemon=True)
        self.act, self.done, self.errors, self.stopped = act, [], [], threading.Event()

    def run(self):
        number = 0
        while not self.stopped.is_set():
            try:
                self.done.append(self.act(number))
            except Exception as error:  # the test names it
                self.errors.append(error)
            number += 1

    def stop(self):
        self.stopped.set()
        self.join(90)
        assert not self.is_alive()


@pytest.fixture
def nodes():
    reason = why_not(RELEASES["8"])
    if reason:
        pytest.skip(reason)
    with scratch_folder() as folder, running_cluster(RELEASES["8"], folder, nodes=3) as started:
        yield started


def test_killing_a_node_loses_nothing_and_every_question_is_answered(nodes):
    addresses = tuple(node.address for node in nodes)
    access = Access(addresses, replicas=1, shards=2, timeout=30.0, write_timeout=60.0, retries=5)
    engine = ElasticEngine(access)
    stories = corpus(200)
    fill(engine, *stories)
    engine.connection.patient.cluster.health(wait_for_status="green", timeout="60s")
    question = EngineQuery(groups=asks("baas", "daat"), counted=("rule",), keys=tuple(s.key for s in stories))
    right = Oracle(stories).answer(question)

    def search(_):
        answer = engine.search(question)
        return answer.total, answer.facets

    def write(number):
        key = f"new-{number}"
        engine.write([story(key, body_exact="baas")])
        return key

    workers = [Worker(search), Worker(search), Worker(write)]
    for worker in workers:
        worker.start()
    time.sleep(BEFORE)
    before = [len(worker.done) for worker in workers]
    nodes[0].kill()
    time.sleep(AFTER)
    for worker in workers:
        worker.stop()

    assert [worker.errors for worker in workers] == [[], [], []]
    assert all(len(worker.done) > count > 0 for worker, count in zip(workers, before, strict=True))
    assert all(answer == (len(right.keys), right.facets) for worker in workers[:2] for answer in worker.done)
    held = {key for key, _, _ in engine.versions()}
    assert held == {s.key for s in stories} | set(workers[2].done)
    assert engine.health().ok
    engine.close()
