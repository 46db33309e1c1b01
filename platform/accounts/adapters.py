"""What allauth asks this site: how it mails, counts guesses, keeps secrets and greets."""

from __future__ import annotations

import base64
import hashlib
import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.userkit import filter_users_by_email
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from accounts import mails
from accounts.error_messages import ACCOUNT_ERRORS, ORGANISATION_ERRORS, SECOND_STEP_ERRORS
from accounts.notices import NOTICES
from core.mail import compose

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Signing in with an e-mail address."""

    error_messages = {**DefaultAccountAdapter.error_messages, **ACCOUNT_ERRORS}

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Plain text, and HTML with the same words."""
        subject, text = mails.write(template_prefix, context)
        return compose(subject, text, [email] if isinstance(email, str) else email, headers)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send it, or say that it could not be sent; whoever asked can ask again."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            log.exception("An e-mail about signing in could not be sent")
            messages.error(self.request, gettext("We could not send the e-mail. Try again in a while."))

    def add_message(  # noqa: PLR0913, PLR0917 (allauth's parameters)
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what was done, in the words of this site."""
        text = message or str(NOTICES.get(message_template or "", "")) % (message_context or {})
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Editors start in the admin, others on their account page."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("wagtailadmin_home")
        return reverse("accounts:overview")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account page."""
        return reverse("accounts:overview")

    def send_account_already_exists_mail(self, email: str) -> None:
        """Takes as long as making an account, so that the time of the answer does not tell them apart."""
        make_password("as slow as a new account")
        super().send_account_already_exists_mail(email)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """What guesses are counted by: the account, whichever of its addresses and hosts are used."""
        email = str(credentials.get("email") or "").strip().lower()
        user = next(iter(filter_users_by_email(email, prefer_verified=True, for_login=True)), None)
        return f"account:{user.pk}" if user else f"unknown:{email}"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signs in at their organisation alone has nothing to show that it is them once more."""
        if not self.get_reauthentication_methods(self.request.user):
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Signing in at the identity provider of a municipality."""

    error_messages = {**DefaultSocialAccountAdapter.error_messages, **ORGANISATION_ERRORS}

    def authenticate_by_email(self, sociallogin: Any) -> Any:
        """The account with the same address, where the provider may say whose address that is."""
        self._believe_own_domains(sociallogin)
        return super().authenticate_by_email(sociallogin)

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The provider's word counts for its own domains only, whatever it says of other addresses."""
        self._believe_own_domains(sociallogin)

    def _believe_own_domains(self, sociallogin: Any) -> None:
        for address in sociallogin.email_addresses:
            address.verified = self.is_email_verified(sociallogin.provider, address.email)


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step: an app, a security key, recovery codes."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SECOND_STEP_ERRORS}

    def encrypt(self, text: str) -> str:
        """Secrets of the second step lie encrypted in the database, under SECRET_KEY."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; also after SECRET_KEY moved to SECRET_KEY_FALLBACKS."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name to begin with for the next key."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Key %(number)s") % {"number": number}

    def _get_site_name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_digest(str(key))) for key in keys])


def _digest(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"second step:{key}".encode()).digest())
