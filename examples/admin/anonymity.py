"""The privacy check of a story in Wagtail's admin: warnings, neutral words, decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from accounts.models import User
from examples import anonymity, recognisability
from examples.anonymity import Warning
from examples.models import ExamplePage
from examples.takedown.offline import withdrawal_of

STORIES_A_PAGE = 100  # each is read anew: some seconds a page
LONGEST_REASON = 300


def check(request: HttpRequest, page_id: int) -> HttpResponse:
    """The warnings in the newest version of a story, and what is decided about each."""
    page, user = get_object_or_404(ExamplePage, pk=page_id), cast(User, request.user)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    version = anonymity.latest(page)
    warnings = anonymity.open_warnings(version)
    if request.method == "POST":
        _decide(request, version, warnings)
        return redirect("story_anonymity", page_id)
    hints = [each for each in anonymity.all_findings(version) if not each.finding.is_warning]
    context = {
        "page": page,
        "warnings": warnings,
        "hints": hints,
        "decisions": _decisions(version),
        **_place(version),
    }
    return TemplateResponse(request, "examples/admin/anonymity.html", context)


def _decisions(version: ExamplePage) -> list[dict[str, Any]]:
    """What was decided, with fields and kinds as editors know them; a field may be gone meanwhile."""
    labels = {text.field: text.label for text in anonymity.texts_of(version)}
    labels["municipality"] = str(version._meta.get_field("municipality").verbose_name)
    return [
        {
            "decision": decision,
            "label": labels.get(decision.field, decision.field),
            "kind": anonymity.KINDS.get(decision.kind, decision.kind),
        }
        for decision in version.anonymity_decisions.select_related("decided_by")
    ]


def _place(version: ExamplePage) -> dict[str, Any]:
    """How easily the place gives a resident away, for the checker."""
    traits = recognisability.rare_traits(text.value for text in anonymity.texts_of(version))
    advised = recognisability.advised_display(version.municipality, traits)
    return {
        "version": version,
        "traits": traits,
        "advice": advised.label if advised != version.municipality_display else "",
        "same": recognisability.with_the_same(version),
    }


def _decide(request: HttpRequest, version: ExamplePage, warnings: list[Warning]) -> None:
    user = cast(User, request.user)
    chosen = next((each for each in warnings if each.key == request.POST.get("warning")), None)
    why = request.POST.get("why", "").strip()[:LONGEST_REASON]
    if chosen is None:
        messages.error(request, _("The text changed meanwhile. Look at the warnings again."))
    elif request.POST.get("do") == "neutral":
        if version.permissions_for_user(user).page_locked():
            raise PermissionDenied
        anonymity.use_neutral_words(version, chosen, user)
        messages.success(request, _("The neutral words are in the draft."))
    elif why:
        anonymity.keep(version, chosen, user, why)
        messages.success(request, _("The words may stay. It is logged that you decided so."))
    else:
        messages.error(request, _("Write why the words may stay."))


def report(request: HttpRequest) -> HttpResponse:
    """The live stories with an open warning, out of a page of all live stories at a time."""
    stories = ExamplePage.objects.live().select_related("locale", "picture", "document")
    shown = Paginator(stories.order_by("title", "pk"), STORIES_A_PAGE).get_page(request.GET.get("p"))
    counts = ((page, Counter(each.kind for each in anonymity.open_warnings(page))) for page in shown)
    rows = [{"page": page, "kinds": kinds.items()} for page, kinds in counts if kinds]
    return TemplateResponse(request, "examples/admin/anonymity_report.html", {"rows": rows, "shown": shown})


@hooks.register("register_admin_urls")
def anonymity_urls() -> list[URLPattern]:
    """Addresses of the check and the report."""
    return [
        path("stories/<int:page_id>/privacy/", check, name="story_anonymity"),
        path("reports/privacy/", report, name="anonymity_report"),
    ]


@hooks.register("register_page_header_buttons")
def check_button(page: Page, user: User, next_url: str | None = None, **kwargs: Any) -> Iterator[Button]:
    """The way from a story to its check, also when no warning is open."""
    if issubclass(page.specific_class or Page, ExamplePage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Privacy check"), reverse("story_anonymity", args=[page.pk]), icon_name="warning")


@hooks.register("register_reports_menu_item")
def anonymity_report_menu_item() -> MenuItem:
    """The report in the menu."""
    label = gettext_lazy("Privacy warnings")
    return MenuItem(label, reverse("anonymity_report"), icon_name="warning", order=110)


@hooks.register("register_log_actions")
def anonymity_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a story shows of decisions; never the words."""
    actions.register_action("examples.keep_words", _("Privacy warning decided"), _("Words may stay"))
    actions.register_action("examples.neutral_words", _("Neutral words taken"), _("Neutral words taken"))


@hooks.register("before_publish_page")
def decide_before_publication(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A story goes live only when somebody decided about each warning; the draft is kept."""
    story = page.specific
    if not isinstance(story, ExamplePage):
        return None
    version = anonymity.latest(story)
    if withdrawal_of(story.translation_key):
        messages.error(request, _("Not published: this story was taken off the site. Put it back first."))
        return redirect("story_takedown", page.pk)
    if not anonymity.open_warnings(version):
        return None
    messages.error(request, _("Not published yet: first decide about each privacy warning."))
    return redirect("story_anonymity", page.pk)


@hooks.register("before_edit_page")
def show_warnings(request: HttpRequest, page: Page) -> None:
    """Tell an editor who opens a story how many warnings wait, with the way to them."""
    story = page.specific
    if request.method != "GET" or not isinstance(story, ExamplePage):
        return
    count = len(anonymity.open_warnings(anonymity.latest(story)))
    if count:
        text = ngettext("%(count)d privacy warning is open.", "%(count)d privacy warnings are open.", count)
        button = messages.button(reverse("story_anonymity", args=[page.pk]), _("Decide"))
        messages.warning(request, text % {"count": count}, buttons=[button])
