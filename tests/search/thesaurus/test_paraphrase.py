from __future__ import annotations

from dataclasses import replace

import pytest

from search.analysis import analyse
from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef
from search.thesaurus.paraphrase import LEAST, Paraphrases


def concept(name: str, kind: TermKind | None, *labels: str) -> Concept:
    return Concept(
        id=name,
        labels=tuple(Label("nl", LabelKind.EVERYDAY, text) for text in labels),
        term=TermRef(kind, name) if kind else None,
    )


CONCEPTS = [
    concept(
        "kostendelersnorm", TermKind.RULE, "korting door inwonend kind", "minder bijstand door huisgenoot"
    ),
    concept("zorgmijders", TermKind.TARGET_GROUP, "wil geen hulp", "houdt de deur dicht"),
    concept("afsluiting", TermKind.RULE, "gas en licht afgesloten"),
    concept("geen-term", None, "kind krijgt korting van de winkel"),
]


@pytest.fixture(scope="module")
def paraphrases() -> Paraphrases:
    return Paraphrases(CONCEPTS, analyse, "nl")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("bijstand omlaag: korting omdat mijn kind inwoont", ["kostendelersnorm"]),
        ("haar deur blijft dicht en hulp wil zij niet", ["zorgmijders"]),
        ("het licht is afgesloten", ["afsluiting"]),
        ("korting", []),
        ("fiets zonder verlichting", []),
        ("", []),
    ],
)
def test_a_concept_is_known_by_its_words_without_its_labels(
    paraphrases: Paraphrases, question: str, names: list[str]
) -> None:
    assert [found.id for found, _ in paraphrases.find(analyse(question))] == names


def test_the_share_says_how_much_of_the_question_it_is_about(paraphrases: Paraphrases) -> None:
    def share(question: str) -> float:
        return paraphrases.find(analyse(question))[0][1]

    assert share("korting door kind dat inwoont") > share("korting door kind dat inwoont met fiets")
    assert LEAST <= share("korting door kind dat inwoont met fiets") < 1.0


def test_an_outdated_concept_is_not_found() -> None:
    old = Paraphrases([replace(CONCEPTS[0], deprecated=True)], analyse, "nl")
    assert old.find(analyse("korting door kind dat inwoont")) == []
