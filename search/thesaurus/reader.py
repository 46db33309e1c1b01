"""Turtle to concepts; whatever cannot be kept is an error that names its concept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rdflib import DCTERMS, OWL, RDF, SKOS, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from search.thesaurus.model import Concept, Label, LabelKind, TermRef, Thesaurus
from search.thesaurus.rules import Problem, Rule, ThesaurusError, check
from search.thesaurus.skos import IMPLIED, LABELS, NOTATIONS, OWN_LABELS

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KEPT = {SKOS.definition, DCTERMS.source, SKOS.notation, SKOS.broader, SKOS.related, OWL.deprecated}
# They follow from other statements, or say where the concept is.
FOLLOWS = {RDF.type, SKOS.inScheme, SKOS.topConceptOf, SKOS.narrower}


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
    graph = _graph(text)
    schemes = sorted(str(each) for each in graph.subjects(RDF.type, SKOS.ConceptScheme))
    if len(schemes) != 1:
        told = f"there must be one skos:ConceptScheme; there are {len(schemes)}"
        raise ThesaurusError([Problem(Rule.SYNTAX, "", told)])
    reader = _Reader(graph, schemes[0])
    concepts = reader.with_narrower([reader.concept(each) for each in graph.subjects(RDF.type, SKOS.Concept)])
    lines = _lines(text, [each.id for each in concepts])
    if reader.problems:
        raise ThesaurusError([replace(each, line=lines.get(each.concept, 0)) for each in reader.problems])
    return Thesaurus.of(concepts), lines


def _graph(text: str) -> Graph:
    graph = Graph()
    try:
        graph.parse(data=f"{text}\n", format="turtle")
    except BadSyntax as bad:
        told = f"this is no Turtle: {bad.message.splitlines()[1].partition(' at ^')[0]}"
        line = min(bad.lines + 1, len(text.splitlines()))  # at the end of a file rdflib counts on
        raise ThesaurusError([Problem(Rule.SYNTAX, "", told, line=line)]) from bad
    except IndexError as bad:  # what rdflib makes of a datatype that breaks off
        raise ThesaurusError([Problem(Rule.SYNTAX, "", "this is no Turtle")]) from bad
    return graph


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
        self.label_kinds = {SKOS[name]: kind for kind, name in LABELS.items()}
        self.label_kinds |= {self.own(name): kind for kind, (name, _) in OWN_LABELS.items()}
        self.notations = {self.own(name): kind for kind, name in NOTATIONS.items()}

    def own(self, name: str) -> URIRef:
        """A property or datatype in the namespace of the scheme."""
        return URIRef(f"{self.scheme}#{name}")

    def concept(self, subject: Node) -> Concept:
        """Everything that is said of one concept."""
        name = self._id(subject)
        values: dict[URIRef, list[Node]] = {}
        for predicate, value in self.graph.predicate_objects(subject):
            values.setdefault(URIRef(str(predicate)), []).append(value)
        for prop in values.keys() - KEPT - FOLLOWS - self.label_kinds.keys() - {self.own("weighed")}:
            self._refuse(name, f"what {prop} says cannot be kept")
        return Concept(
            id=name,
            labels=tuple(self._labels(name, values)),
            definitions=tuple((self._language(name, v), str(v)) for v in values.get(SKOS.definition, [])),
            sources=tuple(str(each) for each in values.get(DCTERMS.source, [])),
            term=self._term(name, values.get(SKOS.notation, [])),
            broader=tuple(self._id(each) for each in values.get(SKOS.broader, [])),
            related=tuple(self._id(each) for each in values.get(SKOS.related, [])),
            deprecated=any(str(each) == "true" for each in values.get(OWL.deprecated, [])),
        )

    def with_narrower(self, concepts: list[Concept]) -> list[Concept]:
        """Add what is said from above only."""
        wider: dict[str, set[str]] = {each.id: set(each.broader) for each in concepts}
        for above, below in self.graph.subject_objects(SKOS.narrower):
            wider.setdefault(self._id(below), set()).add(self._id(above))
        return [replace(each, broader=tuple(wider[each.id])) for each in concepts]

    def _labels(self, name: str, values: dict[URIRef, list[Node]]) -> list[Label]:
        kinds: dict[tuple[str, str], set[LabelKind]] = {}
        for prop, kind in self.label_kinds.items():
            for value in values.get(prop, []):
                kinds.setdefault((self._language(name, value), str(value)), set()).add(kind)
        weights = self._weights(name, values.get(self.own("weighed"), []))
        for language, text in weights.keys() - kinds.keys():
            self._refuse(name, f'a weight is given to "{text}"@{language}, which is no label', Rule.BAD_LABEL)
        # A label of a kind of our own is an alternative label too; a file may say so.
        return [
            Label(language, kind, text, weights.get((language, text)))
            for (language, text), found in kinds.items()
            for kind in found - {implied for each in found for implied in IMPLIED.get(each, ())}
        ]

    def _weights(self, name: str, nodes: list[Node]) -> dict[tuple[str, str], float]:
        found: dict[tuple[str, str], float] = {}
        for node in nodes:
            label, weight = self.graph.value(node, RDF.value), self.graph.value(node, self.own("weight"))
            try:
                found[self._language(name, label), str(label)] = float(str(weight))
            except ValueError:
                self._refuse(name, f'"{weight}" is no weight', Rule.BAD_LABEL)
        return found

    def _id(self, subject: Node) -> str:
        name = str(subject).removeprefix(f"{self.scheme}/")
        if not ID.fullmatch(name):
            self._refuse(name, "this is not an address of a concept in this scheme", Rule.BAD_ID)
        return name

    def _language(self, name: str, value: Node | None) -> str:
        if isinstance(value, Literal) and value.language:
            return str(value.language)
        self._refuse(name, f'"{value}" has no language', Rule.BAD_LABEL)
        return ""

    def _term(self, name: str, values: list[Node]) -> TermRef | None:
        if len(values) > 1:
            self._refuse(name, "it can be a term of one vocabulary only")
        for value in values:
            datatype = value.datatype if isinstance(value, Literal) else None
            if datatype in self.notations:
                return TermRef(self.notations[datatype], str(value))
            self._refuse(name, f'the notation "{value}" names no vocabulary')
        return None

    def _refuse(self, name: str, text: str, rule: Rule = Rule.UNKNOWN) -> None:
        problem = Problem(rule, name, text)
        if problem not in self.problems:
            self.problems.append(problem)
