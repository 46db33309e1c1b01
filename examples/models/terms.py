"""Vocabularies with one name a term: life domains, target groups, partners."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

SLUG_HELP = _("The end of its address, the same in all languages. A change breaks links from elsewhere.")
TERM_PANELS = [FieldPanel("name"), FieldPanel("slug", help_text=SLUG_HELP)]


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A named entry of a vocabulary, one row a language; the slug is the same in all languages."""

    slug = models.SlugField(_("slug"), max_length=80)
    name = models.CharField(_("name"), max_length=160)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    search_fields = [index.AutocompleteField("name"), index.SearchField("name"), index.FilterField("locale")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class LifeDomain(Term):
    """A part of somebody's life in which a problem shows."""

    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels = [
        *TERM_PANELS,
        FieldPanel("description", help_text=_("What falls under it, in a few words.")),
        FieldPanel("position", help_text=_("Its place in lists; the lowest number comes first.")),
    ]

    class Meta(Term.Meta):
        ordering = ["position", "name"]
        verbose_name = _("life domain")
        verbose_name_plural = _("life domains")
        unique_together = [("translation_key", "locale"), ("slug", "locale")]


class TargetGroup(Term):
    """The widest group of residents that still makes a story understandable."""

    class Cluster(models.TextChoices):
        """What brings the groups of a cluster together."""

        FAMILY = "gezin", _("Family")
        YOUTH = "jeugd", _("Youth")
        HEALTH = "gezondheid", _("Health")
        HOUSING = "wonen", _("Housing")
        MONEY = "geld", _("Money")
        RESIDENCE = "verblijf", _("Residence")
        SAFETY = "veiligheid", _("Safety")
        OTHER = "overig", _("Other")

    cluster = models.CharField(_("cluster"), max_length=20, choices=Cluster.choices)
    panels = [
        *TERM_PANELS,
        FieldPanel("cluster", help_text=_("Under which heading readers find the group.")),
    ]

    class Meta(Term.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")
        unique_together = [("translation_key", "locale"), ("slug", "locale")]


class Partner(Term):
    """A kind of organisation that takes part in a solution."""

    class Level(models.TextChoices):
        """Where the organisation works."""

        LOCAL = "lokaal", _("Local")
        REGIONAL = "regionaal", _("Regional")
        NATIONAL = "landelijk", _("National")

    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    panels = [
        *TERM_PANELS,
        FieldPanel("level", help_text=_("Where the organisation works. Readers find it under this heading.")),
    ]

    class Meta(Term.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        unique_together = [("translation_key", "locale"), ("slug", "locale")]
