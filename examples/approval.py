"""What stands in the way of approving a story; a higher room adds its own in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.models import Page

from accounts.models import User

# For a page, the task of the check and who would approve: reasons why not, as that person reads them.
Obstacle = Callable[[Page, Any, User], Iterable[str]]

_obstacles: dict[str, Obstacle] = {}


def register(name: str, obstacle: Obstacle) -> None:
    """Have something asked before each approval."""
    _obstacles[name] = obstacle


def obstacles(page: Page, task: Any, user: User) -> list[str]:
    """Why this user cannot approve this check now; none when they can."""
    return [str(reason) for obstacle in _obstacles.values() for reason in obstacle(page, task, user)]
