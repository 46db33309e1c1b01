"""Who does something with a submission, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from submissions.states import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a role.

    Attributes:
        user: Who; None when the site does it.
        role: As what. The other side reads this and no name.
    """

    user: User | None
    role: Role


def editor(user: User | None) -> Actor:
    """Somebody of the editors."""
    return Actor(user, Role.EDITOR)
