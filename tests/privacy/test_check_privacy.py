from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def run(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    call_command("check_privacy", "--jsonl", str(path))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_line_out_for_each_line_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.jsonl"
    rows = [
        {"id": "a", "text": "😀 mevrouw Hofstede"},
        {"id": 2, "text": ""},
        {"id": None, "text": "bsn 123456789", "more": 1},
    ]
    file.write_text("\ufeff" + "\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    assert run(file, capsys) == [
        {"id": "a", "findings": [{"start": 10, "end": 18, "kind": "naam", "certainty": 0.95}]},
        {"id": 2, "findings": []},
        {"id": None, "findings": [{"start": 4, "end": 13, "kind": "bsn", "certainty": 0.4}]},
    ]


def test_bad_lines_are_named_and_the_others_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "texts.jsonl"
    lines = [
        b'{"id": 1, "text": "x"}',
        b"{",
        b'{"id": 1}',
        b'{"id": 1, "text": 5}',
        b"\xff",
        b"[]",
        b"[" * 9_999,
        b'{"id": 9, "text": "y"}',
    ]
    file.write_bytes(b"\n".join(lines))
    with pytest.raises(CommandError, match="6 lines were not checked"):
        call_command("check_privacy", "--jsonl", str(file))
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == [1, 9]
    assert [
        f"line {number}: error:" in line for number, line in enumerate(captured.err.splitlines(), start=2)
    ] == [True] * 6


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("check_privacy", "--jsonl", str(tmp_path / "none.jsonl"))


def test_halves_of_pairs_go_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"id": "\\ud83d", "text": "\\ud800 mevrouw Hofstede"}', encoding="utf-8")
    (row,) = run(file, capsys)
    assert row["id"] == "\ud83d"
