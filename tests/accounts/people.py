"""Makes people with a role."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import signing

from accounts.models import Membership, User
from core.forms import SALT
from examples.models import Municipality

ROLES = ("Redacteur", "Moderator", "Beheerder")
PASSWORD = "een-goed-wachtwoord"


def account(email: str, password: str = PASSWORD) -> User:
    """Somebody with a confirmed e-mail address, who can sign in."""
    user = User.objects.create_user(email, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def person(role: str, name: str = "") -> User:
    """Somebody with the role; their address is made of the name, or of the role."""
    user = account(f"{name or role}@mooimaatwerk.example".lower())
    user.groups.add(Group.objects.get(name=role))
    return user


def member(code: str, name: str = "", role: str = "submitter") -> User:
    """Somebody of the municipality with the code; their address is made of the name, or of role and code."""
    user = account(f"{name or f'{role}-{code}'}@mooimaatwerk.example".lower())
    municipality = Municipality.objects.get(code=code)
    Membership.objects.create(user=user, municipality=municipality, role=role)
    return user


def unhurried() -> dict[str, str]:
    """What a form for visitors holds after somebody took their time."""
    return {"made_at": signing.Signer(salt=SALT).sign("0")}
