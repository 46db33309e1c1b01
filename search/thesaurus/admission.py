"""What an editor's change of a concept would break, in words."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from search.thesaurus.model import Concept, Thesaurus
from search.thesaurus.rules import Rule, check
from search.thesaurus.storage import concepts

MESSAGES = {
    Rule.SHARED_PREFERRED: _("“%(label)s” is the preferred word of another concept already."),
    Rule.LABEL_TWICE: _("“%(label)s” is there twice."),
    Rule.BAD_LABEL: _("“%(label)s” holds no letter or figure."),
    Rule.TO_ITSELF: _("A concept cannot have a relation to itself."),
    Rule.CYCLE: _("By way of other concepts this concept would be wider than itself."),
    Rule.RELATED_IN_LINE: _("A concept that is wider or narrower already cannot be related as well."),
}


def with_concept(concept: Concept) -> Thesaurus:
    """The thesaurus as it is, with this concept instead of the one with its id."""
    return Thesaurus.of([*(each for each in concepts() if each.id != concept.id), concept])


def refused(concept: Concept) -> list[ValidationError]:
    """Why the thesaurus would break a rule with this concept that it does not break now; empty when none."""
    known = {str(each) for each in check(Thesaurus.of(concepts()))}
    errors = []
    for problem in check(with_concept(concept)):
        if problem.is_error and str(problem) not in known:
            message = MESSAGES.get(problem.rule)
            told = message % {"label": problem.label} if message else str(problem)
            errors.append(ValidationError(told, code=problem.rule))
    return errors
