"""The thesaurus as editors keep it; what it means is in `search.thesaurus.model`."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from search.concept_form import ConceptForm


class ThesaurusConcept(index.Indexed, ClusterableModel):
    """One meaning, with all words for it in every language: hence not translated, a row is the concept."""

    class Vocabulary(models.TextChoices):
        """The vocabulary that a concept is a term of."""

        LIFE_DOMAIN = "life_domain", _("Life domain")
        LAW = "law", _("Law")
        RULE = "rule", _("Blocking rule")
        TARGET_GROUP = "target_group", _("Target group")
        PARTNER = "partner", _("Partner")

    slug = models.SlugField(
        _("lasting name"), max_length=80, unique=True, help_text=_("Part of the concept's address; keep it.")
    )
    name = models.CharField(_("preferred word, Dutch"), max_length=120)
    name_en = models.CharField(_("preferred word, English"), max_length=120)
    definition = models.TextField(_("meaning, Dutch"), blank=True)
    definition_en = models.TextField(_("meaning, English"), blank=True)
    sources = models.TextField(_("law and article"), blank=True, help_text=_("One a line."))
    vocabulary = models.CharField(_("vocabulary"), max_length=20, choices=Vocabulary.choices, blank=True)
    term = models.SlugField(
        _("term"), max_length=80, blank=True, help_text=_("Slug of the term in that vocabulary.")
    )
    in_use = models.BooleanField(
        _("search uses it"),
        default=True,
        help_text=_("Switch off instead of deleting: what came with the platform comes back."),
    )
    changed = models.DateTimeField(_("changed"), auto_now=True)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    search_fields = [
        index.AutocompleteField("name"),
        index.AutocompleteField("name_en"),
        index.RelatedFields("labels", [index.AutocompleteField("text")]),
        index.FilterField("vocabulary"),
        index.FilterField("in_use"),
    ]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        InlinePanel("labels", heading=_("Other words"), label=_("word")),
        InlinePanel("relations", heading=_("Relations"), label=_("relation")),
        MultiFieldPanel(
            [FieldPanel("definition"), FieldPanel("definition_en"), FieldPanel("sources")],
            heading=_("Meaning"),
        ),
        MultiFieldPanel(
            [FieldPanel("vocabulary"), FieldPanel("term"), FieldPanel("in_use"), FieldPanel("slug")],
            heading=_("Place"),
        ),
        HelpPanel(template="search/editors/try_panel.html", heading=_("Try this change")),
    ]
    base_form_class = ConceptForm

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["vocabulary", "term"],
                name="one_concept_per_term",
                condition=~models.Q(vocabulary=""),
                violation_error_message=_("Another concept is this term already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ThesaurusLabel(models.Model):
    """Another word for a concept."""

    class Kind(models.TextChoices):
        """What sort of word it is; it decides what the word weighs."""

        SYNONYM = "synonym", _("Synonym")
        ABBREVIATION = "abbreviation", _("Abbreviation")
        AMBIGUOUS = "ambiguous", _("Abbreviation with other meanings too")
        FORMER = "former", _("Former name")
        EVERYDAY = "everyday", _("Everyday word")
        MISSPELLING = "misspelling", _("Common misspelling")

    class Language(models.TextChoices):
        """Language of the word."""

        DUTCH = "nl", _("Dutch")
        ENGLISH = "en", _("English")

    concept = ParentalKey(ThesaurusConcept, on_delete=models.CASCADE, related_name="labels")
    text = models.CharField(_("word or phrase"), max_length=120)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices, default=Language.DUTCH)
    kind = models.CharField(_("sort"), max_length=12, choices=Kind.choices, default=Kind.SYNONYM)
    weight = models.FloatField(
        _("weight"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text=_("From 0 to 1. Leave it empty to let the sort of word decide."),
    )
    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("kind"), FieldPanel("weight")]),
    ]

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class ThesaurusRelation(models.Model):
    """That one concept is wider than another, or has to do with it; told on one side only."""

    class Kind(models.TextChoices):
        """What the other concept is to this one."""

        BROADER = "broader", _("wider concept")
        RELATED = "related", _("has to do with")

    concept = ParentalKey(ThesaurusConcept, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("sort"), max_length=8, choices=Kind.choices, default=Kind.BROADER)
    other = models.ForeignKey(
        ThesaurusConcept, on_delete=models.CASCADE, related_name="+", verbose_name=_("concept")
    )
    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("other")])]

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other}"
