"""The integrity rules of a thesaurus: those of the SKOS Reference, and those search needs besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from search.thesaurus.model import LANGUAGES, Concept, Label, LabelKind, TermRef, Thesaurus


class Rule(StrEnum):
    """What can be wrong; the value is for machines, `Problem.text` for people."""

    SYNTAX = "syntax"
    UNKNOWN = "unknown-statement"
    NO_PREFERRED = "no-preferred-label"
    TWO_PREFERRED = "two-preferred-labels"  # SKOS S14
    SHARED_PREFERRED = "shared-preferred-label"
    LABEL_TWICE = "label-twice"  # SKOS S13
    BAD_LABEL = "bad-label"
    BAD_DEFINITION = "bad-definition"
    BAD_ID = "bad-id"
    DANGLING = "dangling-reference"
    TO_ITSELF = "relation-to-itself"
    CYCLE = "cycle-of-broader"
    RELATED_IN_LINE = "related-in-line"  # SKOS S27
    TERM_TWICE = "term-twice"
    AMBIGUOUS = "ambiguous-label"


@dataclass(frozen=True)
class Problem:
    """Something that is wrong with a concept; `line` is that of the concept in its file, 0 if unknown."""

    rule: Rule
    concept: str
    text: str
    label: str = ""
    line: int = 0

    @property
    def is_error(self) -> bool:
        """An ambiguous label is a fact of language, to be known and not to be refused."""
        return self.rule != Rule.AMBIGUOUS

    def __str__(self) -> str:
        where = f"line {self.line}, " if self.line else ""
        return f"{where}{self.concept or 'file'}: {self.text}"


class ThesaurusError(ValueError):
    """A thesaurus that breaks its rules; `problems` holds every one of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(each) for each in problems))
        self.problems = problems


def check(thesaurus: Thesaurus) -> list[Problem]:
    """Everything that is wrong, errors first, and the ambiguous labels."""
    problems: list[Problem] = []
    for concept in thesaurus:
        problems += _labels(concept)
        problems += _definitions(concept)
        problems += _relations(concept, thesaurus)
    problems += _cycles(thesaurus)
    problems += _in_line(thesaurus)
    problems += _terms(thesaurus)
    problems += _shared(thesaurus)
    return sorted(problems, key=lambda each: not each.is_error)


def _labels(concept: Concept) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Label] = {}
    preferred: dict[str, str] = {}
    for label in concept.labels:
        shown = f'"{label.text}"@{label.language}'
        if label.text != " ".join(label.text.split()) or not any(c.isalnum() for c in label.text):
            yield Problem(Rule.BAD_LABEL, concept.id, f"{shown} is empty or has odd spaces", label.text)
        if label.language not in LANGUAGES:
            yield Problem(Rule.BAD_LABEL, concept.id, f"{shown} is not in a language of the site", label.text)
        if label.weight is not None and not 0 <= label.weight <= 1:
            yield Problem(
                Rule.BAD_LABEL, concept.id, f"{shown} weighs less than 0 or more than 1", label.text
            )
        if label.key in seen:
            kinds = f"{seen[label.key].kind} and {label.kind}"
            yield Problem(Rule.LABEL_TWICE, concept.id, f"{shown} is there twice: {kinds}", label.text)
        seen.setdefault(label.key, label)
        if label.kind == LabelKind.PREFERRED:
            if label.language in preferred:
                text = f'"{preferred[label.language]}" and {shown} are both preferred'
                yield Problem(Rule.TWO_PREFERRED, concept.id, text, label.text)
            preferred[label.language] = label.text
    for language in LANGUAGES:
        if language not in preferred:
            yield Problem(Rule.NO_PREFERRED, concept.id, f"there is no preferred label in {language}")


def _definitions(concept: Concept) -> Iterator[Problem]:
    languages = [language for language, _ in concept.definitions]
    for language in sorted(set(languages)):
        if languages.count(language) > 1 or language not in LANGUAGES:
            text = f"it has more than one definition in {language}, or {language} is no language of the site"
            yield Problem(Rule.BAD_DEFINITION, concept.id, text)


def _relations(concept: Concept, thesaurus: Thesaurus) -> Iterator[Problem]:
    for name, others in (("broader", concept.broader), ("related", concept.related)):
        for other in others:
            if other == concept.id:
                yield Problem(Rule.TO_ITSELF, concept.id, f"it is {name} to itself")
            elif other not in thesaurus.concepts:
                yield Problem(Rule.DANGLING, concept.id, f"{name} names {other}, which does not exist")


def _ancestors(thesaurus: Thesaurus, start: str) -> set[str]:
    found: set[str] = set()
    waiting = list(thesaurus.concepts[start].broader)
    while waiting:
        name = waiting.pop()
        if name not in found and name in thesaurus.concepts:
            found.add(name)
            waiting += thesaurus.concepts[name].broader
    return found


def _cycles(thesaurus: Thesaurus) -> Iterator[Problem]:
    for concept in thesaurus:
        # Its own loop of one step is told as a relation to itself.
        if concept.id in _ancestors(thesaurus, concept.id) and concept.id not in concept.broader:
            yield Problem(Rule.CYCLE, concept.id, "it is broader than itself, by way of others")


def _in_line(thesaurus: Thesaurus) -> Iterator[Problem]:
    for concept in thesaurus:
        for other in sorted(_ancestors(thesaurus, concept.id) & set(concept.related)):
            if other != concept.id:
                text = f"it is related to {other}, which is broader already"
                yield Problem(Rule.RELATED_IN_LINE, concept.id, text)


def _terms(thesaurus: Thesaurus) -> Iterator[Problem]:
    owner: dict[TermRef, str] = {}
    for concept in thesaurus:
        if concept.term and owner.setdefault(concept.term, concept.id) != concept.id:
            text = f"the {concept.term.kind} {concept.term.slug} belongs to {owner[concept.term]} already"
            yield Problem(Rule.TERM_TWICE, concept.id, text)


def _shared(thesaurus: Thesaurus) -> Iterator[Problem]:
    holders: dict[tuple[str, str], dict[str, Label]] = {}
    for concept in thesaurus:
        for label in concept.labels:
            holders.setdefault(label.key, {}).setdefault(concept.id, label)
    for found in holders.values():
        if len(found) > 1:
            first, *others = found
            label = found[first]
            shown = f'"{label.text}"@{label.language}'
            kinds = [each.kind for each in found.values()]
            rule = Rule.SHARED_PREFERRED if kinds.count(LabelKind.PREFERRED) > 1 else Rule.AMBIGUOUS
            yield Problem(rule, first, f"{shown} is also a label of {', '.join(others)}", label.text)
