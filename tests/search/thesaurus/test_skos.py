"""The thesaurus that ships, and the rules that it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rdflib import RDF, SKOS, Graph, URIRef

import examples
import search
from search.thesaurus import skos
from search.thesaurus.model import LabelKind, TermKind, TermRef, Thesaurus
from search.thesaurus.reader import load, read
from search.thesaurus.rules import Rule, ThesaurusError, check

FIXTURE = Path(search.__file__).parent / "fixtures" / "thesaurus.ttl"
VOCABULARIES = Path(examples.__file__).parent / "fixtures" / "vocabularies"
FILES = {
    TermKind.LIFE_DOMAIN: "life_domains",
    TermKind.LAW: "laws",
    TermKind.RULE: "blocking_rules",
    TermKind.TARGET_GROUP: "target_groups",
    TermKind.PARTNER: "partners",
}
HEAD = """@prefix : <https://example.org/t/> .
@prefix mm: <https://example.org/t#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/t> a skos:ConceptScheme .
:een a skos:Concept ; skos:prefLabel "een"@nl , "one"@en .
:twee a skos:Concept ; skos:prefLabel "twee"@nl , "two"@en ; skos:broader :een .
"""


@pytest.fixture(scope="module")
def text() -> str:
    return FIXTURE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shipped(text: str) -> Thesaurus:
    return load(text)


def labels_of(thesaurus: Thesaurus, name: str, kind: LabelKind) -> set[str]:
    return {each.text for each in thesaurus.concepts[name].labels if each.kind == kind}


def test_the_fixture_is_in_canonical_form(text: str, shipped: Thesaurus) -> None:
    assert skos.write(shipped) == text


def test_every_term_of_the_vocabularies_is_a_concept(shipped: Thesaurus) -> None:
    wanted = {
        TermRef(kind, item["slug"])
        for kind, name in FILES.items()
        for item in yaml.safe_load((VOCABULARIES / f"{name}.yaml").read_text(encoding="utf-8"))["items"]
    }
    assert {each.term for each in shipped} - {None} == wanted


@pytest.mark.parametrize(
    ("name", "kind", "label"),
    [
        ("kostendelersnorm", LabelKind.EVERYDAY, "korting door inwonend kind"),
        ("participatiewet", LabelKind.FORMER, "Wet werk en bijstand"),
        ("wsnp", LabelKind.ABBREVIATION, "WSNP"),
        ("inkomstenbelasting", LabelKind.AMBIGUOUS, "IB"),
        ("inlichtingenplicht", LabelKind.MISSPELLING, "inlichtingsplicht"),
    ],
)
def test_the_kind_of_a_label_survives_the_file(
    shipped: Thesaurus, name: str, kind: LabelKind, label: str
) -> None:
    assert label in labels_of(shipped, name, kind)


def test_what_follows_is_written_for_others_and_read_back_as_the_same(shipped: Thesaurus) -> None:
    told = skos.write(shipped, "https://elders.example/woorden", entailed=True)
    assert load(told) == shipped
    graph = Graph().parse(data=told, format="turtle")
    at = "https://elders.example/woorden/"
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(shipped)
    alternative = {str(each) for each in graph.objects(URIRef(f"{at}inkomstenbelasting"), SKOS.altLabel)}
    assert "IB" in alternative
    assert (URIRef(f"{at}bijstand"), SKOS.narrower, URIRef(f"{at}bijzondere-bijstand")) in graph
    for one, other in graph.subject_objects(SKOS.related):
        assert (other, SKOS.related, one) in graph


@pytest.mark.parametrize(
    ("statement", "rule", "concept"),
    [
        (':drie a skos:Concept ; skos:prefLabel "drie"@nl .', Rule.NO_PREFERRED, "drie"),
        (':een skos:prefLabel "eentje"@nl .', Rule.TWO_PREFERRED, "een"),
        (
            ':drie a skos:Concept ; skos:prefLabel "een"@nl , "three"@en .',
            Rule.SHARED_PREFERRED,
            "drie",
        ),
        (':een skos:altLabel "Een"@nl .', Rule.LABEL_TWICE, "een"),
        (':een skos:altLabel "ene"@nl ; skos:hiddenLabel "ene"@nl .', Rule.LABEL_TWICE, "een"),
        (':een mm:formerName "ene"@nl ; mm:everydayWord "ene"@nl .', Rule.LABEL_TWICE, "een"),
        (':een skos:altLabel "  ene"@nl .', Rule.BAD_LABEL, "een"),
        (':een skos:altLabel "-"@nl .', Rule.BAD_LABEL, "een"),
        (':een skos:altLabel "uno"@es .', Rule.BAD_LABEL, "een"),
        (':een skos:altLabel "ene" .', Rule.BAD_LABEL, "een"),
        (':een skos:definition "a"@nl , "b"@nl .', Rule.BAD_DEFINITION, "een"),
        (':een skos:definition "a"@es .', Rule.BAD_DEFINITION, "een"),
        (":een skos:broader :drie .", Rule.DANGLING, "een"),
        (":een skos:related :drie .", Rule.DANGLING, "een"),
        (":een skos:related :een .", Rule.TO_ITSELF, "een"),
        (":een skos:broader :twee .", Rule.CYCLE, "een"),
        (":een skos:related :twee .", Rule.RELATED_IN_LINE, "twee"),
        (
            ':een skos:notation "geld"^^mm:lifeDomain . :twee skos:notation "geld"^^mm:lifeDomain .',
            Rule.TERM_TWICE,
            "twee",
        ),
        (
            ':een skos:notation "geld"^^mm:lifeDomain , "awb"^^mm:law .',
            Rule.UNKNOWN,
            "een",
        ),
        (':een mm:weighed [ rdf:value "een"@nl ; mm:weight 1.5 ] .', Rule.BAD_LABEL, "een"),
        (':een mm:weighed [ rdf:value "een"@nl ; mm:weight "veel" ] .', Rule.BAD_LABEL, "een"),
        (':een mm:weighed [ rdf:value "ene"@nl ; mm:weight 0.5 ] .', Rule.BAD_LABEL, "een"),
        (":een mm:weighed [ mm:weight 0.5 ] .", Rule.BAD_LABEL, "een"),
        (':een skos:notation "geld" .', Rule.UNKNOWN, "een"),
        (':een skos:editorialNote "los"@nl .', Rule.UNKNOWN, "een"),
        (":een skos:broader <https://elders.example/x> .", Rule.BAD_ID, "https://elders.example/x"),
    ],
)
def test_a_broken_rule_names_its_concept_and_line(statement: str, rule: Rule, concept: str) -> None:
    source = HEAD + statement
    with pytest.raises(ThesaurusError) as caught:
        load(source)
    found = {(each.rule, each.concept): each for each in caught.value.problems}
    assert (rule, concept) in found
    starts = [n for n, line in enumerate(source.splitlines(), 1) if line.startswith(f":{concept} ")]
    assert found[rule, concept].line == (starts[0] if starts else 0)


def test_the_head_of_these_examples_breaks_no_rule() -> None:
    assert list(load(HEAD).concepts) == ["een", "twee"]


@pytest.mark.parametrize("source", [HEAD + ":een skos:broader", HEAD + "\n:vier a skos:Concept ; nix:x 1 ."])
def test_broken_turtle_names_its_line(source: str) -> None:
    with pytest.raises(ThesaurusError) as caught:
        load(source)
    (problem,) = caught.value.problems
    assert problem.rule == Rule.SYNTAX
    assert abs(problem.line - len(source.splitlines())) <= 1


def test_a_file_cut_off_anywhere_is_an_error_or_whole(text: str) -> None:
    start = text[:1800]
    for end in range(len(start)):
        try:
            read(start[:end])
        except ThesaurusError as error:
            assert error.problems


@pytest.mark.parametrize("source", ["", HEAD + "<https://example.org/u> a skos:ConceptScheme ."])
def test_there_is_one_scheme(source: str) -> None:
    with pytest.raises(ThesaurusError, match="one skos:ConceptScheme"):
        load(source)


def test_a_word_for_two_concepts_is_reported_and_no_error() -> None:
    thesaurus = load(HEAD + ':een skos:altLabel "getal"@nl . :twee mm:everydayWord "Getal"@nl .')
    (problem,) = check(thesaurus)
    assert (problem.rule, problem.is_error, problem.label.lower()) == (Rule.AMBIGUOUS, False, "getal")
    assert "twee" in problem.text


def test_a_relation_told_from_above_only_is_kept() -> None:
    thesaurus = load(
        HEAD + ':drie a skos:Concept ; skos:prefLabel "drie"@nl , "three"@en . :een skos:narrower :drie .'
    )
    assert thesaurus.concepts["drie"].broader == ("een",)


def test_weight_and_deprecation_come_back() -> None:
    source = HEAD + ':een owl:deprecated true ; mm:weighed [ rdf:value "een"@nl ; mm:weight 0.5 ] .'
    thesaurus = load(source)
    assert thesaurus.concepts["een"].deprecated
    assert [each.weight for each in thesaurus.concepts["een"].labels] == [0.5, None]
    assert load(skos.write(thesaurus)) == thesaurus
    assert load(skos.write(thesaurus, entailed=True)) == thesaurus
