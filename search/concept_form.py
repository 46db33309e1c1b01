"""The form of a concept: what breaks a rule of the thesaurus is refused with the reason."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef


class ConceptForm(WagtailAdminModelForm):
    """A concept with its words and relations, checked together with all other concepts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "slug" in self.fields:
            self.fields["slug"].disabled = True  # others refer to it

    def clean(self) -> dict[str, Any]:
        """Refuse what would break a rule that is kept now."""
        cleaned: dict[str, Any] = super().clean()
        self._check_term(cleaned.get("vocabulary") or "", cleaned.get("term") or "")
        if not self.errors and all(each.is_valid() for each in self.formsets.values()):
            for message in self._refused(cleaned):
                self.add_error(None, message)
        return cleaned

    def _check_term(self, vocabulary: str, term: str) -> None:
        from search.vocabulary import TERMS  # noqa: PLC0415 (models, and models need this form)

        if bool(vocabulary) != bool(term):
            self.add_error("term", _("Give a vocabulary and a term, or neither."))
        elif term and not TERMS[vocabulary].objects.filter(slug=term).exists():
            self.add_error("term", _("This vocabulary has no such term."))

    def _refused(self, cleaned: dict[str, Any]) -> list[ValidationError]:
        from search.thesaurus.admission import refused  # noqa: PLC0415 (it needs the models, which need this)

        return refused(self.concept(cleaned))

    def concept(self, cleaned: dict[str, Any]) -> Concept:
        """The concept as it would be saved."""
        labels = [
            Label("nl", LabelKind.PREFERRED, cleaned["name"]),
            Label("en", LabelKind.PREFERRED, cleaned["name_en"]),
        ]
        labels += [
            Label(each["language"], LabelKind(each["kind"]), each["text"], each["weight"])
            for each in self._rows("labels")
        ]
        relations = [(each["kind"], each["other"].slug) for each in self._rows("relations")]
        return Concept(
            id=cleaned["slug"],
            term=TermRef(TermKind(cleaned["vocabulary"]), cleaned["term"]) if cleaned["vocabulary"] else None,
            deprecated=not cleaned["in_use"],
            labels=tuple(labels),
            broader=tuple(other for kind, other in relations if kind == "broader"),
            related=tuple(other for kind, other in relations if kind == "related"),
        )

    def _rows(self, name: str) -> list[dict[str, Any]]:
        if name not in self.formsets:
            return []
        rows = [each.cleaned_data for each in self.formsets[name].forms]
        return [each for each in rows if each and not each.get("DELETE")]
