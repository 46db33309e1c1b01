from __future__ import annotations

from pathlib import Path

import pytest

from search.evaluation.judgments import JudgmentError, read_judgments, read_queries, write_run


def written(folder: Path, text: str) -> Path:
    path = folder / "file.tsv"
    path.write_bytes(text.encode("utf-8"))
    return path


def test_queries_may_have_further_columns_a_heading_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeffqid\tquery\tkind\nq1\tschulden en huur\tkeyword\n\nq2\tmag dat?\r\n")
    assert read_queries(path) == {"q1": "schulden en huur", "q2": "mag dat?"}


@pytest.mark.parametrize("text", ["", "q1\n", "q1\t\n", "q1\ta\nq1\tb\n", "schulden en huur\n"])
def test_a_wrong_file_of_queries_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(JudgmentError):
        read_queries(written(tmp_path, text))


def test_judgments_by_query_and_slug(tmp_path: Path) -> None:
    path = written(tmp_path, "q1 0 a 3\nq1\t0\tb\t1\nq2 0 a 0\n")
    assert read_judgments(path) == {"q1": {"a": 3, "b": 1}, "q2": {"a": 0}}


@pytest.mark.parametrize("text", ["", "q1 a 3\n", "q1 0 a 4\n", "q1 0 a -1\n", "q1 0 a x\n"])
def test_wrong_judgments_are_refused_with_their_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(JudgmentError, match=r"file\.tsv"):
        read_judgments(written(tmp_path, text))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.tsv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(JudgmentError, match="UTF-8"):
        read_queries(path)


def test_a_run_has_the_first_fifty_with_falling_scores(tmp_path: Path) -> None:
    path = tmp_path / "run.txt"
    write_run(path, {"q1": [f"s{number}" for number in range(60)]}, "ours")
    lines = [line.split() for line in path.read_text().splitlines()]
    assert len(lines) == 50
    assert lines[0] == ["q1", "Q0", "s0", "1", "50", "ours"]
    assert [int(line[4]) for line in lines] == sorted((int(line[4]) for line in lines), reverse=True)
