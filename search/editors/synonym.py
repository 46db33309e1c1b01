"""From a question to a new word of a concept, with one form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_required
from wagtail.log_actions import log

from search.models import ThesaurusConcept, ThesaurusLabel
from search.thesaurus.model import Label, LabelKind
from search.thesaurus.storage import concepts, new_problems


class SynonymForm(forms.Form):
    """A word, and the concept that it is a word for."""

    text = forms.CharField(label=gettext_lazy("word or phrase"), max_length=120)
    language = forms.ChoiceField(label=gettext_lazy("language"), choices=ThesaurusLabel.Language.choices)
    kind = forms.ChoiceField(label=gettext_lazy("sort"), choices=ThesaurusLabel.Kind.choices)
    concept = forms.ModelChoiceField(
        label=gettext_lazy("concept"), queryset=ThesaurusConcept.objects.filter(in_use=True)
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a word that breaks a rule of the thesaurus."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            concept = next(each for each in concepts() if each.id == cleaned["concept"].slug)
            label = Label(cleaned["language"], LabelKind(cleaned["kind"]), cleaned["text"])
            for message in new_problems(concept.with_label(label)):
                self.add_error("text", message)
        return cleaned

    def save(self, user: Any) -> ThesaurusConcept:
        """Add the word; the search uses it within seconds."""
        data = self.cleaned_data
        concept: ThesaurusConcept = data["concept"]
        ThesaurusLabel.objects.create(
            concept=concept, text=data["text"], language=data["language"], kind=data["kind"]
        )
        concept.save()  # tells the search that there is something new
        log(instance=concept, action="wagtail.edit", user=user)
        return concept
