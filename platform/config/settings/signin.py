"""Signing in: with a password, with two steps, or at a municipality's own identity provider."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from config.settings.env import ENVIRONMENT, PRODUCTION, env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.password_rules.UnlikeTheirName"},
    {"NAME": "accounts.password_rules.NotCommon"},
    {"NAME": "accounts.password_rules.NotDigitsAlone"},
    {"NAME": "accounts.password_rules.LongEnough", "OPTIONS": {"min_length": 12}},
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:overview"
LOGOUT_REDIRECT_URL = "account_login"

# E-mail addresses are the only names.
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
# Five guesses at an account, whatever addresses they come from, and the owner waits five minutes at most.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "20/5m/ip,5/5m/key",
    "change_password": "5/5m/user",
    "reauthenticate": "5/5m/user",
    "reset_password": "20/h/ip,3/10m/key",
    "signup": "20/h/ip",
}
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "signup": "accounts.forms.SignUpForm",
    "add_email": "accounts.forms.AddAddressForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.FirstPasswordForm",
    "reset_password": "accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "reauthenticate": "accounts.forms.IsItYouForm",
}
# Web servers in front that tell the visitor's address in X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT: int = env.int("PROXIES", 1 if PRODUCTION else 0)

# Editors enter the admin with two steps; a demonstration on one's own machine does without.
MFA_REQUIRED: bool = env.bool("MFA_REQUIRED", PRODUCTION)
if PRODUCTION and not MFA_REQUIRED:
    raise ImproperlyConfigured(
        "MFA_REQUIRED is off: production does not let editors in with a password alone."
    )
MFA_ADAPTER = "accounts.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "accounts.second_step_forms.CodeForm",
    "reauthenticate": "accounts.second_step_forms.CodeAgainForm",
    "activate_totp": "accounts.second_step_forms.FirstCodeForm",
    "add_webauthn": "accounts.second_step_forms.AddKeyForm",
    "edit_webauthn": "accounts.second_step_forms.RenameKeyForm",
}
MFA_TOTP_ISSUER = "Mooi Maatwerk"
# Browsers know security keys on https, and on this machine itself.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ENVIRONMENT == "development"
