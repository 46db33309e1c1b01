"""The vocabularies in Wagtail's admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from examples.models import BlockingRule, Law, LifeDomain, Municipality, Partner, TargetGroup

LANGUAGE = LocaleColumn(label=_("Language"))


class BlockingRuleViewSet(SnippetViewSet):
    """Rules, filtered by what must still be checked."""

    model = BlockingRule
    icon = "warning"
    list_display = ["name", LANGUAGE, "kind", "level", "certainty", "as_of"]
    list_filter = ["kind", "level", "certainty"]
    ordering = ["name"]


class LawViewSet(SnippetViewSet):
    """Laws."""

    model = Law
    icon = "doc-full"
    list_display = ["name", LANGUAGE, "abbreviation", "bwb_id", "certainty"]
    list_filter = ["certainty"]


class LifeDomainViewSet(SnippetViewSet):
    """Life domains."""

    model = LifeDomain
    icon = "tag"
    list_display = ["name", LANGUAGE, "position"]


class TargetGroupViewSet(SnippetViewSet):
    """Target groups."""

    model = TargetGroup
    icon = "group"
    list_display = ["name", LANGUAGE, "cluster"]
    list_filter = ["cluster"]


class PartnerViewSet(SnippetViewSet):
    """Partners."""

    model = Partner
    icon = "link"
    list_display = ["name", LANGUAGE, "level"]
    list_filter = ["level"]


class MunicipalityViewSet(SnippetViewSet):
    """Municipalities, of today and lapsed."""

    model = Municipality
    icon = "site"
    list_display = ["name", "code", "province", "population_class", "valid_until"]
    list_filter = ["province", "population_class"]


class VocabularyGroup(SnippetViewSetGroup):
    """All vocabularies under one entry of the menu."""

    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 200
    items = (
        BlockingRuleViewSet,
        LawViewSet,
        LifeDomainViewSet,
        TargetGroupViewSet,
        PartnerViewSet,
        MunicipalityViewSet,
    )
