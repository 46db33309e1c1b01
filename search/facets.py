"""The facets: one frozen declaration each, from which filter, count, label and order derive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _


class ValueOrder(Enum):
    """How the values of a facet are listed."""

    MOST_FIRST = "most"  # by number of stories, then by label
    DECLARED = "declared"  # as the vocabulary lists them
    LABEL = "label"


@dataclass(frozen=True)
class Facet:
    """One way to narrow results down.

    Attributes:
        name: Its name in the index and in `SearchParams.selected`.
        key: Its Dutch name in an address.
        label: Its name for readers.
        order: How its values are listed.
    """

    name: str
    key: str
    label: Any
    order: ValueOrder = ValueOrder.MOST_FIRST


# The order is the order on the page.
FACETS = (
    Facet("life_domain", "leefgebied", _("Life domain"), ValueOrder.DECLARED),
    Facet("rule", "regel", _("Blocking rule")),
    Facet("law", "wet", _("Law")),
    Facet("target_group", "doelgroep", _("Target group")),
    Facet("partner", "partner", _("Partner")),
    Facet("province", "provincie", _("Province"), ValueOrder.LABEL),
    Facet("municipality", "gemeente", _("Municipality")),
    Facet("learning_order", "orde", _("Order of learning"), ValueOrder.DECLARED),
    Facet("outcome", "uitkomst", _("Outcome"), ValueOrder.DECLARED),
    Facet("language", "taal", _("Language"), ValueOrder.DECLARED),
)
BY_NAME = {facet.name: facet for facet in FACETS}
