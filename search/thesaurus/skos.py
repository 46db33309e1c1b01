"""A thesaurus as SKOS in Turtle, in and out.

The kinds of alternative labels that SKOS does not know are subproperties of `skos:altLabel` in a namespace of
our own (docs/decisions/0030). A file may say what follows from that as well; reading it gives the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Literal

from search.thesaurus.model import Concept, Label, LabelKind, TermKind, Thesaurus

SCHEME = "https://mooimaatwerk.example/id/thesaurus"
TITLES = (("Thesaurus van het sociaal domein", "nl"), ("Thesaurus of the social domain", "en"))
PREFIXES: dict[str, object] = {
    "dcterms": DCTERMS,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
}
LABELS = {
    LabelKind.PREFERRED: "prefLabel",
    LabelKind.SYNONYM: "altLabel",
    LabelKind.MISSPELLING: "hiddenLabel",
}
# Properties of our own, and what each is a subproperty of.
OWN_LABELS = {
    LabelKind.ABBREVIATION: ("abbreviation", "skos:altLabel"),
    LabelKind.AMBIGUOUS: ("ambiguousAbbreviation", "mm:abbreviation"),
    LabelKind.FORMER: ("formerName", "skos:altLabel"),
    LabelKind.EVERYDAY: ("everydayWord", "skos:altLabel"),
}
IMPLIED = {
    LabelKind.ABBREVIATION: (LabelKind.SYNONYM,),
    LabelKind.AMBIGUOUS: (LabelKind.SYNONYM, LabelKind.ABBREVIATION),
    LabelKind.FORMER: (LabelKind.SYNONYM,),
    LabelKind.EVERYDAY: (LabelKind.SYNONYM,),
}
NOTATIONS = {
    TermKind.LIFE_DOMAIN: "lifeDomain",
    TermKind.LAW: "law",
    TermKind.RULE: "blockingRule",
    TermKind.TARGET_GROUP: "targetGroup",
    TermKind.PARTNER: "partner",
}


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
    lines = [f"@prefix : <{scheme}/> .", f"@prefix mm: <{scheme}#> ."]
    lines += [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    titles = " , ".join(Literal(text, lang=code).n3() for text, code in TITLES)
    lines += ["", f"<{scheme}> a skos:ConceptScheme ;", f"    dcterms:title {titles} .", ""]
    lines += [f"mm:{name} rdfs:subPropertyOf {wider} ." for name, wider in OWN_LABELS.values()]
    return "\n".join([*lines, ""])


def _block(concept: Concept, scheme: str, narrower: Iterable[str], *, entailed: bool) -> str:
    related = [other for other in concept.related if entailed or other > concept.id]
    rows = [
        f":{concept.id} a skos:Concept",
        f"skos:inScheme <{scheme}>",
        *_label_rows(concept.labels, entailed=entailed),
        _row("skos:definition", [Literal(text, lang=code).n3() for code, text in concept.definitions]),
        _row("skos:broader", [f":{other}" for other in concept.broader]),
        _row("skos:narrower", [f":{other}" for other in narrower]),
        _row("skos:related", [f":{other}" for other in related]),
        f"skos:topConceptOf <{scheme}>" if entailed and not concept.broader else "",
        _row("dcterms:source", [Literal(each, lang="nl").n3() for each in concept.sources]),
        "owl:deprecated true" if concept.deprecated else "",
    ]
    if concept.term:
        rows.append(f"skos:notation {Literal(concept.term.slug).n3()}^^mm:{NOTATIONS[concept.term.kind]}")
    return " ;\n    ".join(row for row in rows if row) + " .\n"


def _label_rows(labels: Iterable[Label], *, entailed: bool) -> list[str]:
    by_kind: dict[LabelKind, list[str]] = {kind: [] for kind in LabelKind}
    weighed = []
    for label in labels:
        value = Literal(label.text, lang=label.language).n3()
        for kind in (label.kind, *(IMPLIED.get(label.kind, ()) if entailed else ())):
            by_kind[kind].append(value)
        if label.weight is not None:
            weighed.append(f"[ rdf:value {value} ; mm:weight {label.weight:.4f} ]")
    names = {kind: f"skos:{name}" for kind, name in LABELS.items()}
    names |= {kind: f"mm:{name}" for kind, (name, _) in OWN_LABELS.items()}
    return [*(_row(names[kind], values) for kind, values in by_kind.items()), _row("mm:weighed", weighed)]


def _row(prop: str, values: Iterable[str]) -> str:
    joined = " , ".join(values)
    return f"{prop} {joined}" if joined else ""
