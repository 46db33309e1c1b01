"""Who may do what at which address: one line an address, by the name of its view.

A new address makes tests/site/test_access.py fail until it stands here. Add a line to ACCESS:

    "submissions:status": Access(get=MEMBERS_A, post=NOBODY, at={"pk": "submission"}),

`get` and `post` name the roles that are let in. All others must be sent to the sign-in page, or get 403, 404
or 405. Whoever is let in gets a page, a redirect or a form with errors. Where the address has a part such as
`<int:pk>`, `at` names something of municipality A, which make_world in world.py makes and gives that name.
Addresses of the admin stand in ADMIN by how they begin; the longest beginning that fits counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ANONYMOUS, SUBMITTER, NEIGHBOUR, COORDINATOR = "anonymous", "submitter A", "submitter B", "coordinator A"
EDITOR, MODERATOR, ADMINISTRATOR = "editor", "moderator", "administrator"
ROLES = (ANONYMOUS, SUBMITTER, NEIGHBOUR, COORDINATOR, EDITOR, MODERATOR, ADMINISTRATOR)
Roles = frozenset[str]

EVERYBODY = frozenset(ROLES)
NOBODY: Roles = frozenset()
SIGNED_IN = EVERYBODY - {ANONYMOUS}
MEMBERS_A = frozenset({SUBMITTER, COORDINATOR})
SUBMITTER_A = frozenset({SUBMITTER})
COORDINATORS_A = frozenset({COORDINATOR})
STAFF = frozenset({EDITOR, MODERATOR, ADMINISTRATOR})
KEEPERS = frozenset({MODERATOR, ADMINISTRATOR})
ADMINISTRATORS = frozenset({ADMINISTRATOR})


@dataclass(frozen=True)
class Access:
    """Who is let in.

    Attributes:
        get, post: The roles, by method.
        at: For each part of the address the name of a value of the world, or the value itself.
    """

    get: Roles
    post: Roles
    at: Mapping[str, str] = field(default_factory=dict)


READ = Access(EVERYBODY, EVERYBODY)
SHOWN = Access(EVERYBODY, NOBODY)
OWN = Access(SIGNED_IN, SIGNED_IN)
CLOSED = Access(NOBODY, NOBODY)


def term(name: str) -> Access:
    """The public page of a term of a vocabulary."""
    return Access(EVERYBODY, EVERYBODY, {"slug": name})


def submission(get: Roles, post: Roles) -> Access:
    """An address of the submission of submitter A."""
    return Access(get, post, {"public_id": "submission"})


ACCESS: dict[str, Access] = {
    # For everybody. Pages that only show something answer a POST as they answer a GET.
    "healthz": READ,
    "robots.txt": READ,
    "sitemap-xml": READ,
    "_componenten/": READ,
    "home:sitemap": READ,
    "wagtail_serve": READ,
    "search:page": SHOWN,
    "search:suggestions": SHOWN,
    "search:opened": Access(NOBODY, EVERYBODY),
    "search:compare": SHOWN,
    "thesaurus": SHOWN,
    "id/thesaurus": SHOWN,
    "id/thesaurus/<slug:slug>": Access(NOBODY, NOBODY, {"slug": "x"}),  # there is none with that name
    "examples:rules": READ,
    "examples:rule": term("rule"),
    "examples:laws": READ,
    "examples:law": term("law"),
    "examples:municipalities": READ,
    "examples:municipality": term("municipality"),
    "examples:provinces": READ,
    "examples:province": term("province"),
    "examples:life_domains": READ,
    "examples:life_domain": term("life_domain"),
    "examples:target_groups": READ,
    "examples:target_group": term("target_group"),
    "examples:partners": READ,
    "examples:partner": term("partner"),
    "examples:report": Access(EVERYBODY, EVERYBODY, {"pk": "story"}),
    "examples:report_thanks": Access(EVERYBODY, NOBODY, {"pk": "story"}),
    # Files are found by their name; of one that does not exist nobody learns anything.
    "wagtaildocs_serve": Access(NOBODY, NOBODY, {"pk": "0", "name": "x.pdf"}),
    "media/<path:path>": Access(NOBODY, NOBODY, {"path": "x.png"}),
    "social-picture": Access(NOBODY, NOBODY, {"pk": "0", "digest": "x"}),
    "wagtailcore_authenticate_with_password": CLOSED,
    # Wagtail's doors lead to the sign-in page.
    "_util/login/": CLOSED,
    "wagtailcore_login": CLOSED,
    # The entrance.
    "account_login": READ,
    "account_logout": READ,
    "account_signup": READ,
    "account_inactive": SHOWN,
    "account_email_verification_sent": SHOWN,
    "account_confirm_email": Access(EVERYBODY, NOBODY, {"key": "x"}),
    "account_reset_password": READ,
    "account_reset_password_done": SHOWN,
    "account_reset_password_from_key": Access(EVERYBODY, EVERYBODY, {"uidb36": "1", "key": "x-y"}),
    "account_reset_password_from_key_done": SHOWN,
    "mfa_authenticate": READ,
    "mfa_login_webauthn": READ,
    "openid_connect_login": CLOSED,
    "openid_connect_callback": CLOSED,
    "socialaccount_signup": READ,
    "socialaccount_login_cancelled": SHOWN,
    "socialaccount_login_error": SHOWN,
    # One's own account: nothing in these addresses says whose, but the number of a key.
    "accounts:overview": Access(SIGNED_IN, NOBODY),
    "accounts:name": OWN,
    "accounts:sessions": OWN,
    "accounts:export": OWN,
    "accounts:delete": OWN,
    "accounts:deleted": SHOWN,
    "account_email": OWN,
    "account_change_password": OWN,
    "account_set_password": OWN,
    "account_reauthenticate": OWN,
    "mfa_reauthenticate": OWN,
    "mfa_reauthenticate_webauthn": OWN,
    "socialaccount_connections": OWN,
    "mfa_index": Access(SIGNED_IN, NOBODY),
    "mfa_activate_totp": OWN,
    "mfa_deactivate_totp": CLOSED,  # none of them has an app
    "mfa_list_webauthn": Access(SIGNED_IN, NOBODY),
    "mfa_add_webauthn": OWN,
    "mfa_edit_webauthn": OWN,  # asked for their password before the key is looked up
    "mfa_remove_webauthn": OWN,
    "mfa_view_recovery_codes": CLOSED,  # none of them has codes
    "mfa_generate_recovery_codes": OWN,
    "mfa_download_recovery_codes": CLOSED,
    # Municipalities and their people.
    "accounts:ask": OWN,
    "accounts:members": Access(COORDINATORS_A, COORDINATORS_A, {"slug": "municipality"}),
    "accounts:leave": Access(MEMBERS_A, MEMBERS_A, {"slug": "municipality"}),
    "accounts:remove": Access(COORDINATORS_A, COORDINATORS_A, {"slug": "municipality", "pk": "membership"}),
    "accounts:withdraw": Access(COORDINATORS_A, COORDINATORS_A, {"slug": "municipality", "pk": "invitation"}),
    # What municipalities send in: its submitter and the coordinators of the municipality.
    "submissions:read": Access(NOBODY, EVERYBODY),  # a story was read
    "submissions:copied": Access(NOBODY, EVERYBODY),  # a story was taken along
    "submissions:overview": OWN,
    "submissions:begin": OWN,
    "submissions:status": submission(MEMBERS_A, MEMBERS_A),
    "submissions:step": Access(SUBMITTER_A, SUBMITTER_A, {"public_id": "submission", "slug": "situatie"}),
    "submissions:alike": submission(MEMBERS_A, NOBODY),
    "submissions:write": submission(MEMBERS_A, MEMBERS_A),
    "submissions:withdraw": submission(MEMBERS_A, MEMBERS_A),
    "submissions:reopen": submission(NOBODY, MEMBERS_A),
    "submissions:propose": submission(NOBODY, MEMBERS_A),
    # Whoever has the link sees who invites whom; only the owner of the address can accept.
    "accounts:invitation": Access(EVERYBODY, EVERYBODY, {"key": "invitation_key"}),
}

# By how addresses of the admin begin: who is let in; the longest beginning that fits counts.
ADMIN: dict[str, Roles] = {
    "admin/": STAFF,
    # Leads everybody to the pages of the site.
    "admin/login/": NOBODY,
    "admin/logout/": EVERYBODY,
    "admin/password_reset/": EVERYBODY,
    "admin/^password_reset/": EVERYBODY,
    # Pictures and texts of Wagtail itself, which are public.
    "admin/jsi18n/": EVERYBODY,
    "admin/sprite/": EVERYBODY,
    "admin/^.*": EVERYBODY - STAFF,
    # Of Wagtail's own: how the site is built is nobody's by their role alone.
    "admin/collections/": NOBODY,
    "admin/documents/": STAFF,
    "admin/groups/": NOBODY,
    "admin/images/": STAFF,
    "admin/locales/": NOBODY,
    "admin/reports/audit/": ADMINISTRATORS,
    "admin/sites/": NOBODY,
    "admin/snippets/": KEEPERS,
    "admin/workflows/": NOBODY,
    "admin/redirects/": ADMINISTRATORS,
    "admin/reports/locked/": KEEPERS,
    "admin/reports/mails/": ADMINISTRATORS,
    "admin/users/": ADMINISTRATORS,
    # The site's own.
    "admin/search/": KEEPERS,
    "admin/search/index/": ADMINISTRATORS,
    "admin/snippets/accounts/": ADMINISTRATORS,
    "admin/snippets/accounts/membershiprequest/add/": NOBODY,
    "admin/snippets/choose/": STAFF,
    "admin/snippets/review/": STAFF,
}


def rule_of_admin(text: str) -> Roles | None:
    """Who is let in at an address of the admin."""
    starts = [start for start in ADMIN if text.startswith(start)]
    return ADMIN[max(starts, key=len)] if starts else None
