"""Which concepts a question names, and what else they may be called."""

from __future__ import annotations

import pytest

from search.analysis import analyse
from search.thesaurus import reader
from search.thesaurus.lookup import Lookup, Match
from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef, Thesaurus
from search.thesaurus.storage import FIXTURE
from search.thesaurus.weights import MOST, Weights

RULE = TermRef(TermKind.RULE, "kostendelersnorm")


def concept(name: str, *labels: Label, **values) -> Concept:
    preferred = (Label("nl", LabelKind.PREFERRED, name), Label("en", LabelKind.PREFERRED, f"{name}-en"))
    return Concept(name, preferred + labels, **values)


def nl(kind: LabelKind, text: str, weight: float | None = None) -> Label:
    return Label("nl", kind, text, weight)


def find(
    question: str, *concepts: Concept, language: str = "nl", weights: Weights | None = None
) -> tuple[Match, ...]:
    lookup = Lookup(Thesaurus.of(concepts), analyse, weights)
    return lookup.find(question, analyse(question, language), language)


def named(found: tuple[Match, ...]) -> dict[str, tuple[int, int]]:
    return {each.concept: (each.start, each.end) for each in found}


def expanded(found: tuple[Match, ...]) -> dict[str, float]:
    return {each.word.label.text: round(each.weight, 3) for match in found for each in match.expansions}


def leanings(found: tuple[Match, ...]) -> dict[TermRef, float]:
    """The most that any match leans to each term."""
    said = [(weight, term) for match in found for term, weight in match.leanings.items()]
    return {term: weight for weight, term in sorted(said, key=lambda each: each[0])}


GELD = concept("geld")
BIJSTAND = concept(
    "bijstand", nl(LabelKind.EVERYDAY, "uitkering"), nl(LabelKind.FORMER, "WWB-uitkering"), broader=("geld",)
)
NORM = concept(
    "kostendelersnorm",
    nl(LabelKind.EVERYDAY, "korting door inwonend kind"),
    nl(LabelKind.SYNONYM, "kostendeling"),
    nl(LabelKind.MISSPELLING, "kostendelrsnorm"),
    broader=("bijstand",),
    term=RULE,
)
BIJZONDER = concept("bijzondere bijstand", broader=("bijstand",))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("de kostendelersnorm", {"kostendelersnorm": (1, 2)}),
        ("Kostendelersnormen!", {"kostendelersnorm": (0, 1)}),
        ("mijn KORTING door een inwonend kind", {"kostendelersnorm": (1, 6)}),
        ("korting door inwonende kinderen", {"kostendelersnorm": (0, 4)}),
        ("korting kind inwonend", {}),
        ("kostendelrsnorm", {"kostendelersnorm": (0, 1)}),
        ("bijzondere bijstand en bijstand", {"bijzondere bijstand": (0, 2), "bijstand": (3, 4)}),
        ("iets heel anders", {}),
        ("", {}),
        ("?!", {}),
    ],
)
def test_the_longest_label_is_recognised_in_the_form_of_its_lemmas(question, expected):
    assert named(find(question, GELD, BIJSTAND, NORM, BIJZONDER)) == expected


def test_each_kind_and_relation_has_its_weight():
    found = find("kostendelersnorm", GELD, BIJSTAND, NORM)
    assert expanded(found) == {"korting door inwonend kind": 0.7, "kostendeling": 0.7, "bijstand": 0.2}
    found = find("uitkering", GELD, BIJSTAND, NORM, concept("armoede", related=("bijstand",)))
    assert expanded(found) == {
        "bijstand": 0.7,
        "WWB-uitkering": 0.6,
        "kostendelersnorm": 0.4,
        "armoede": 0.4,
    }
    assert expanded(find("kostendelrsnorm", GELD, BIJSTAND, NORM))["kostendelersnorm"] == 0.8
    assert expanded(find("WWB-uitkering", GELD, BIJSTAND, NORM))["bijstand"] == 0.6


def test_parameters_are_given_from_outside():
    weights = Weights(everyday=0.3, broader=0.1)
    found = find("kostendelersnorm", GELD, BIJSTAND, NORM, weights=weights)
    assert expanded(found) == {"korting door inwonend kind": 0.3, "kostendeling": 0.7, "bijstand": 0.1}


def test_nothing_reaches_the_exact_word():
    heavy = concept("norm", nl(LabelKind.MISSPELLING, "nrm", 1), nl(LabelKind.SYNONYM, "regel", 1))
    assert expanded(find("nrm", heavy))["regel"] == MOST < 1


def test_what_an_editor_weighs_counts():
    light = concept("budget", nl(LabelKind.EVERYDAY, "potje", 0.07), term=RULE)
    found = find("potje", light)
    assert expanded(found) == {"budget": 0.07}
    assert leanings(found)[RULE] == pytest.approx(0.1)


def test_a_top_concept_is_no_word_to_search_with_and_is_named_literally_only():
    wonen = concept("wonen", term=TermRef(TermKind.LIFE_DOMAIN, "wonen"))
    flat = concept("flat", broader=("wonen",))
    assert expanded(find("flat", wonen, flat)) == {}
    assert leanings(find("flat", wonen, flat)) == {wonen.term: 0.2}
    assert named(find("hij woont daar", wonen)) == {}
    assert named(find("hulp bij wonen", wonen)) == {"wonen": (2, 3)}


def test_a_wide_concept_does_not_bring_all_below_it():
    below = [concept(f"soort{number}", broader=("bijstand",)) for number in range(13)]
    assert expanded(find("bijstand", GELD, BIJSTAND, *below)).keys() == {"uitkering", "WWB-uitkering"}
    assert "soort1" in expanded(find("bijstand", GELD, BIJSTAND, *below[:12]))


