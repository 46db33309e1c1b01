"""The editor's form of a story, grouped as the story is built up."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    TitleFieldPanel,
)

STORY_PANELS = [
    MultiFieldPanel(
        [
            TitleFieldPanel(
                "title", help_text=_("Say what was solved, in at most ten words. Name no resident.")
            ),
            FieldPanel("summary", help_text=_("Two or three plain sentences: what blocked, what was done.")),
            FieldPanel(
                "kind",
                help_text=_(
                    "A case is about one household. A way of working or a change of the system is about "
                    "how organisations work."
                ),
            ),
            FieldPanel("picture", help_text=_("No people. Without a picture the site draws a pattern.")),
            FieldPanel("municipality", help_text=_("Leave this empty if the source names no municipality.")),
            FieldPanel(
                "municipality_display",
                help_text=_(
                    "The advice follows the number of residents and the rare traits in the texts. You may "
                    "show less than advised."
                ),
            ),
            FieldPanel("year", help_text=_("The year in which the solution was found, in four figures.")),
            FieldPanel(
                "outcome", help_text=_("How far it came. Leave this empty if the source does not say.")
            ),
            FieldPanel(
                "learning_order",
                help_text=_("Who learned from it: one professional, the organisation, or all of them?"),
            ),
        ],
        heading=_("What it is"),
    ),
    MultiFieldPanel(
        [
            MultipleChooserPanel(
                "story_life_domains",
                chooser_field_name="term",
                label=_("life domain"),
                help_text=_("A case needs at least one before you send it in."),
            ),
            InlinePanel(
                "story_rules",
                label=_("rule that blocked"),
                help_text=_(
                    "Choose the rule, then write how it blocked and which room was used. A case needs at "
                    "least one."
                ),
            ),
            MultipleChooserPanel(
                "story_target_groups",
                chooser_field_name="term",
                label=_("target group"),
                help_text=_("Choose the widest group that still makes the story understandable."),
            ),
            MultipleChooserPanel(
                "story_partners",
                chooser_field_name="term",
                label=_("partner"),
                help_text=_("Who worked on the solution? Kinds of organisations, no names of people."),
            ),
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
        help_text=_("Plain text. An empty line starts a new paragraph."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("legitimacy", help_text=_("Why was it lawful and fair?")),
            FieldPanel("societal_return", help_text=_("What does it save, and for whom?")),
            FieldPanel("involvement", help_text=_("What does the resident want and do?")),
        ],
        heading=_("The argument"),
        help_text=_("With this a colleague elsewhere can defend the same solution."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("cost", help_text=_("In euros.")),
            FieldPanel("cost_note", help_text=_("For example: once, a month, or an estimate.")),
            FieldPanel("avoided_cost_min", help_text=_("In euros. The lowest amount that is likely.")),
            FieldPanel("avoided_cost_max", help_text=_("In euros. The highest amount that is likely.")),
            FieldPanel(
                "avoided_cost_basis", help_text=_("Where do these amounts come from? Name the source.")
            ),
            FieldPanel("who_pays", help_text=_("Which organisation paid for the solution?")),
            FieldPanel("who_saves", help_text=_("Which organisation spends less because of it?")),
        ],
        heading=_("Money"),
        help_text=_("Only amounts from the source. Leave a field empty if the source says nothing."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("conditions", help_text=_("What must be in place first? One item a line.")),
            FieldPanel("steps", help_text=_("What do you do, in which order? One item a line.")),
            FieldPanel("pitfalls", help_text=_("What often goes wrong? One item a line.")),
            FieldPanel("document", help_text=_("A form or decision that others can use, without names.")),
        ],
        heading=_("Doing it too"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("result", help_text=_("What is better now for the resident?")),
            FieldPanel("follow_up", help_text=_("What happened afterwards?")),
            FieldPanel(
                "structural_change",
                help_text=_("Which agreement or rule has changed, so that it blocks no longer?"),
            ),
        ],
        heading=_("After"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("caveat", help_text=_("Readers see this as: still to be checked.")),
            FieldPanel("source", help_text=_("Title, publisher and year of what the story is based on.")),
            FieldPanel("source_url", help_text=_("Where readers find the source, if it is on the web.")),
            FieldPanel("contact", help_text=_("A mailbox of a team, never of a person.")),
            FieldPanel(
                "consent",
                help_text=_(
                    "How do you know that no resident can be recognised? Or: how did they agree? "
                    "Readers do not see this."
                ),
            ),
            FieldPanel("checked_by", help_text=_("Your role or organisation. Readers do not see this.")),
            FieldPanel(
                "reviewed_on",
                help_text=_("The day on which somebody last read it all. After a year it is due again."),
            ),
        ],
        heading=_("Administration"),
    ),
]
