"""Provinces and municipalities; rows are never deleted, a lapsed one points to its successors."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from examples.models.terms import SLUG_HELP


class Place(models.Model):
    """A place with a name of its own in English where it has one."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the language of the moment."""
        return (self.name_en if get_language() == "en" else "") or self.name


class Province(Place):
    """One of the twelve provinces."""

    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("slug")]

    class Meta(Place.Meta):
        verbose_name = _("province")
        verbose_name_plural = _("provinces")


class Municipality(index.Indexed, Place):
    """A municipality, of today or lapsed."""

    class PopulationClass(models.TextChoices):
        """Number of residents, in thousands."""

        UNDER_20 = "lt20k", _("fewer than 20,000 residents")
        UNDER_50 = "20k-50k", _("20,000 to 50,000 residents")
        UNDER_100 = "50k-100k", _("50,000 to 100,000 residents")
        UNDER_250 = "100k-250k", _("100,000 to 250,000 residents")
        OVER_250 = "gt250k", _("more than 250,000 residents")

    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, related_name="municipalities", verbose_name=_("province")
    )
    tooi_uri = models.URLField(_("TOOI address"))
    seat = models.CharField(_("seat"), max_length=120, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees, WGS 84."))
    lon = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees, WGS 84."))
    population_class = models.CharField(
        _("number of residents"), max_length=12, choices=PopulationClass.choices, blank=True
    )
    population_certainty = models.CharField(max_length=12, blank=True)
    valid_from = models.DateField(_("exists since"), null=True, blank=True)
    valid_until = models.DateField(_("lapsed on"), null=True, blank=True)
    successors = models.ManyToManyField(
        "self", symmetrical=False, related_name="predecessors", blank=True, verbose_name=_("successors")
    )
    note = models.TextField(_("note"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("name_en", help_text=_("Only where English has a name of its own, such as The Hague.")),
        FieldPanel("slug", help_text=SLUG_HELP),
        FieldPanel("province"),
        FieldPanel("seat"),
        FieldPanel("lat"),
        FieldPanel("lon"),
        FieldPanel("population_class"),
        FieldPanel("valid_from"),
        FieldPanel(
            "valid_until",
            help_text=_("After a merger: the day on which it ended. Then choose its successors too."),
        ),
        FieldPanel("successors"),
        FieldPanel("note", help_text=_("For editors. Readers do not see this.")),
    ]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta(Place.Meta):
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    def with_predecessors(self) -> list[Self]:
        """This municipality and all that went up in it, however long ago."""
        found: dict[int, Self] = {}
        wave = [self]
        while wave:
            found.update({one.pk: one for one in wave})
            wave = [
                one
                for one in type(self).objects.filter(successors__in=[each.pk for each in wave])
                if one.pk not in found
            ]
        return list(found.values())
