"""Forms of the second step: allauth's, in the words of this site."""

from __future__ import annotations

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as keys
from django.utils.translation import gettext_lazy as _

from accounts.forms import PlainWords

_CODE = {"code": _("Code from your app, or a recovery code")}


class CodeForm(PlainWords, base.AuthenticateForm):
    """The code, to sign in."""

    labels = _CODE


class CodeAgainForm(PlainWords, base.ReauthenticateForm):
    """The code once more, before something that matters."""

    labels = _CODE


class FirstCodeForm(PlainWords, app.ActivateTOTPForm):
    """The first code that a new app shows."""

    labels = {"code": _("Code that the app shows")}


class AddKeyForm(PlainWords, keys.AddWebAuthnForm):
    """A key or passkey to add."""

    labels = {"name": _("Name of this key"), "passwordless": _("Let me sign in with this key alone")}
    helps = {
        "name": _("So that you know it again, such as “work phone”."),
        "passwordless": _("You do not need your password then. The key asks for your finger, face or PIN."),
    }


class RenameKeyForm(PlainWords, keys.EditWebAuthnForm):
    """Another name for a key."""

    labels = {"name": _("Name of this key")}
