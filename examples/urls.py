"""Addresses of the vocabularies, in the words of each language."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from examples import list_views, views
from examples.takedown import report_views

app_name = "examples"
urlpatterns = [
    path(pgettext_lazy("address", "rules/"), list_views.rules, name="rules"),
    path(pgettext_lazy("address", "rules/<slug:slug>/"), views.rule, name="rule"),
    path(pgettext_lazy("address", "laws/"), list_views.laws, name="laws"),
    path(pgettext_lazy("address", "laws/<slug:slug>/"), views.law, name="law"),
    path(pgettext_lazy("address", "municipalities/"), list_views.municipalities, name="municipalities"),
    path(pgettext_lazy("address", "municipalities/<slug:slug>/"), views.municipality, name="municipality"),
    path(pgettext_lazy("address", "provinces/"), list_views.provinces, name="provinces"),
    path(pgettext_lazy("address", "provinces/<slug:slug>/"), views.province, name="province"),
    path(
        pgettext_lazy("address", "life-domains/"),
        list_views.terms,
        {"kind": "life_domain"},
        name="life_domains",
    ),
    path(
        pgettext_lazy("address", "life-domains/<slug:slug>/"),
        views.term,
        {"kind": "life_domain"},
        name="life_domain",
    ),
    path(
        pgettext_lazy("address", "target-groups/"),
        list_views.terms,
        {"kind": "target_group"},
        name="target_groups",
    ),
    path(
        pgettext_lazy("address", "target-groups/<slug:slug>/"),
        views.term,
        {"kind": "target_group"},
        name="target_group",
    ),
    path(pgettext_lazy("address", "report-story/<int:pk>/"), report_views.report, name="report"),
    path(pgettext_lazy("address", "report-story/<int:pk>/sent/"), report_views.thanks, name="report_thanks"),
    path(pgettext_lazy("address", "partners/"), list_views.terms, {"kind": "partner"}, name="partners"),
    path(pgettext_lazy("address", "partners/<slug:slug>/"), views.term, {"kind": "partner"}, name="partner"),
]
