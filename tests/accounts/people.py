"""Makes people with a role."""

from __future__ import annotations

from django.contrib.auth.models import Group

from accounts.models import User

ROLES = ("Redacteur", "Moderator", "Beheerder")


def person(role: str, name: str = "") -> User:
    """Somebody with the role; their address is made of the name, or of the role."""
    email = f"{name or role}@mooimaatwerk.example".lower()
    user = User.objects.create_user(email, "een-goed-wachtwoord")
    user.groups.add(Group.objects.get(name=role))
    return user