def test_an_ambiguous_abbreviation_weighs_little_and_is_written_as_one_if_it_is_a_plain_word():
    ministry = concept("openbaar ministerie", nl(LabelKind.AMBIGUOUS, "OM"), term=RULE, broader=("geld",))
    found = find("het OM en detentie", ministry, GELD)
    assert expanded(found) == {"openbaar ministerie": 0.25}
    assert leanings(found)[RULE] == pytest.approx(0.25 / 0.7)
    assert named(find("om en nabij", ministry, GELD)) == {}


def test_a_word_for_two_concepts_names_both_half():
    found = find(
        "potje",
        concept("fonds", nl(LabelKind.EVERYDAY, "potje")),
        concept("pan", nl(LabelKind.EVERYDAY, "potje")),
    )
    assert named(found) == {"fonds": (0, 1), "pan": (0, 1)}
    assert expanded(found) == {"fonds": 0.35, "pan": 0.35}


def test_a_word_of_neighbours_names_both_wholly():
    problem = concept("dakloosheid", nl(LabelKind.SYNONYM, "dakloos"))
    group = concept("daklozen", nl(LabelKind.SYNONYM, "dakloos"), related=("dakloosheid",))
    assert [each.certainty for each in find("dakloos", problem, group)] == [1, 1]


def test_an_abbreviation_that_is_sure_is_not_weakened_by_one_that_is_not():
    sure = concept("zelfstandig ondernemer", nl(LabelKind.ABBREVIATION, "zzp"))
    unsure = concept("zorgzwaartepakket", nl(LabelKind.AMBIGUOUS, "ZZP"))
    certainty = {each.concept: round(each.certainty, 2) for each in find("zzp", sure, unsure)}
    assert certainty == {"zelfstandig ondernemer": 1, "zorgzwaartepakket": 0.18}


def test_an_inflected_label_is_recognised_as_it_stands_only():
    self_employed = concept("ondernemer", nl(LabelKind.SYNONYM, "zelfstandigen"), broader=("geld",))
    assert named(find("schulden van zelfstandigen", self_employed, GELD)) == {"ondernemer": (2, 3)}
    assert named(find("zelfstandig wonen", self_employed, GELD)) == {}


@pytest.mark.parametrize("question", ["kosten delers norm", "kostendelers norm", "kostendelers normen"])
def test_a_compound_typed_with_spaces_is_recognised(question):
    assert named(find(question, NORM, BIJSTAND, GELD)) == {"kostendelersnorm": (0, len(question.split()))}


def test_a_negation_is_part_of_the_phrase():
    postal = concept("briefadres", nl(LabelKind.EVERYDAY, "geen adres"))
    assert named(find("ze heeft geen adres meer", postal)) == {"briefadres": (2, 4)}
    assert named(find("mijn adres", postal)) == {}


def test_a_part_of_a_compound_names_its_concept_a_little():
    wmo = concept("ondersteuning", nl(LabelKind.ABBREVIATION, "Wmo"), term=RULE)
    found = find("een Wmo-voorziening", wmo)
    assert expanded(found) == {"ondersteuning": 0.21, "Wmo": 0.21}
    assert leanings(found)[RULE] == pytest.approx(0.3)


def test_a_concept_that_is_switched_off_is_not_there():
    off = concept("bijzondere bijstand", broader=("bijstand",), deprecated=True)
    found = find("bijzondere bijstand", GELD, BIJSTAND, off)
    assert named(found) == {"bijstand": (1, 2)}
    assert "bijzondere bijstand" not in expanded(found)


def test_english_questions_know_the_dutch_terms_too():
    found = find("the kostendelersnorm of my mother", NORM, BIJSTAND, GELD, language="en")
    assert named(found) == {"kostendelersnorm": (1, 2)}
    assert expanded(found) == {
        "kostendelersnorm-en": 0.7,
        "kostendeling": 0.7,
        "bijstand-en": 0.2,
        "bijstand": 0.2,
    }


@pytest.fixture(scope="module")
def shipped() -> Lookup:
    return Lookup(reader.load(FIXTURE.read_text(encoding="utf-8")), analyse)


@pytest.mark.parametrize(
    ("question", "kind", "slug"),
    [
        ("mijn zoon woont nog thuis en nu krijg ik korting door inwonend kind", "rule", "kostendelersnorm"),
        ("gemeente houdt boodschappen van familie in", "rule", "giften-als-inkomen"),
        ("wie betaalt de tandarts, tandarts te duur", "rule", "mondzorg-niet-in-basispakket"),
        ("hij slaapt op de bank bij vrienden", "target_group", "bankslapers"),
        ("WWB afgewezen", "law", "participatiewet"),
        ("she has no address", "rule", "briefadres"),
    ],
)
def test_an_everyday_question_leans_to_the_term_it_paraphrases(shipped, question, kind, slug):
    language = "en" if question.startswith("she") else "nl"
    found = shipped.find(question, analyse(question, language), language)
    assert leanings(found)[TermRef(TermKind(kind), slug)] > 0.8


def test_no_word_of_the_shipped_thesaurus_outranks_the_exact_one(shipped):
    for text in ("kostendelersnorm", "WSNP", "wnsp", "IB", "uitkering", "dakloos", "schuldhulpverlening"):
        matches = shipped.find(text, analyse(text), "nl")
        assert matches
        assert all(0 < each.weight < 1 for match in matches for each in match.expansions)
