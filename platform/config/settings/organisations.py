"""Identity providers of municipalities (OpenID Connect), by environment.

OIDC_PROVIDERS names them: `leeuwarden,utrecht`. Each has variables of its own, such as OIDC_LEEUWARDEN_URL.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.env import PRODUCTION, env
from config.settings.security import CONTENT_SECURITY_POLICY

OIDC_PROVIDERS: list[str] = [name for name in env.str("OIDC_PROVIDERS", "").split(",") if name]


def _app(name: str) -> dict[str, Any]:
    """What allauth wants to know of a provider.

    Raises:
        ImproperlyConfigured: A variable is missing or wrong; names it.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise ImproperlyConfigured(f"OIDC_PROVIDERS has {name!r}: use small letters, numbers and hyphens.")
    prefix = f"OIDC_{name.upper().replace('-', '_')}"
    values = {part: env.str(f"{prefix}_{part}", "").strip() for part in ("NAME", "URL", "CLIENT_ID")}
    for part, value in values.items():
        if not value:
            raise ImproperlyConfigured(f"{prefix}_{part} is not set, while OIDC_PROVIDERS names {name}.")
    if PRODUCTION and not values["URL"].startswith("https://"):
        raise ImproperlyConfigured(f"{prefix}_URL must start with https://.")
    domains = [domain.strip().lower() for domain in env.str(f"{prefix}_DOMAINS", "").split(",")]
    return {
        "provider_id": name,
        "name": values["NAME"],
        "client_id": values["CLIENT_ID"],
        "secret": env.str(f"{prefix}_CLIENT_SECRET", ""),
        "settings": {
            "server_url": values["URL"],
            "oauth_pkce_enabled": True,
            "email_authentication": True,
            # Only of these does the provider know whose address it is.
            "verified_email": [domain for domain in domains if domain],
        },
    }


_APPS = [_app(name) for name in OIDC_PROVIDERS]
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": _APPS}}
SOCIALACCOUNT_ADAPTER = "accounts.adapters.OrganisationAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.OrganisationSignUpForm"}

# Browsers check where a form ends up, also after it was sent on.
for _known in _APPS:
    _url = urlsplit(_known["settings"]["server_url"])
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append(f"{_url.scheme}://{_url.netloc}")  # type: ignore[index]
