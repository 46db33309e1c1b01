"""The e-mails of signing in, by the name of allauth's template for each. Each has one link at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.devices import device_name
from core.mail import letter


@dataclass(frozen=True)
class Mail:
    """A subject and a text with names in it, such as %(email)s."""

    subject: Any
    text: Any


NO_REPLY = gettext_lazy("Was this not you? Then do nothing: nothing changes.")

# Asked for by somebody who typed an address: it may be somebody else's.
ASKED: Mapping[str, Mail] = {
    "account/email/email_confirmation": Mail(
        gettext_lazy("Confirm your e-mail address"),
        gettext_lazy("Confirm that this is your e-mail address. Open this link:\n\n%(activate_url)s"),
    ),
    "account/email/email_confirmation_signup": Mail(
        gettext_lazy("Confirm your e-mail address"),
        gettext_lazy(
            "You made an account. Confirm that this is your e-mail address."
            " Open this link:\n\n%(activate_url)s"
        ),
    ),
    "account/email/password_reset_key": Mail(
        gettext_lazy("Choose a new password"),
        gettext_lazy("You asked for a new password. Choose it with this link:\n\n%(password_reset_url)s"),
    ),
    "account/email/unknown_account": Mail(
        gettext_lazy("You have no account"),
        gettext_lazy(
            "Somebody asked for a new password for this e-mail address. There is no account with it."
            " Perhaps you used another address. You can make an account here:\n\n%(signup_url)s"
        ),
    ),
    "account/email/account_already_exists": Mail(
        gettext_lazy("You have an account already"),
        gettext_lazy(
            "Somebody wanted to make an account with this e-mail address. You have one already."
            " Have you forgotten your password? Choose a new one here:\n\n%(password_reset_url)s"
        ),
    ),
}

# Something changed in an account: its owner should know, in case it was somebody else.
CHANGED: Mapping[str, Mail] = {
    "account/email/email_changed": Mail(
        gettext_lazy("Your e-mail address has changed"),
        gettext_lazy("The main address of your account is %(to_email)s now. It was %(from_email)s."),
    ),
    "account/email/email_confirm": Mail(
        gettext_lazy("Your e-mail address is confirmed"),
        gettext_lazy("An e-mail address of your account is confirmed."),
    ),
    "account/email/email_deleted": Mail(
        gettext_lazy("An e-mail address is removed"),
        gettext_lazy("The address %(deleted_email)s is removed from your account."),
    ),
    "account/email/password_changed": Mail(
        gettext_lazy("Your password has changed"), gettext_lazy("The password of your account has changed.")
    ),
    "account/email/password_reset": Mail(
        gettext_lazy("Your password has changed"), gettext_lazy("The password of your account has changed.")
    ),
    "account/email/password_set": Mail(
        gettext_lazy("Your account has a password"), gettext_lazy("A password is set for your account.")
    ),
    "mfa/email/recovery_codes_generated": Mail(
        gettext_lazy("You have new recovery codes"),
        gettext_lazy("New recovery codes are made for your account."),
    ),
    "mfa/email/totp_activated": Mail(
        gettext_lazy("An app is added"), gettext_lazy("An app with codes is added to your account.")
    ),
    "mfa/email/totp_deactivated": Mail(
        gettext_lazy("The app is removed"), gettext_lazy("The app with codes is removed from your account.")
    ),
    "mfa/email/webauthn_added": Mail(
        gettext_lazy("A key is added"), gettext_lazy("A security key is added to your account.")
    ),
    "mfa/email/webauthn_removed": Mail(
        gettext_lazy("A key is removed"), gettext_lazy("A security key is removed from your account.")
    ),
    "socialaccount/email/account_connected": Mail(
        gettext_lazy("Your organisation is connected"),
        gettext_lazy("You can sign in to your account at your organisation now."),
    ),
    "socialaccount/email/account_disconnected": Mail(
        gettext_lazy("Your organisation is not connected any more"),
        gettext_lazy("You cannot sign in to your account at your organisation any more."),
    ),
}


def write(name: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Subject and text of the e-mail with allauth's name for it, in the language of the moment.

    Raises:
        KeyError: allauth sends an e-mail that this site has no words for.
    """
    asked = ASKED.get(name)
    mail = asked or CHANGED[name]
    text = str(mail.text) % context
    ending = str(NO_REPLY) if asked else _not_you(context)
    return str(mail.subject), letter([text, ending])


def _not_you(context: Mapping[str, Any]) -> str:
    moment = date_format(localtime(context["timestamp"]), "DATETIME_FORMAT")
    return _(
        "This was done on %(moment)s, from the address %(ip)s, with %(browser)s."
        " Was this not you? Choose a new password at once:\n\n%(url)s"
    ) % {
        "moment": moment,
        "ip": context["ip"],
        "browser": device_name(context["user_agent"]),
        "url": f"{settings.BASE_URL}{reverse('account_reset_password')}",
    }
