"""What a story is tagged with; each row belongs to the story in one language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from examples.models.rules import BlockingRule
from examples.models.terms import LifeDomain, Partner, TargetGroup

PAGE = "examples.ExamplePage"


class ExampleLifeDomain(TranslatableMixin, Orderable):
    """A life domain of a story."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="story_life_domains")
    term = models.ForeignKey(
        LifeDomain, on_delete=models.PROTECT, related_name="story_tags", verbose_name=_("life domain")
    )
    panels = [FieldPanel("term")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("life domain of a story")
        verbose_name_plural = _("life domains of stories")

    def __str__(self) -> str:
        return str(self.term)


class ExampleTargetGroup(TranslatableMixin, Orderable):
    """A target group of a story."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="story_target_groups")
    term = models.ForeignKey(
        TargetGroup, on_delete=models.PROTECT, related_name="story_tags", verbose_name=_("target group")
    )
    panels = [FieldPanel("term")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("target group of a story")
        verbose_name_plural = _("target groups of stories")

    def __str__(self) -> str:
        return str(self.term)


class ExamplePartner(TranslatableMixin, Orderable):
    """A partner in a story."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="story_partners")
    term = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="story_tags", verbose_name=_("partner")
    )
    panels = [FieldPanel("term")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("partner in a story")
        verbose_name_plural = _("partners in stories")

    def __str__(self) -> str:
        return str(self.term)


class ExampleRule(TranslatableMixin, Orderable):
    """A rule that blocked in a story, and the room that was used."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="story_rules")
    term = models.ForeignKey(
        BlockingRule, on_delete=models.PROTECT, related_name="story_tags", verbose_name=_("rule")
    )
    how_blocked = models.TextField(_("how it blocked"), blank=True)
    room_used = models.TextField(_("room that was used"), blank=True)
    panels = [FieldPanel("term"), FieldPanel("how_blocked"), FieldPanel("room_used")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("rule in a story")
        verbose_name_plural = _("rules in stories")

    def __str__(self) -> str:
        return str(self.term)
