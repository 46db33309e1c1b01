"""Brings the site's data up to date."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

import examples
from accounts.models import Membership, User
from accounts.models.membership import Role
from examples.models import Municipality
from home.site_content import feature_stories

STORIES = Path(examples.__file__).resolve().parent / "fixtures" / "stories"
DEMO_PASSWORD = "maatwerk-demo-2026"  # noqa: S105 (for a demonstration; refused in production)
DEMO_ROLES = {"editor": "Redacteur", "moderator": "Moderator", "administrator": "Beheerder"}
# Address, role at a municipality, its code: two who work for one, and somebody of another.
DEMO_MEMBERS = (
    ("submitter", Role.SUBMITTER, "GM0080"),
    ("coordinator", Role.COORDINATOR, "GM0080"),
    ("neighbour", Role.SUBMITTER, "GM0344"),
)


class Command(BaseCommand):
    """Set up the database, texts, pages and, unless told otherwise, the demonstration."""

    help = "Bring database, interface texts, vocabularies, pages and demonstration up to date."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--no-demo`."""
        parser.add_argument("--no-demo", action="store_true", help="leave out demo stories and users")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do each step; every step may be done again."""
        demo = not options["no_demo"]
        if demo and settings.ENVIRONMENT == "production":
            raise CommandError("Demo users are refused in production: use --no-demo.")
        self.stdout.write("making the tables of the database…")
        call_command("migrate", verbosity=1, interactive=False)
        call_command("build_messages")
        self.stdout.write("loading the vocabularies…")
        call_command("load_vocabularies")
        self.stdout.write("loading the thesaurus…")
        call_command("load_thesaurus")
        call_command("load_pages")
        if demo:
            paths = sorted(os.path.relpath(path) for path in STORIES.glob("*.yaml"))
            if paths:
                self.stdout.write("loading the demonstration stories…")
                # What people did with a demo story stays.
                call_command("import_examples", *paths, publish=True, only_new=True)
            feature_stories()
            make_demo_users()
        self.stdout.write("making the search indexes…")
        call_command("wagtail_update_index", verbosity=0)
        call_command("search", "rebuild", "--if-needed")


def make_demo_users() -> None:
    """Make a user for each role and write how to sign in to `DATA_DIR/demo-sign-ins.json`."""
    sign_ins: list[dict[str, str]] = []
    for name, group_name in DEMO_ROLES.items():
        user = _demo_user(name, sign_ins)
        if name == "administrator" and not user.is_superuser:
            user.is_staff = user.is_superuser = True
            user.save()
        user.groups.add(*Group.objects.filter(name=group_name))
    for name, role, code in DEMO_MEMBERS:
        user = _demo_user(name, sign_ins)
        municipality = Municipality.objects.get(code=code)
        Membership.objects.get_or_create(user=user, municipality=municipality, defaults={"role": role})
    (settings.DATA_DIR / "demo-sign-ins.json").write_text(json.dumps(sign_ins, indent=2), encoding="utf-8")


def _demo_user(name: str, sign_ins: list[dict[str, str]]) -> User:
    email = f"{name}@mooimaatwerk.example"
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, DEMO_PASSWORD)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    sign_ins.append({"role": name, "email": email, "password": DEMO_PASSWORD})
    return user
