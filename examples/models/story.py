"""The case story and the page that lists them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail.search import index

from accounts.models import User
from core.pages import SitePage
from examples.address import settle_address
from examples.checked_panel import checked
from examples.dependencies import story_lists
from examples.models.media import Picture, StoryDocument
from examples.models.places import Municipality
from examples.panels import STORY_PANELS
from examples.permissions import StoryPermissionTester
from examples.story_form import StoryForm

# The texts that readers see, in the order of the form.
TEXTS = (
    "title",
    "summary",
    "situation",
    "what_blocked",
    "solution",
    "legitimacy",
    "societal_return",
    "involvement",
    "cost_note",
    "avoided_cost_basis",
    "who_pays",
    "who_saves",
    "conditions",
    "steps",
    "pitfalls",
    "result",
    "follow_up",
    "structural_change",
    "caveat",
    "source",
)


def lines(text: str) -> list[str]:
    """The items of a list field: one a line, empty lines left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class ExampleIndexPage(SitePage):
    """Lists the stories; stories live below it."""

    is_cached = True
    max_count = 2
    parent_page_types = ["home.HomePage"]
    subpage_types = ["examples.ExamplePage"]

    class Meta:
        verbose_name = _("index of stories")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The cards of the page that the visitor asks for."""
        from examples.pages import index_context  # noqa: PLC0415 (presentation reads these models)

        return {**super().get_context(request, *args, **kwargs), **index_context(request, self)}


class ExamplePage(SitePage):
    """One structured story. Texts are plain: a blank line ends a paragraph; lists hold an item a line."""

    class Kind(models.TextChoices):
        """What the story tells of."""

        CASE = "casus", _("Case")
        SYSTEM_CHANGE = "systeemverandering", _("System change")
        WAY_OF_WORKING = "werkwijze", _("Way of working")

    class Outcome(models.TextChoices):
        """How far it came."""

        ONGOING = "lopend", _("Ongoing")
        ACHIEVED = "gerealiseerd", _("Achieved")
        FAILED = "mislukt", _("Failed")
        PROPOSAL = "voorstel", _("Proposal")

    class Order(models.IntegerChoices):
        """The three orders of learning."""

        CASE = 1, _("Learning from the case")
        ORGANISATION = 2, _("Learning in the organisation")
        SYSTEM = 3, _("Learning in the system")

    class Display(models.TextChoices):
        """What readers see of the place."""

        MUNICIPALITY = "gemeente", _("The municipality")
        PROVINCE = "provincie", _("Only the province")
        SIZE = "grootteklasse", _("Only the number of residents")

    summary = models.TextField(_("summary"), max_length=400)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.CASE)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    municipality = models.ForeignKey(
        Municipality,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stories",
        verbose_name=_("municipality"),
    )
    municipality_display = models.CharField(
        _("what readers see of the place"),
        max_length=15,
        choices=Display.choices,
        default=Display.MUNICIPALITY,
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome.choices, blank=True)
    learning_order = models.PositiveSmallIntegerField(
        _("order of learning"), choices=Order.choices, null=True, blank=True
    )

    situation = models.TextField(_("situation"))
    what_blocked = models.TextField(_("what blocked"))
    solution = models.TextField(_("solution"))
    legitimacy = models.TextField(_("legitimacy"), blank=True)
    societal_return = models.TextField(_("societal return"), blank=True)
    involvement = models.TextField(_("involvement"), blank=True)

    cost = models.PositiveIntegerField(_("cost of the solution"), null=True, blank=True)
    cost_note = models.TextField(_("note on the cost"), blank=True)
    avoided_cost_min = models.PositiveIntegerField(_("avoided cost, at least"), null=True, blank=True)
    avoided_cost_max = models.PositiveIntegerField(_("avoided cost, at most"), null=True, blank=True)
    avoided_cost_basis = models.TextField(_("what the range is based on"), blank=True)
    who_pays = models.TextField(_("who pays"), blank=True)
    who_saves = models.TextField(_("who saves"), blank=True)

    conditions = models.TextField(_("conditions"), blank=True)
    steps = models.TextField(_("steps to take"), blank=True)
    pitfalls = models.TextField(_("pitfalls"), blank=True)
    document = models.ForeignKey(
        StoryDocument,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("document"),
    )

    result = models.TextField(_("result"), blank=True)
    follow_up = models.TextField(_("follow-up"), blank=True)
    structural_change = models.TextField(_("what changed for good"), blank=True)

    caveat = models.TextField(_("still to be checked"), blank=True)
    source = models.TextField(_("source"), blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    contact = models.EmailField(_("role mailbox"), blank=True)
    consent = models.TextField(_("statement of anonymity and consent"), blank=True)
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)

    # Copied along by "copy page" too: who erases a story must know what came of it.
    origin = models.UUIDField(default=uuid4, editable=False, db_index=True)

    routed_with = ("municipality__province", "picture", "document")
    base_form_class = StoryForm
    is_cached = True
    content_panels = checked(STORY_PANELS, TEXTS)
    parent_page_types = ["examples.ExampleIndexPage"]
    subpage_types: list[str] = []
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("summary", boost=3),
        index.SearchField("situation"),
        index.SearchField("what_blocked"),
        index.SearchField("solution"),
        index.FilterField("kind"),
        index.FilterField("outcome"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        permissions = [
            ("unpublish_examplepage", "Can unpublish stories"),
            ("erase_examplepage", "Can erase stories for good"),
        ]

    def list_facts(self) -> dict[str, Any]:
        """The lists of stories that show this one; no menu does."""
        return story_lists(self)

    def clean(self) -> None:
        """Refuse a range of avoided cost that runs the wrong way, and a year outside reach."""
        super().clean()
        low, high = self.avoided_cost_min, self.avoided_cost_max
        errors = {}
        if low is not None and high is not None and low > high:
            errors["avoided_cost_max"] = _("Give an amount that is not lower than the least avoided cost.")
        if self.year is not None and not 1980 <= self.year <= 2100:  # noqa: PLR2004
            errors["year"] = _("Give the year in four figures, for example 2024.")
        if errors:
            raise ValidationError(errors)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish or schedule a version, if the story may be on the site and no warning is open."""
        from examples.publication import may_go_live  # noqa: PLC0415 (reads these models)

        if may_go_live(revision):
            settle_address(self, revision)
            super().publish(revision, *args, **kwargs)

    def permissions_for_user(self, user: User) -> StoryPermissionTester:
        """What the user may do with the story."""
        return StoryPermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The story as its readers see it; the editor's preview comes here too."""
        from examples.pages import story_context  # noqa: PLC0415 (presentation reads these models)

        return {**super().get_context(request, *args, **kwargs), **story_context(request, self)}
