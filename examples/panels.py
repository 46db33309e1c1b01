"""The editor's form of a story, grouped as the story is built up."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel

ONE_A_LINE = _("One item a line.")

STORY_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("title"),
            FieldPanel("summary", help_text=_("Two or three plain sentences: what blocked, what was done.")),
            FieldPanel("kind"),
            FieldPanel("picture", help_text=_("No people. Without a picture the site draws a pattern.")),
            FieldPanel("municipality"),
            FieldPanel(
                "municipality_display",
                help_text=_("Hide a small municipality if a resident could be recognised."),
            ),
            FieldPanel("year"),
            FieldPanel("outcome"),
            FieldPanel("learning_order"),
        ],
        heading=_("What it is"),
    ),
    MultiFieldPanel(
        [
            MultipleChooserPanel("story_life_domains", chooser_field_name="term", label=_("life domain")),
            InlinePanel("story_rules", label=_("rule that blocked")),
            MultipleChooserPanel(
                "story_target_groups",
                chooser_field_name="term",
                label=_("target group"),
                help_text=_("Choose the widest group that still makes the story understandable."),
            ),
            MultipleChooserPanel("story_partners", chooser_field_name="term", label=_("partner")),
        ],
        heading=_("Tags"),
    ),
    MultiFieldPanel(
        [
            FieldPanel(
                "situation", help_text=_("What was going on? Leave out what could identify a resident.")
            ),
            FieldPanel("what_blocked", help_text=_("On what did the ordinary way run aground?")),
            FieldPanel("solution", help_text=_("What was done instead?")),
        ],
        heading=_("The story"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("legitimacy", help_text=_("Why was it lawful and fair?")),
            FieldPanel("societal_return", help_text=_("What does it save, and for whom?")),
            FieldPanel("involvement", help_text=_("What does the resident want and do?")),
        ],
        heading=_("The argument"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("cost", help_text=_("In euros.")),
            *[
                FieldPanel(name)
                for name in (
                    "cost_note",
                    "avoided_cost_min",
                    "avoided_cost_max",
                    "avoided_cost_basis",
                    "who_pays",
                    "who_saves",
                )
            ],
        ],
        heading=_("Money"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("conditions", help_text=ONE_A_LINE),
            FieldPanel("steps", help_text=ONE_A_LINE),
            FieldPanel("pitfalls", help_text=ONE_A_LINE),
            FieldPanel("document"),
        ],
        heading=_("Doing it too"),
    ),
    MultiFieldPanel(
        [FieldPanel("result"), FieldPanel("follow_up"), FieldPanel("structural_change")], heading=_("After")
    ),
    MultiFieldPanel(
        [
            FieldPanel("caveat", help_text=_("Readers see this as: still to be checked.")),
            FieldPanel("source"),
            FieldPanel("source_url"),
            FieldPanel("contact", help_text=_("A mailbox of a team, never of a person.")),
            FieldPanel("consent"),
            FieldPanel("checked_by"),
            FieldPanel("reviewed_on"),
        ],
        heading=_("Administration"),
    ),
]
