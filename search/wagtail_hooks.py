"""The thesaurus in Wagtail's admin."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import ThesaurusConcept, ThesaurusLabel


class ConceptFilters(WagtailFilterSet):
    """Find concepts by what they are and what sort of words they have."""

    labels__kind = django_filters.ChoiceFilter(
        label=_("has a word of this sort"), choices=ThesaurusLabel.Kind.choices, distinct=True
    )

    class Meta:
        model = ThesaurusConcept
        fields = ["vocabulary", "in_use", "labels__kind"]


class ConceptViewSet(SnippetViewSet):
    """The concepts of the thesaurus."""

    model = ThesaurusConcept
    icon = "openquote"
    menu_label = _("Thesaurus")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "name_en", "vocabulary", "in_use", "changed"]
    filterset_class = ConceptFilters
    list_per_page = 50


register_snippet(ConceptViewSet)
