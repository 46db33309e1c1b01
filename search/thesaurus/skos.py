"""A thesaurus as SKOS in Turtle, in and out.

The kinds of alternative labels that SKOS does not know are subproperties of `skos:altLabel` in a namespace of
our own (docs/decisions/0030). A file may say what follows from that as well; reading it gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef, Thesaurus
from search.thesaurus.rules import Problem, Rule, ThesaurusError, check

SCHEME = "https://mooimaatwerk.example/id/thesaurus"
TITLES = (("Thesaurus van het sociaal domein", "nl"), ("Thesaurus of the social domain", "en"))
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

LABELS = {
    LabelKind.PREFERRED: SKOS.prefLabel,
    LabelKind.SYNONYM: SKOS.altLabel,
    LabelKind.MISSPELLING: SKOS.hiddenLabel,
}
# Local names of the own namespace: the property, and what it is a subproperty of.
OWN_LABELS = {
    LabelKind.ABBREVIATION: ("abbreviation", "skos:altLabel"),
    LabelKind.AMBIGUOUS: ("ambiguousAbbreviation", "mm:abbreviation"),
    LabelKind.FORMER: ("formerName", "skos:altLabel"),
    LabelKind.EVERYDAY: ("everydayWord", "skos:altLabel"),
}
NOTATIONS = {
    TermKind.LIFE_DOMAIN: "lifeDomain",
    TermKind.LAW: "law",
    TermKind.RULE: "blockingRule",
    TermKind.TARGET_GROUP: "targetGroup",
    TermKind.PARTNER: "partner",
}
# They follow from other statements, or say where the concept is.
IMPLIED = {RDF.type, SKOS.inScheme, SKOS.topConceptOf, SKOS.narrower}


def load(text: str) -> Thesaurus:
    """Read and check.

    Raises:
        ThesaurusError: with every problem that is an error, each naming its concept and its line.
    """
    thesaurus, lines = _parse(text)
    errors = [each for each in check(thesaurus) if each.is_error]
    if errors:
        raise ThesaurusError([replace(each, line=lines.get(each.concept, 0)) for each in errors])
    return thesaurus


def read(text: str) -> Thesaurus:
    """Read without checking the rules of a thesaurus; what cannot be read at all is an error still.

    Raises:
        ThesaurusError: it is no Turtle, has no concept scheme, or says what this program does not know.
    """
    return _parse(text)[0]


def _parse(text: str) -> tuple[Thesaurus, dict[str, int]]:
    graph = Graph()
    try:
        graph.parse(data=f"{text}\n", format="turtle")
    except BadSyntax as bad:
        told = f"this is no Turtle: {bad.message.splitlines()[1].partition(' at ^')[0]}"
        line = min(bad.lines + 1, len(text.splitlines()))  # at the end of a file rdflib counts on
        raise ThesaurusError([Problem(Rule.SYNTAX, "", told, line=line)]) from bad
    except IndexError as bad:  # what rdflib makes of a datatype that breaks off
        raise ThesaurusError([Problem(Rule.SYNTAX, "", "this is no Turtle")]) from bad
    schemes = sorted(str(each) for each in graph.subjects(RDF.type, SKOS.ConceptScheme))
    if len(schemes) != 1:
        told = f"there must be one skos:ConceptScheme; there are {len(schemes)}"
        raise ThesaurusError([Problem(Rule.SYNTAX, "", told)])
    reader = _Reader(graph, schemes[0])
    concepts = [reader.concept(each) for each in graph.subjects(RDF.type, SKOS.Concept)]
    lines = _lines(text, [each.id for each in concepts])
    if reader.problems:
        raise ThesaurusError([replace(each, line=lines.get(each.concept, 0)) for each in reader.problems])
    return Thesaurus.of(reader.with_narrower(concepts)), lines


def _lines(text: str, ids: Iterable[str]) -> dict[str, int]:
    """The line on which each concept starts."""
    wanted = set(ids)
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = re.match(r"\s*(?:\w*:|<\S*/)([a-z0-9-]+)>?(?=\s|$)", line)
        if match and match[1] in wanted:
            found.setdefault(match[1], number)
    return found


class _Reader:
    """Turns the statements of a graph into concepts and gathers what cannot be read."""

    def __init__(self, graph: Graph, scheme: str) -> None:
        self.graph = graph
        self.scheme = scheme
        self.problems: list[Problem] = []
        self.label_kinds = {prop: kind for kind, prop in LABELS.items()}
        self.label_kinds |= {URIRef(f"{scheme}#{name}"): kind for kind, (name, _) in OWN_LABELS.items()}
        self.notations = {URIRef(f"{scheme}#{name}"): kind for kind, name in NOTATIONS.items()}

    def concept(self, subject: Node) -> Concept:
        name = self._id(subject)
        labels: list[Label] = []
        values: dict[URIRef, list[Node]] = {}
        for predicate, value in self.graph.predicate_objects(subject):
            prop = URIRef(str(predicate))
            if prop in self.label_kinds:
                labels.append(Label(self._language(name, value), self.label_kinds[prop], str(value)))
            else:
                values.setdefault(prop, []).append(value)
        known = {SKOS.definition, DCTERMS.source, SKOS.notation, SKOS.broader, SKOS.related} | IMPLIED
        for prop in values.keys() - known:
            self._refuse(name, f"what {prop} says cannot be kept")
        return Concept(
            id=name,
            labels=tuple(_stated(labels)),
            definitions=tuple((self._language(name, v), str(v)) for v in values.get(SKOS.definition, [])),
            sources=tuple(str(each) for each in values.get(DCTERMS.source, [])),
            terms=tuple(self._terms(name, values.get(SKOS.notation, []))),
            broader=tuple(self._id(each) for each in values.get(SKOS.broader, [])),
            related=tuple(self._id(each) for each in values.get(SKOS.related, [])),
        )

    def with_narrower(self, concepts: list[Concept]) -> list[Concept]:
        """Add what is said from above only."""
        wider: dict[str, set[str]] = {each.id: set(each.broader) for each in concepts}
        for above, below in self.graph.subject_objects(SKOS.narrower):
            wider.setdefault(self._id(below), set()).add(self._id(above))
        return [replace(each, broader=tuple(wider[each.id])) for each in concepts]

    def _id(self, subject: Node) -> str:
        name = str(subject).removeprefix(f"{self.scheme}/")
        if not ID.fullmatch(name):
            self._refuse(name, "this is not an address of a concept in this scheme", Rule.BAD_ID)
        return name

    def _language(self, name: str, value: Node) -> str:
        if isinstance(value, Literal) and value.language:
            return str(value.language)
        self._refuse(name, f'"{value}" has no language', Rule.BAD_LABEL)
        return ""

    def _terms(self, name: str, values: list[Node]) -> Iterable[TermRef]:
        for value in values:
            datatype = value.datatype if isinstance(value, Literal) else None
            if datatype in self.notations:
                yield TermRef(self.notations[datatype], str(value))
            else:
                self._refuse(name, f'the notation "{value}" names no vocabulary')

    def _refuse(self, name: str, text: str, rule: Rule = Rule.UNKNOWN) -> None:
        problem = Problem(rule, name, text)
        if problem not in self.problems:
            self.problems.append(problem)


def _stated(labels: list[Label]) -> list[Label]:
    """The labels without those that follow: each label of a kind of our own is an alternative label too."""
    kinds: dict[tuple[str, str], set[LabelKind]] = {}
    for each in labels:
        kinds.setdefault((each.language, each.text), set()).add(each.kind)
    implied = {
        LabelKind.SYNONYM: set(OWN_LABELS),
        LabelKind.ABBREVIATION: {LabelKind.AMBIGUOUS},
    }
    return [each for each in labels if not implied.get(each.kind, set()) & kinds[each.language, each.text]]


def write(thesaurus: Thesaurus, scheme: str = SCHEME, *, entailed: bool = False) -> str:
    """The canonical Turtle: one order, every statement once.

    Args:
        thesaurus: what to write.
        scheme: address of the concept scheme; concepts live below it.
        entailed: also write what follows, for readers that draw no conclusions: alternative labels, the other
            side of each relation, top concepts.
    """
    below = thesaurus.narrower() if entailed else {}
    blocks = [_head(scheme)]
    blocks += [_block(each, scheme, below.get(each.id, ()), entailed=entailed) for each in thesaurus]
    return "\n".join(blocks)


def _head(scheme: str) -> str:
    lines = [
        f"@prefix : <{scheme}/> .",
        f"@prefix mm: <{scheme}#> .",
        f"@prefix dcterms: <{DCTERMS}> .",
        f"@prefix rdfs: <{RDFS}> .",
        f"@prefix skos: <{SKOS}> .",
        "",
        f"<{scheme}> a skos:ConceptScheme ;",
        f"    dcterms:title {' , '.join(Literal(text, lang=code).n3() for text, code in TITLES)} .",
        "",
    ]
    lines += [f"mm:{name} rdfs:subPropertyOf {wider} ." for name, wider in OWN_LABELS.values()]
    return "\n".join([*lines, ""])


def _block(concept: Concept, scheme: str, narrower: Iterable[str], *, entailed: bool) -> str:
    rows = [f":{concept.id} a skos:Concept", f"skos:inScheme <{scheme}>"]
    by_kind: dict[LabelKind, list[str]] = {kind: [] for kind in LabelKind}
    for label in concept.labels:
        value = Literal(label.text, lang=label.language).n3()
        kinds = [label.kind]
        if entailed and label.kind in OWN_LABELS:
            kinds += [LabelKind.SYNONYM, LabelKind.ABBREVIATION][: 1 + (label.kind == LabelKind.AMBIGUOUS)]
        for kind in kinds:
            by_kind[kind].append(value)
    rows += [_row(_property(kind), values) for kind, values in by_kind.items()]
    related = [other for other in concept.related if entailed or other > concept.id]
    rows += [
        _row("skos:definition", [Literal(text, lang=code).n3() for code, text in concept.definitions]),
        _row("skos:broader", [f":{other}" for other in concept.broader]),
        _row("skos:narrower", [f":{other}" for other in narrower]),
        _row("skos:related", [f":{other}" for other in related]),
        f"skos:topConceptOf <{scheme}>" if entailed and not concept.broader else "",
        _row("dcterms:source", [Literal(each, lang="nl").n3() for each in concept.sources]),
        _row("skos:notation", [f"{Literal(t.slug).n3()}^^mm:{NOTATIONS[t.kind]}" for t in concept.terms]),
    ]
    return " ;\n    ".join(row for row in rows if row) + " .\n"


def _property(kind: LabelKind) -> str:
    if kind in OWN_LABELS:
        return f"mm:{OWN_LABELS[kind][0]}"
    return f"skos:{LABELS[kind].fragment}"


def _row(prop: str, values: Iterable[str]) -> str:
    joined = " , ".join(values)
    return f"{prop} {joined}" if joined else ""
