"""Translations go through the same checks as the stories they translate."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView


class UpdateWithoutPublishingForm(UpdateTranslationsForm):
    """The form of wagtail-localize without its choice to publish at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]

    def clean(self) -> dict[str, Any]:
        """Say no to what is not on the form, whatever was sent."""
        return {**(super().clean() or {}), "publish_translations": False}


class UpdateTranslations(UpdateTranslationsView):
    """Offers to publish at once only to who may publish all the translations."""

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
