"""The embedded engine: the behaviour of every engine, and what only files and processes can do wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from search.engines.base import EngineError, EngineQuery, IndexMissingError
from search.engines.embedded import EmbeddedEngine
from tests.search.engines.stories import asks, story
from tests.search.engines.suite import EngineSuite
from tests.search.engines.suite.asking import fill, keys


@pytest.fixture
def engine_without_index(tmp_path):
    engine = EmbeddedEngine(tmp_path / "search")
    yield engine
    engine.close()


@pytest.fixture
def engine(engine_without_index):
    engine_without_index.rebuild().activate()
    return engine_without_index


@pytest.fixture
def files(tmp_path):
    return tmp_path / "search"


@pytest.fixture
def folder(engine, tmp_path):
    """Where the engine has its index in use."""
    root = tmp_path / "search"
    return root / json.loads((root / "current").read_text())["folder"]


class TestEmbedded(EngineSuite):
    """It keeps the contract."""


ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from pathlib import Path
from search.engines.base import EngineError, EngineQuery
from search.engines.embedded import EmbeddedEngine
from tests.search.engines.stories import story
from tests.search.engines.suite.asking import fill
engine = EmbeddedEngine(Path({root!r}))
def say(*words):
    print(*words, flush=True)
"""


class Other:
    """Another process with the same index; it goes on at each line it is sent."""

    def __init__(self, tmp_path, lines):
        program = PROGRAM.format(root=str(tmp_path / "search")) + lines
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def hear(self):
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def go_on(self):
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()


@pytest.fixture
def other(tmp_path):
    started = []

    def start(lines):
        started.append(Other(tmp_path, lines))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()


def test_a_second_process_that_writes_hears_why_it_may_not(engine, other):
    engine.write([story("1")])
    second = other(
        """
try:
    engine.write([story("2")])
except EngineError as error:
    say(error)
sys.stdin.readline()
engine.write([story("2")])
say("written")
"""
    )
    assert "another process is writing" in second.hear()
    engine.close()
    second.go_on()
    assert second.hear() == "written"
    assert sorted(keys(engine, EngineQuery())) == ["1", "2"]


def test_a_reader_in_another_process_sees_each_write_and_each_switch(engine, other):
    engine.write([story("1")])
    reader = other(
        """
while True:
    say(*sorted(hit.key for hit in engine.search(EngineQuery()).hits))
    sys.stdin.readline()
"""
    )
    assert reader.hear() == "1"
    engine.write([story("2")])
    reader.go_on()
    assert reader.hear() == "1 2"
    fill(engine, story("3"))
    reader.go_on()
    assert reader.hear() == "3"


def test_a_writer_follows_a_switch_that_another_process_made(engine, other):
    engine.write([story("1")])
    assert other('fill(engine, story("2")); say("switched")').hear() == "switched"
    engine.write([story("3")])
    assert sorted(keys(engine, EngineQuery())) == ["2", "3"]


def test_a_killed_writer_leaves_whole_batches_and_no_lock(engine, other):
    writer = other(
        """
for n in range(100000):
    engine.write([story(f"{n}-{m}", body_exact="huis") for m in range(5)])
    say(n)
"""
    )
    for _ in range(5):
        last = int(writer.hear())
    writer.process.kill()
    writer.process.wait()
    found = [key for key, _, _ in engine.versions()]
    assert len(found) >= 5 * (last + 1)
    assert len(found) % 5 == 0
    engine.write([story("after")])
    assert engine.search(EngineQuery(limit=1)).total == len(found) + 1


def test_a_killed_rebuild_leaves_the_old_index_and_the_next_one_cleans_up(engine, other, tmp_path):
    engine.write([story("1")])
    builder = other('build = engine.rebuild(); build.write([story("2")]); say("half"); sys.stdin.readline()')
    assert builder.hear() == "half"
    with pytest.raises(EngineError, match="being rebuilt"):
        engine.rebuild()
    builder.process.kill()
    builder.process.wait()
    assert keys(engine, EngineQuery()) == ["1"]
    fill(engine, story("3"))
    assert keys(engine, EngineQuery()) == ["3"]
    assert len(list((tmp_path / "search").glob("index-*"))) == 1


def test_a_forked_child_reads_what_the_parent_writes_later(engine):
    engine.write([story("1")])
    assert keys(engine, EngineQuery()) == ["1"]
    read, write = os.pipe()
    ready, go = os.pipe()
    child = os.fork()
    if not child:
        os.read(ready, 1)
        os.write(write, " ".join(sorted(keys(engine, EngineQuery()))).encode())
        os._exit(0)
    engine.write([story("2")])
    os.write(go, b"x")
    assert os.read(read, 100) == b"1 2"
    assert os.waitpid(child, 0)[1] == 0


def test_a_failed_batch_is_not_committed_with_the_next(engine):
    def broken():
        yield story("1")
        raise RuntimeError("the database went away")

    with pytest.raises((RuntimeError, EngineError)):
        engine.write(broken())
    engine.write([story("2")])
    assert keys(engine, EngineQuery()) == ["2"]


@pytest.mark.parametrize("damage", ["cut", "garbage", "gone"])
def test_a_broken_index_is_an_error_and_a_rebuild_repairs_it(engine, folder, tmp_path, damage):
    engine.write(story(str(n), body_exact="huis") for n in range(50))
    engine.close()
    for file in folder.iterdir():
        if damage == "gone":
            file.unlink()
        elif damage == "cut":
            os.truncate(file, file.stat().st_size // 2)
        else:
            file.write_bytes(b"\x00garbage" * 40)
    broken = EmbeddedEngine(tmp_path / "search")
    with pytest.raises(EngineError):
        broken.search(EngineQuery(groups=asks("huis")))
    with pytest.raises(EngineError):
        broken.write([story("1", version=2)])
    assert not broken.health().ok
    fill(broken, story("1"))
    assert broken.health().ok
    assert keys(broken, EngineQuery()) == ["1"]
    broken.close()


def test_an_index_of_another_layout_asks_for_a_rebuild(engine, tmp_path):
    pointer = tmp_path / "search" / "current"
    pointer.write_text(json.dumps({**json.loads(pointer.read_text()), "schema": "old"}))
    with pytest.raises(IndexMissingError, match="another version"):
        engine.search(EngineQuery())
    pointer.write_text("{")
    with pytest.raises(IndexMissingError, match="does not name"):
        engine.search(EngineQuery())


def test_pages_far_behind_the_last_cost_no_memory(engine):
    engine.write([story("1")])
    assert engine.search(EngineQuery(offset=10**15, limit=10**6)).hits == ()


def test_numbers_out_of_range_are_stored_as_the_nearest_that_fits(engine):
    engine.write([story("1", published=-5, copied=-1), story("2", published=2**60, copied=2**60)])
    assert keys(engine, EngineQuery(sort="newest")) == ["2", "1"]
    assert keys(engine, EngineQuery(sort="most_copied")) == ["2", "1"]


def test_an_unknown_field_is_refused_before_any_engine_sees_it():
    with pytest.raises(ValueError, match="no fields nonsense"):
        replace(story("1"), texts={"nonsense": "x"})
    with pytest.raises(ValueError, match="no fields nonsense"):
        replace(story("1"), facets={"nonsense": ()})
