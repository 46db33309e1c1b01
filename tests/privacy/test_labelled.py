from __future__ import annotations

import json

import pytest

from privacy.detect import find
from privacy.findings import PRECEDENCE
from tests.privacy.labelled_set import (
    FOLDER,
    IDENTIFIERS,
    NAMES,
    ORGANISATIONS,
    PARTS,
    Fragment,
    Scores,
    as_json,
    load,
    marked,
)


@pytest.fixture(scope="module")
def scores() -> dict[str, Scores]:
    counted = {part: Scores() for part in PARTS}
    for part, score in counted.items():
        for fragment in load(part):
            score.count(fragment, find(fragment.text))
    return counted


@pytest.mark.parametrize("part", PARTS)
def test_identifiers_are_found(scores: dict[str, Scores], part: str) -> None:
    assert scores[part].together(IDENTIFIERS).recall >= 0.95


@pytest.mark.parametrize("part", PARTS)
def test_names_are_found(scores: dict[str, Scores], part: str) -> None:
    assert scores[part].together(NAMES).recall >= 0.85


@pytest.mark.parametrize("part", PARTS)
def test_schools_employers_and_institutions_are_found(scores: dict[str, Scores], part: str) -> None:
    assert scores[part].together(ORGANISATIONS).recall >= 0.85


@pytest.mark.parametrize("part", PARTS)
def test_findings_are_right(scores: dict[str, Scores], part: str) -> None:
    assert scores[part].together().precision >= 0.85


@pytest.mark.parametrize("part", PARTS)
def test_most_spans_are_exact(scores: dict[str, Scores], part: str) -> None:
    assert scores[part].together().exact_recall >= 0.85


def test_the_set_is_large_and_has_hard_negatives() -> None:
    fragments = [fragment for part in PARTS for fragment in load(part)]
    assert len({fragment.id for fragment in fragments}) == len(fragments)
    assert len({fragment.text for fragment in fragments}) == len(fragments)
    assert sum(bool(fragment.spans) for fragment in fragments) >= 450
    assert sum(not fragment.spans for fragment in fragments) >= 150
    assert {kind for fragment in fragments for _, _, kind in fragment.spans} == set(PRECEDENCE)


def test_labels_lie_in_their_text() -> None:
    for fragment in (fragment for part in PARTS for fragment in load(part)):
        end = 0
        for start, stop, _ in fragment.spans:
            assert end <= start < stop <= len(fragment.text), fragment.id
            assert fragment.text[start:stop] == fragment.text[start:stop].strip(), fragment.id
            end = stop


def test_a_marked_text_becomes_a_line_of_the_files() -> None:
    fragment = marked("x-1", "[naam|Truus 😀] woont in [plaats|Oudega].")
    assert fragment == Fragment("x-1", "Truus 😀 woont in Oudega.", ((0, 7, "naam"), (17, 23, "plaats")))
    line = json.loads(as_json(fragment))
    assert line["text"][line["findings"][1]["start"] : line["findings"][1]["end"]] == "Oudega"
    with pytest.raises(ValueError, match="kind"):
        marked("x-2", "[persoon|Truus]")
    with pytest.raises(ValueError, match="closed"):
        marked("x-3", "[naam|Truus woont hier")


@pytest.mark.parametrize("part", PARTS)
def test_the_files_are_as_they_would_be_written(part: str) -> None:
    lines = (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == [as_json(fragment) for fragment in load(part)]
