"""What every room uses."""

from datetime import timedelta

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Base templates and the words around every page."""

    name = "core"

    def ready(self) -> None:
        """Follow what changes, for the page cache and the audit log."""
        from core import audit, changes, checks, chores, post, retention, worker  # noqa: F401, PLC0415 (want models)
        from core.page_cache.tidying import tidy_up  # noqa: PLC0415

        changes.connect()
        audit.connect()
        retention.register(retention.Rule("mails", "mails", post.forget_old))
        chores.register(chores.Chore("retention", timedelta(days=1), retention.purge_daily))
        chores.register(chores.Chore("abandoned tasks", timedelta(minutes=1), worker.requeue_abandoned))
        chores.register(chores.Chore("abandoned mails", timedelta(minutes=1), post.settle_abandoned))
        chores.register(chores.Chore("finished tasks", timedelta(days=1), worker.forget_finished))
        chores.register(chores.Chore("kept pages", timedelta(minutes=1), tidy_up))
