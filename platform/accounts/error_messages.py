"""What the forms of signing in say when something is not right."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WRONG_CODE = _("This code is not right. Check it and try again.")

ACCOUNT_ERRORS = {
    "account_inactive": _("This account is switched off. Ask the editors why."),
    "cannot_remove_primary_email": _("You cannot remove the address that you sign in with."),
    "duplicate_email": _("This e-mail address is in your account already."),
    "email_password_mismatch": _("This e-mail address and password do not belong together."),
    "email_taken": _("This e-mail address is in use already."),
    "enter_current_password": _("This is not your password of now."),
    "incorrect_code": WRONG_CODE,
    "incorrect_password": _("This password is not right."),
    "invalid_or_expired_key": _("This link does not work any more. Ask for a new one."),
    "invalid_login": _("This e-mail address and password do not belong together."),
    "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
    "max_email_addresses": _("You cannot have more than %d e-mail addresses."),
    "too_many_login_attempts": _(
        "There were too many wrong attempts for this account. Wait five minutes, or choose a new password."
    ),
    "unverified_primary_email": _("First confirm this e-mail address."),
    "rate_limited": _("This goes too fast. Wait a few minutes and try again."),
    "select_only_one": _("Choose only one."),
    "same_as_current": _("This is what you have already. Fill in something else."),
}

SECOND_STEP_ERRORS = {
    "add_email_blocked": _("Your account has an extra step. First switch it off to add an e-mail address."),
    "cannot_delete_authenticator": _("You cannot switch off the extra step."),
    "cannot_generate_recovery_codes": _(
        "First add an app or a security key. Then you can make recovery codes."
    ),
    "incorrect_code": WRONG_CODE,
    "unverified_email": _("First confirm your e-mail address. Then you can add an extra step."),
}

ORGANISATION_ERRORS = {
    "email_taken": _("There is an account with this e-mail address. Sign in with it, then connect %s."),
    "invalid_token": _("This did not work. Try it once more."),
    "no_password": _("First choose a password: without it you cannot sign in any more."),
    "no_verified_email": _("First confirm your e-mail address: without it you cannot sign in any more."),
    "disconnect_last": _("You cannot disconnect the only way in which you sign in."),
    "connected_other": _("This account of your organisation is connected to another account here."),
}
