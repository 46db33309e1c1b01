"""What a page says after something was done, by the name of allauth's template for it; "" says nothing."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

NOTICES: dict[str, Any] = {
    "account/messages/cannot_delete_primary_email.txt": _("You cannot remove your main address: %(email)s."),
    "account/messages/email_confirmation_failed.txt": _("%(email)s is confirmed in another account already."),
    "account/messages/email_confirmation_sent.txt": _("We sent an e-mail to %(email)s."),
    "account/messages/email_confirmed.txt": _("Your address %(email)s is confirmed."),
    "account/messages/email_deleted.txt": _("The address %(email)s is removed."),
    "account/messages/logged_in.txt": "",
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_changed.txt": _("Your password has changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/primary_email_set.txt": _("This is your main address now."),
    "account/messages/unverified_primary_email.txt": _("First confirm this e-mail address."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes. Keep them in a safe place."),
    "mfa/messages/totp_activated.txt": _("The app is added."),
    "mfa/messages/totp_deactivated.txt": _("The app does not work for this site any more."),
    "mfa/messages/webauthn_added.txt": _("The key is added."),
    "mfa/messages/webauthn_removed.txt": _("The key is removed."),
    "socialaccount/messages/account_connected.txt": _("Your organisation is connected."),
    "socialaccount/messages/account_connected_other.txt": _(
        "This account of your organisation is connected to another account here."
    ),
    "socialaccount/messages/account_connected_updated.txt": _("Your organisation is connected."),
    "socialaccount/messages/account_disconnected.txt": _("Your organisation is not connected any more."),
}
