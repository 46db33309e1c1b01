"""Who may do what at which address: one line an address, by the name of its view.

A new address makes tests/site/test_access.py fail until it stands here. Add a line to ACCESS:

    "submissions:status": Access(get=SUBMITTERS_A, post=NOBODY),

`get` and `post` name the roles that are let in. All others must be sent to the sign-in page, or get 403, 404 or
405. Whoever is let in gets a page, a redirect or an error of the form. Where the address has a part such as
`<int:pk>`, give `at` the value for something of municipality A: a name of an attribute of the test's `world`.
Addresses of Wagtail's own admin stand in ADMIN by how they begin; the longest beginning counts.
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
COORDINATORS_A = frozenset({COORDINATOR})
STAFF = frozenset({EDITOR, MODERATOR, ADMINISTRATOR})
KEEPERS = frozenset({MODERATOR, ADMINISTRATOR})
ADMINISTRATORS = frozenset({ADMINISTRATOR})


@dataclass(frozen=True)
class Access:
    """Who is let in.

    Attributes:
        get, post: The roles, by method.
        at: Value of each part of the address: an attribute of the test's `world`, else the value itself.
    """

    get: Roles
    post: Roles
    at: Mapping[str, str] = field(default_factory=dict)


READ = Access(EVERYBODY, EVERYBODY)
ENTRANCE = READ
OWN = Access(SIGNED_IN, SIGNED_IN)

ACCESS: dict[str, Access] = {
    # For everybody.
    "healthz": READ,
    "robots.txt": READ,
    "sitemap-xml": READ,
    "_componenten/": READ,
    "home:sitemap": READ,
    "wagtail_serve": READ,
    "search:page": READ,
    "search:suggestions": Access(EVERYBODY, NOBODY),
    "search:opened": Access(NOBODY, EVERYBODY),
    "search:compare": READ,
    "examples:rules": READ,
    "examples:rule": Access(EVERYBODY, EVERYBODY, {"slug": "rule"}),
    "examples:law": Access(EVERYBODY, EVERYBODY, {"slug": "law"}),
    "examples:municipalities": READ,
    "examples:municipality": Access(EVERYBODY, EVERYBODY, {"slug": "municipality"}),
    "examples:province": Access(EVERYBODY, EVERYBODY, {"slug": "province"}),
    "examples:life_domains": READ,
    "examples:life_domain": Access(EVERYBODY, EVERYBODY, {"slug": "life_domain"}),
    "examples:target_groups": READ,
    "examples:target_group": Access(EVERYBODY, EVERYBODY, {"slug": "target_group"}),
    "examples:partners": READ,
    "examples:partner": Access(EVERYBODY, EVERYBODY, {"slug": "partner"}),
    # Files are found by their name; one that does not exist is for nobody.
    "wagtaildocs_serve": Access(NOBODY, NOBODY, {"pk": "0", "name": "x.pdf"}),
    "media/<path:path>": Access(NOBODY, NOBODY, {"path": "x.png"}),
    "social-picture": Access(NOBODY, NOBODY, {"pk": "0", "digest": "x"}),
    "wagtailcore_authenticate_with_password": Access(
        NOBODY, NOBODY, {"page_view_restriction_id": "0", "page_id": "0"}
    ),
    # The entrance.
    "account_login": ENTRANCE,
    "account_logout": ENTRANCE,
    "account_signup": ENTRANCE,
    "account_inactive": ENTRANCE,
    "account_email_verification_sent": ENTRANCE,
    "account_confirm_email": Access(EVERYBODY, NOBODY, {"key": "x"}),
    "account_reset_password": ENTRANCE,
    "account_reset_password_done": Access(EVERYBODY, NOBODY),
    "account_reset_password_from_key": Access(EVERYBODY, EVERYBODY, {"uidb36": "1", "key": "x-y"}),
    "account_reset_password_from_key_done": Access(EVERYBODY, NOBODY),
}

# By how addresses of the admin begin: who is let in; the longest beginning that fits counts.
ADMIN: dict[str, Roles] = {
    "admin/": STAFF,
}


def rule_of_admin(text: str) -> Roles | None:
    """Who is let in at an address of the admin."""
    starts = [start for start in ADMIN if text.startswith(start)]
    return ADMIN[max(starts, key=len)] if starts else None
