"""Translations go through the same checks as the stories they translate."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from examples.anonymity import latest
from examples.models import ExamplePage
from examples.publication import reason_to_wait


class UpdateWithoutPublishingForm(UpdateTranslationsForm):
    """The form of wagtail-localize without its choice to publish at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]

    def clean(self) -> dict[str, Any]:
        """Say no to what is not on the form, whatever was sent."""
        return {**(super().clean() or {}), "publish_translations": False}


class UpdateTranslations(UpdateTranslationsView):
    """Offers to publish at once only to who may publish all the translations, and only what may be shown."""

    @transaction.atomic
    def form_valid(self, form: UpdateTranslationsForm) -> HttpResponse:
        """Update the translations; publish those that nothing keeps back, and name the others."""
        publish = form.cleaned_data["publish_translations"]
        # wagtail-localize would publish after the commit, without asking.
        form.cleaned_data["publish_translations"] = False
        answer: HttpResponse = super().form_valid(form)
        if publish:
            for translation in self.object.translations.filter(enabled=True):
                publish_or_say_why(self.request, translation)
        return answer

    def may_publish(self) -> bool:
        """Whether the user may publish each page that the update would change."""
        targets = [one.get_target_instance() for one in self.object.translations.filter(enabled=True)]
        return all(
            target.permissions_for_user(self.request.user).can_publish()
            for target in targets
            if isinstance(target, Page)
        )

    def get_form(self) -> UpdateTranslationsForm:
        """The form with or without the choice to publish."""
        form = UpdateTranslationsForm if self.may_publish() else UpdateWithoutPublishingForm
        return form(self.request.POST) if self.request.method == "POST" else form()


def publish_or_say_why(request: HttpRequest, translation: Translation) -> None:
    """Bring a translation into its page and publish it, or keep it as a draft and say why."""
    with suppress(ValidationError):
        translation.save_target(user=request.user, publish=False)
        page = translation.get_target_instance()
        reason = reason_to_wait(latest(page)) if isinstance(page, ExamplePage) else ""
        if reason:
            messages.warning(request, f"{page}: {reason}")
        else:
            page.get_latest_revision().publish(user=request.user)


# Before wagtail-localize's, which shows its own editor and publishes from there.
@hooks.register("before_edit_page", order=-1)
def decide_before_publishing_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a translation as a draft, and lead to what must be decided first, when it may not be shown yet."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale, enabled=True
    ).first()
    if found is None or not page.permissions_for_user(request.user).can_publish():
        return None
    with suppress(ValidationError):
        found.save_target(user=request.user, publish=False)
        story = found.get_target_instance()
        reason = reason_to_wait(latest(story)) if isinstance(story, ExamplePage) else ""
        if reason:
            messages.error(request, reason)
            return redirect("story_anonymity", page.pk)
    return None


@require_POST
@permission_required("wagtail_localize.submit_translation", raise_exception=True)
def send_in(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Keep the translation as a draft of its page, and start the checks of that page."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    page = translation.get_target_instance()
    if not isinstance(page, Page) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    edit = redirect("wagtailadmin_pages:edit", page.pk)
    if not page.permissions_for_user(request.user).can_submit_for_moderation():
        messages.error(request, _("This translation is being checked already."))
        return edit
    try:
        translation.save_target(user=request.user, publish=False)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return edit
    page = Page.objects.get(pk=page.pk).specific
    page.get_workflow().start(page, request.user)
    messages.success(request, _("“%(title)s” has been sent in for the checks.") % {"title": page.title})
    return edit
