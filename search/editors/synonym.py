"""From a question to a new word of a concept, with one form."""

from __future__ import annotations

from dataclasses import replace
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
from search.thesaurus.admission import refused
from search.thesaurus.model import Label, LabelKind
from search.thesaurus.storage import concepts


class SynonymForm(forms.Form):
    """A word, and the concept that it is a word for."""

    text = forms.CharField(label=gettext_lazy("Word or phrase"), max_length=120)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=ThesaurusLabel.Language.choices)
    kind = forms.ChoiceField(label=gettext_lazy("Sort"), choices=ThesaurusLabel.Kind.choices)
    concept = forms.ModelChoiceField(
        label=gettext_lazy("Concept"), queryset=ThesaurusConcept.objects.filter(in_use=True)
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a word that breaks a rule of the thesaurus."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            concept = next(each for each in concepts() if each.id == cleaned["concept"].slug)
            label = Label(cleaned["language"], LabelKind(cleaned["kind"]), cleaned["text"])
            for error in refused(replace(concept, labels=(*concept.labels, label))):
                self.add_error("text", error)
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


@permission_required("search.change_thesaurusconcept")
def synonym(request: HttpRequest) -> HttpResponse:
    """The form; the address may name the word and its language."""
    initial = {
        "text": request.GET.get("q", "")[:120],
        "language": request.GET.get("language", "nl"),
        "kind": ThesaurusLabel.Kind.EVERYDAY,
    }
    form = SynonymForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        concept = form.save(request.user)
        told = _("“%(word)s” is a word for “%(concept)s” now. The search knows it within a few seconds.")
        messages.success(request, told % {"word": form.cleaned_data["text"], "concept": concept})
        return redirect("search_report")
    return render(request, "search/editors/synonym.html", {"form": form})
