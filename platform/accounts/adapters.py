"""What allauth asks this site: how it mails, counts guesses, keeps secrets and greets."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.error_messages import ACCOUNT_ERRORS, SECOND_STEP_ERRORS
from core.mail import compose


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
        """Plain text from the template, and HTML with the same words."""
        context = {**context, "site_name": settings.WAGTAIL_SITE_NAME}
        subject = render_to_string(f"{template_prefix}_subject.txt", context)
        text = render_to_string(f"{template_prefix}_message.txt", context, allauth_context.request)
        return compose(subject, text, [email] if isinstance(email, str) else email, headers)

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


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step: an app, a security key, recovery codes."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SECOND_STEP_ERRORS}

    def encrypt(self, text: str) -> str:
        """Secrets of the second step lie encrypted in the database, under SECRET_KEY."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; also after SECRET_KEY moved to SECRET_KEY_FALLBACKS."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_digest(str(key))) for key in keys])


def _digest(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"second step:{key}".encode()).digest())
