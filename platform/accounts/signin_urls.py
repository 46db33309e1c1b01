"""Addresses of signing in and of the account, in the words of each language; the views are allauth's.

allauth finds its views by these names, so they have no namespace.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as steps
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as organisation
from django.urls import path, register_converter
from django.utils.translation import pgettext_lazy
from wagtail.utils.urlpatterns import decorate_urlpatterns

from accounts.admin_urls import sign_in
from accounts.private import private


class Base36Converter:
    """The number of a user in a link of an e-mail, which has no hyphen."""

    regex = "[0-9A-Za-z]+"

    def to_python(self, value: str) -> str:
        """As it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands in the address."""
        return value


register_converter(Base36Converter, "base36")

_ENTRANCE = [
    path(pgettext_lazy("address", "sign-in/"), account.login, name="account_login"),
    path(pgettext_lazy("address", "sign-out/"), account.logout, name="account_logout"),
    path(pgettext_lazy("address", "sign-up/"), account.signup, name="account_signup"),
    path(pgettext_lazy("address", "sign-in/inactive/"), account.account_inactive, name="account_inactive"),
    path(
        pgettext_lazy("address", "confirm-e-mail/"),
        account.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path(
        pgettext_lazy("address", "confirm-e-mail/<str:key>/"),
        account.confirm_email,
        name="account_confirm_email",
    ),
    path(
        pgettext_lazy("address", "forgotten-password/"),
        account.password_reset,
        name="account_reset_password",
    ),
    path(
        pgettext_lazy("address", "forgotten-password/sent/"),
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        pgettext_lazy("address", "new-password/done/"),
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        pgettext_lazy("address", "new-password/<base36:uidb36>-<str:key>/"),
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(pgettext_lazy("address", "sign-in/second-step/"), steps.authenticate, name="mfa_authenticate"),
    path(pgettext_lazy("address", "sign-in/passkey/"), keys.login_webauthn, name="mfa_login_webauthn"),
    path(
        pgettext_lazy("address", "sign-in/organisation/sign-up/"),
        organisation.signup,
        name="socialaccount_signup",
    ),
    path(
        pgettext_lazy("address", "sign-in/organisation/cancelled/"),
        organisation.login_cancelled,
        name="socialaccount_login_cancelled",
    ),
    path(
        pgettext_lazy("address", "sign-in/organisation/error/"),
        organisation.login_error,
        name="socialaccount_login_error",
    ),
]

_ACCOUNT = [
    path(pgettext_lazy("address", "account/e-mail/"), account.email, name="account_email"),
    path(
        pgettext_lazy("address", "account/password/"),
        account.password_change,
        name="account_change_password",
    ),
    path(
        pgettext_lazy("address", "account/first-password/"),
        account.password_set,
        name="account_set_password",
    ),
    path(
        pgettext_lazy("address", "account/is-it-you/"), account.reauthenticate, name="account_reauthenticate"
    ),
    path(
        pgettext_lazy("address", "account/is-it-you/code/"),
        steps.reauthenticate,
        name="mfa_reauthenticate",
    ),
    path(
        pgettext_lazy("address", "account/is-it-you/key/"),
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        pgettext_lazy("address", "account/organisation/"),
        organisation.connections,
        name="socialaccount_connections",
    ),
    path(pgettext_lazy("address", "account/extra-step/"), steps.index, name="mfa_index"),
    path(pgettext_lazy("address", "account/extra-step/app/"), app.activate_totp, name="mfa_activate_totp"),
    path(
        pgettext_lazy("address", "account/extra-step/app/remove/"),
        app.deactivate_totp,
        name="mfa_deactivate_totp",
    ),
    path(pgettext_lazy("address", "account/extra-step/keys/"), keys.list_webauthn, name="mfa_list_webauthn"),
    path(
        pgettext_lazy("address", "account/extra-step/keys/add/"), keys.add_webauthn, name="mfa_add_webauthn"
    ),
    path(
        pgettext_lazy("address", "account/extra-step/keys/<int:pk>/"),
        keys.edit_webauthn,
        name="mfa_edit_webauthn",
    ),
    path(
        pgettext_lazy("address", "account/extra-step/keys/<int:pk>/remove/"),
        keys.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path(
        pgettext_lazy("address", "account/extra-step/codes/"),
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        pgettext_lazy("address", "account/extra-step/codes/new/"),
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        pgettext_lazy("address", "account/extra-step/codes/download/"),
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

# Wagtail has a door of its own for pages that are not for everybody, with a password alone; it leads here.
_WAGTAIL = [path("_util/login/", sign_in)]

urlpatterns = decorate_urlpatterns([*_ENTRANCE, *_ACCOUNT, *_WAGTAIL], private)
