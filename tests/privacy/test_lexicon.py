from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from privacy import lexicon as lists
from privacy.detect import find
from privacy.lexicon import FOLDER, LexiconError, lexicon

VOCABULARIES = Path(__file__).parents[2] / "examples" / "fixtures" / "vocabularies"


def vocabulary(name: str) -> Any:
    return yaml.load((VOCABULARIES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def lines(name: str) -> set[str]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return {line for line in text.splitlines() if not line.startswith("#")}


def test_the_municipalities_are_those_of_the_vocabulary() -> None:
    content = vocabulary("municipalities")
    names = {row["name"] for row in [*content["provinces"], *content["municipalities"]]}
    assert lines("municipalities") == names | {name.split(" (")[0] for name in names}


def test_the_laws_are_those_of_the_vocabulary() -> None:
    rows = vocabulary("laws")["items"]
    assert lines("laws") == {row["nl"]["name"] for row in rows} | {
        row["abbreviation"] for row in rows if row.get("abbreviation")
    }


@pytest.mark.parametrize(
    "place", ["in {}", "De gemeente {} betaalt", "{} en omgeving", "Het college van {} besloot"]
)
def test_a_municipality_is_no_finding(place: str) -> None:
    names = {row["name"] for row in vocabulary("municipalities")["municipalities"]}
    found = {name for name in names if any(finding.is_warning for finding in find(place.format(name)))}
    assert not found


def test_laws_are_no_finding() -> None:
    rows = vocabulary("laws")["items"]
    assert not [row["nl"]["name"] for row in rows if find(f"Op grond van de {row['nl']['name']} kan dat.")]


def test_a_missing_list_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lists, "FOLDER", tmp_path)
    lexicon.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"first_names\.txt"):
            lexicon()
    finally:
        lexicon.cache_clear()


def test_the_lists_of_deduce_are_there() -> None:
    assert len(lexicon().first_names) > 10_000
    assert len(lexicon().surnames) > 10_000
