"""Nothing is kept longer than it is needed: each room registers what grows too old, and what to do then.

retention.register(Rule("reports", "reports", forget_reports))   # in AppConfig.ready
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core import audit

log = logging.getLogger(__name__)

Purge = Callable[[datetime, bool], int]


@dataclass(frozen=True)
class Rule:
    """What grows too old.

    Attributes:
        name: In English, for the log.
        setting: Key of `settings.RETENTION_DAYS`.
        purge: Removes what is older than a moment, or with True only counts it; how many.
    """

    name: str
    setting: str
    purge: Purge


@dataclass(frozen=True)
class Outcome:
    """What became of a rule: how many, older than how many days; None where it failed."""

    rule: Rule
    days: int
    number: int | None


_rules: dict[str, Rule] = {}


def register(rule: Rule) -> None:
    """Have something removed every day."""
    _rules[rule.name] = rule


def purge_old(*, dry_run: bool = False) -> list[Outcome]:
    """Apply all rules; one that fails does not stop the others."""
    return [_apply(rule, dry_run) for rule in _rules.values()]


def purge_daily() -> None:
    """Apply all rules, for the schedule."""
    purge_old()


def _apply(rule: Rule, dry_run: bool) -> Outcome:
    days = settings.RETENTION_DAYS[rule.setting]
    try:
        with transaction.atomic():
            number = rule.purge(timezone.now() - timedelta(days=days), dry_run)
            if number and not dry_run:
                audit.record("purge", subject=f"rule:{rule.name}", detail=str(number))
    except Exception as error:
        # The kind of error alone: its message may quote what should have gone.
        log.error("Retention: %s failed: %s", rule.name, type(error).__name__)
        return Outcome(rule, days, None)
    if number:
        log.info("Retention: %s%s: %d", rule.name, " (dry run)" if dry_run else "", number)
    return Outcome(rule, days, number)
