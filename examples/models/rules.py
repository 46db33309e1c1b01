"""Laws and the rules that block."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin

from examples.models.terms import TERM_PANELS, LifeDomain, Term


class Certainty(models.TextChoices):
    """How sure we are of what we say of a rule."""

    VERIFIED = "verified", _("Checked against the law or an authoritative source")
    SOURCE = "source", _("Only in the source of a story")
    MEMORY = "memory", _("From general knowledge, not looked up")
    UNCERTAIN = "uncertain", _("A lawyer must still check this")


class Law(Term):
    """A law, decree or regulation."""

    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    description = models.TextField(_("description"), blank=True)
    bwb_id = models.CharField(
        _("BWB number"), max_length=20, blank=True, help_text=_("Number in the national register of laws.")
    )
    certainty = models.CharField(_("certainty"), max_length=12, choices=Certainty.choices)
    panels = [
        *TERM_PANELS,
        FieldPanel("abbreviation"),
        FieldPanel("description", help_text=_("One plain sentence: what the law is about.")),
        FieldPanel("bwb_id"),
        FieldPanel("certainty"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("law")
        verbose_name_plural = _("laws")
        unique_together = [("translation_key", "locale"), ("slug", "locale")]


class BlockingRule(ClusterableModel, Term):
    """A rule on which solutions run aground, with the room it leaves."""

    class Kind(models.TextChoices):
        """What sort of rule it is."""

        LAW = "wet", _("Law")
        POLICY = "beleid", _("Policy")
        CONTRACT = "contract", _("Contract")
        PRACTICE = "praktijk", _("Practice")

    class Level(models.TextChoices):
        """Who can change the rule."""

        NATIONAL = "rijk", _("National government")
        MUNICIPAL = "gemeente", _("Municipality")
        AGENCY = "uitvoerder", _("Executive agency")
        CHAIN = "keten", _("Several organisations together")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    level = models.CharField(_("who can change it"), max_length=12, choices=Level.choices)
    description = models.TextField(_("what the rule says"))
    room = models.TextField(_("room in the rule"), blank=True)
    to_check = models.TextField(
        _("still to be checked"), blank=True, help_text=_("Readers see this as: still to be checked.")
    )
    certainty = models.CharField(_("certainty"), max_length=12, choices=Certainty.choices)
    source = models.CharField(_("source"), max_length=250, blank=True)
    as_of = models.DateField(_("as of"), help_text=_("The day on which this was right."))
    lapsed_on = models.DateField(_("lapsed on"), null=True, blank=True)

    panels = [
        *TERM_PANELS,
        InlinePanel("rule_laws", label=_("law")),
        InlinePanel("rule_life_domains", label=_("life domain")),
        FieldPanel("kind"),
        FieldPanel("level"),
        FieldPanel("description", help_text=_("One or two plain sentences: what it says, and for whom.")),
        FieldPanel(
            "room", help_text=_("What the rule already allows, with the article. Readers see this first.")
        ),
        FieldPanel("to_check"),
        FieldPanel("certainty"),
        FieldPanel("source", help_text=_("Where a colleague can read this: a law, a judgment, a guide.")),
        FieldPanel("as_of"),
        FieldPanel("lapsed_on", help_text=_("Leave this empty for as long as the rule applies.")),
    ]

    class Meta(Term.Meta):
        verbose_name = _("blocking rule")
        verbose_name_plural = _("blocking rules")
        unique_together = [("translation_key", "locale"), ("slug", "locale")]

    @property
    def is_certain(self) -> bool:
        """Whether what we say of the rule was checked and nothing is left to check."""
        return self.certainty == Certainty.VERIFIED and not self.to_check


class RuleLaw(TranslatableMixin, Orderable):
    """An article on which a rule rests."""

    rule = ParentalKey(BlockingRule, on_delete=models.CASCADE, related_name="rule_laws")
    law = models.ForeignKey(Law, on_delete=models.PROTECT, related_name="rule_laws", verbose_name=_("law"))
    article = models.CharField(_("article"), max_length=80, blank=True)

    panels = [FieldPanel("law"), FieldPanel("article")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("article of a rule")
        verbose_name_plural = _("articles of rules")

    def __str__(self) -> str:
        return f"{self.law}, {self.article}" if self.article else str(self.law)


class RuleLifeDomain(TranslatableMixin, Orderable):
    """A life domain in which a rule bites."""

    rule = ParentalKey(BlockingRule, on_delete=models.CASCADE, related_name="rule_life_domains")
    life_domain = models.ForeignKey(
        LifeDomain,
        on_delete=models.CASCADE,
        related_name="rule_life_domains",
        verbose_name=_("life domain"),
    )

    panels = [FieldPanel("life_domain")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("life domain of a rule")
        verbose_name_plural = _("life domains of rules")

    def __str__(self) -> str:
        return str(self.life_domain)
