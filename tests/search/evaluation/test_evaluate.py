from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.systems import baselines

pytestmark = pytest.mark.usefixtures("searchable")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    queries, qrels = tmp_path / "queries.tsv", tmp_path / "qrels.tsv"
    queries.write_text(
        "qid\tquery\tkind\nq1\tvoorrang op een woning voor een zoon met PTSS\tx\n"
        "q2\trolstoelwoning\nq3\tleeg\n"
    )
    qrels.write_text("q1 0 urgentie-zoon-met-ptss 3\nq2 0 utrecht-rolstoelwoningen 3\n")
    return queries, qrels


def test_the_table_and_the_run(files: tuple[Path, Path], tmp_path: Path) -> None:
    out, run = StringIO(), tmp_path / "run.txt"
    call_command("search", "evaluate", *map(str, files), "--run", str(run), stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "1 of 3 queries have no judgments and do not count."
    assert lines[1].startswith("2 queries")
    names = ["ours, embedded", "BM25, Snowball Dutch", "BM25, no stemming", "Wagtail database search"]
    assert [name for name in names if any(line.startswith(name) for line in lines)] == names
    assert next(line for line in lines if line.startswith("ours")).split()[-3:] == ["1.000", "1.000", "1.000"]
    ranked = [line.split() for line in run.read_text().splitlines()]
    assert ranked[0][:4] == ["q1", "Q0", "urgentie-zoon-met-ptss", "1"]
    assert len({(row[0], row[2]) for row in ranked}) == len(ranked)


def test_every_baseline_finds_a_word_of_a_title() -> None:
    for name, system in baselines().items():
        assert "utrecht-rolstoelwoningen" in system("rolstoelwoningen voor Utrecht"), name


@pytest.mark.parametrize("wrong", [0, 1])
def test_a_file_that_is_not_there_is_an_error(files: tuple[Path, Path], wrong: int, tmp_path: Path) -> None:
    paths = [str(path) for path in files]
    paths[wrong] = str(tmp_path / "missing.tsv")
    with pytest.raises(CommandError, match="missing"):
        call_command("search", "evaluate", *paths)
