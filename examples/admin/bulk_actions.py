"""What can be done with many stories at once: tag them, and take them off the site."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from examples.admin.stories import StoryFilterSet
from examples.models import BlockingRule, ExamplePage, LifeDomain, Partner, TargetGroup
from examples.tagging import Change, tag_stories, undo

UNDO = "undo_tags"
UNDO_KEPT = 5
FIELDS = {
    "life_domain": ("story_life_domains", LifeDomain, gettext_lazy("Life domain")),
    "rule": ("story_rules", BlockingRule, gettext_lazy("Rule")),
    "target_group": ("story_target_groups", TargetGroup, gettext_lazy("Target group")),
    "partner": ("story_partners", Partner, gettext_lazy("Partner")),
}


class TagForm(forms.Form):
    """Which tag, and whether to add it or to take it off."""

    what = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=[("add", gettext_lazy("Add")), ("remove", gettext_lazy("Take off"))],
        widget=forms.RadioSelect,
        initial="add",
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (_relation, model, label) in FIELDS.items():
            terms = model.objects.filter(locale__language_code=get_language())
            self.fields[name] = forms.ModelChoiceField(label=label, queryset=terms, required=False)

    def clean(self) -> dict[str, Any]:
        """Want at least one tag."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.terms():
            raise forms.ValidationError(_("Choose at least one tag."))
        return cleaned

    def terms(self) -> dict[str, Any]:
        """The chosen terms by relation."""
        chosen = {FIELDS[name][0]: self.cleaned_data.get(name) for name in FIELDS}
        return {relation: term for relation, term in chosen.items() if term}


class OfTheListing:
    """Takes “all in the listing” as the list shows it: with its filters."""

    request: HttpRequest
    next_url: str
    model: Any

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> Any:
        """Numbers of the pages that the list shows."""
        if parent_id is not None:
            return super().get_all_objects_in_listing_query(parent_id)  # type: ignore[misc]
        chosen = QueryDict(urlsplit(self.next_url).query)
        filters = StoryFilterSet(chosen, ExamplePage.objects.all(), request=self.request)
        stories = filters.qs
        if words := chosen.get("q"):
            found = stories.autocomplete(words).get_queryset()
            stories = stories.filter(pk__in=found.values("pk"))
        return stories.values_list("pk", flat=True)


class TagStories(OfTheListing, PageBulkAction):
    """Add a tag to stories, or take it off: choose, confirm, and undo if it was wrong."""

    display_name = gettext_lazy("Tags")
    action_type = "tag_stories"
    aria_label = gettext_lazy("Add or take off tags of the selected stories")
    template_name = "examples/admin/tag_stories.html"
    confirm_template_name = "examples/admin/tag_stories_confirm.html"
    action_priority = 35
    form_class = TagForm

    def check_perm(self, page: Page) -> bool:
        """Only stories that the user may change now."""
        if not issubclass(page.specific_class or Page, ExamplePage):
            return False
        permissions = page.permissions_for_user(self.request.user)
        return bool(permissions.can_edit() and not permissions.page_locked())

    def prepare_action(self, objects: list[Page], objects_without_access: Any) -> HttpResponse | None:
        """Ask for confirmation first."""
        form: Any = self.cleaned_form
        if form.cleaned_data["confirmed"]:
            return None
        data = form.data.copy()
        data["confirmed"] = "on"
        context = {
            **self.get_context_data(form=form),
            "hidden": [(name, data.get(name, "")) for name in ("what", "confirmed", *FIELDS)],
            "adds": form.cleaned_data["what"] == "add",
            "terms": [(FIELDS[name][2], form.cleaned_data[name]) for name in FIELDS],
        }
        return TemplateResponse(self.request, self.confirm_template_name, context)

    def get_execution_context(self) -> dict[str, Any]:
        """What `execute_action` needs."""
        form: Any = self.cleaned_form
        self.changes: list[Change] = []
        return {
            **super().get_execution_context(),
            "terms": form.terms(),
            "add": form.cleaned_data["what"] == "add",
            "changes": self.changes,
        }

    @classmethod
    def execute_action(cls, objects: list[Page], **kwargs: Any) -> tuple[int, int]:
        """Tag; the changes are handed back in the list `changes`."""
        stories = [page.specific for page in objects]
        kwargs["changes"] += tag_stories(stories, kwargs["terms"], kwargs["add"], kwargs["user"])
        return len({change.page for change in kwargs["changes"]}), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many stories were changed, what readers see of it, and a way back."""
        if not num_parent_objects:
            return _("Nothing to do: the stories were like this already.")
        text = ngettext(
            "%(count)d story has been changed.", "%(count)d stories have been changed.", num_parent_objects
        ) % {"count": num_parent_objects}
        drafts = len({change.page for change in self.changes if not change.published})
        if drafts:
            text += " " + ngettext(
                "%(count)d of them is a draft: send it in for the checks.",
                "%(count)d of them are drafts: send them in for the checks.",
                drafts,
            ) % {"count": drafts}
        token = remember(self.request, self.changes)
        return str(messages.render(text, [messages.button(reverse("undo_tags", args=[token]), _("Undo"))]))


class UnpublishPages(OfTheListing, UnpublishBulkAction):
    """Wagtail's own action, with the filters of the list."""


def remember(request: HttpRequest, changes: list[Change]) -> str:
    """Keep what was done in the session, the last few times; the name under which it is kept."""
    token = uuid4().hex
    kept = {**request.session.get(UNDO, {}), token: [change.plain() for change in changes]}
    request.session[UNDO] = dict(list(kept.items())[-UNDO_KEPT:])
    return token


def undo_tags(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether to undo, and do so."""
    plain = request.session.get(UNDO, {}).get(token)
    if plain is None:
        raise Http404
    changes = [Change(**each) for each in plain]
    if request.method != "POST":
        count = len({change.page for change in changes})
        return TemplateResponse(request, "examples/admin/undo_tags.html", {"count": count, "token": token})
    restored, left = undo(changes, request.user)
    request.session[UNDO] = {name: each for name, each in request.session[UNDO].items() if name != token}
    messages.success(
        request,
        ngettext("%(count)d story is as before.", "%(count)d stories are as before.", restored)
        % {"count": restored},
    )
    if left:
        messages.warning(
            request,
            ngettext(
                "%(count)d story has been changed since and was left alone.",
                "%(count)d stories have been changed since and were left alone.",
                left,
            )
            % {"count": left},
        )
    return redirect("stories:index")
