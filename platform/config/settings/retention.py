"""How long what is no longer needed is kept, in days."""

from __future__ import annotations

from config.settings.env import env

RETENTION_DAYS: dict[str, int] = {
    # Of published stories: old versions, and files that only those show.
    "published": env.int("RETENTION_PUBLISHED_DAYS", 30),
    # What municipalities sent in and editors refused.
    "rejected": env.int("RETENTION_REJECTED_DAYS", 90),
    # E-mails that were sent, or given up.
    "mails": env.int("RETENTION_MAILS_DAYS", 30),
    # Files that an editor began to add and left.
    "uploads": env.int("RETENTION_UPLOADS_DAYS", 7),
    # Reports about stories, from the day on which somebody dealt with them.
    "reports": env.int("RETENTION_REPORTS_DAYS", 90),
}
