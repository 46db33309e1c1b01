"""Home page and information pages."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin

from core.pages import SitePage
from examples.choosers import StoryChooser

MOST_FEATURED = 3
# A table of contents helps from this number of headings on.
ENOUGH_HEADINGS = 3
RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]


class StepBlock(blocks.StructBlock):
    """A step: what to do, and how."""

    title = blocks.CharBlock(label=_("Step"))
    text = blocks.TextBlock(label=_("Explanation"), required=False)


class NoteBlock(blocks.StructBlock):
    """Something that must stand out."""

    title = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        template = "home/blocks/note.html"


class HomePage(SitePage):
    """The front page of a language."""

    intro = models.CharField(_("purpose in one sentence"), max_length=200)
    pattern_title = models.CharField(_("heading of the signals"), max_length=120, blank=True)
    pattern_text = models.TextField(_("text of the signals"), blank=True)
    search_label = models.CharField(_("label of the search field"), max_length=120, blank=True)
    audience = StreamField(
        [
            (
                "entry",
                blocks.StructBlock(
                    [
                        ("title", blocks.CharBlock(label=_("Heading"))),
                        ("text", blocks.TextBlock(label=_("Text"))),
                        ("link", blocks.CharBlock(label=_("Address"))),
                    ],
                    label=_("Entry"),
                ),
            )
        ],
        verbose_name=_("what brings you here"),
        blank=True,
    )

    is_cached = True
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("search_label"),
        InlinePanel(
            "featured", label=_("featured story"), heading=_("Featured stories"), max_num=MOST_FEATURED
        ),
        FieldPanel("pattern_title"),
        FieldPanel("pattern_text"),
        FieldPanel("audience"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.InformationPage", "examples.ExampleIndexPage"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The entries, stories and figures of the front page."""
        from home.selectors import home_context  # noqa: PLC0415 (reads these models)

        return {**super().get_context(request, *args, **kwargs), **home_context(self)}


class FeaturedStory(TranslatableMixin, Orderable):
    """A story that editors put on the front page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
    story = models.ForeignKey(
        "examples.ExamplePage", on_delete=models.CASCADE, related_name="+", verbose_name=_("story")
    )
    panels = [FieldPanel("story", widget=StoryChooser)]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("featured story")
        verbose_name_plural = _("featured stories")

    def __str__(self) -> str:
        return str(self.story)


class InformationPage(SitePage):
    """A page of text."""

    key = models.SlugField(_("key"), blank=True, help_text=_("Ties the page to the menu."))
    menu_title = models.CharField(_("title in the menu"), max_length=60, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(
        [
            ("heading", blocks.CharBlock(label=_("Heading"), template="home/blocks/heading.html")),
            (
                "paragraph",
                blocks.RichTextBlock(
                    label=_("Text"), features=RICH_TEXT, template="home/blocks/paragraph.html"
                ),
            ),
            ("steps", blocks.ListBlock(StepBlock(), label=_("Steps"), template="home/blocks/steps.html")),
            ("note", NoteBlock(label=_("Note"))),
        ],
        verbose_name=_("text"),
        blank=True,
    )

    is_cached = True
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("menu_title"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("information page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The way back and, on a page of some length, what is on it."""
        headings = [str(block.value) for block in self.body if block.block_type == "heading"]
        contents = [{"id": slugify(heading), "label": heading} for heading in headings]
        return {
            **super().get_context(request, *args, **kwargs),
            "table_of_contents": contents if len(contents) >= ENOUGH_HEADINGS else [],
            "breadcrumbs": [
                {"label": _("Home"), "url": f"/{self.locale.language_code}/"},
                {"label": self.title, "url": ""},
            ],
        }
