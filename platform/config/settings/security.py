"""Secrets, hosts, headers."""

from __future__ import annotations

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.settings.env import PRODUCTION, env, required

MINIMUM_SECRET = 50

DEBUG: bool = env.bool("DEBUG", False) and not PRODUCTION
SECRET_KEY = required("SECRET_KEY", "development only: production refuses to start without a key of its own")
if PRODUCTION and len(SECRET_KEY) < MINIMUM_SECRET:
    raise ImproperlyConfigured(f"SECRET_KEY has fewer than {MINIMUM_SECRET} characters.")

SECRET_KEY_FALLBACKS: list[str] = [key for key in env.str("SECRET_KEY_FALLBACKS", "").split(",") if key]

ALLOWED_HOSTS = required("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
if PRODUCTION and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS holds *: name the hosts.")

BASE_URL = required("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
if PRODUCTION and not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must start with https://.")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
# Whoever watches this process asks it directly, without the web server in front.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
CSRF_FAILURE_VIEW = "core.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

# Wagtail's page and translation editors need inline scripts and styles: the admin goes without this policy.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
}
