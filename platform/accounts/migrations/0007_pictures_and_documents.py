"""Roles may add, change and choose pictures and documents.

Wagtail asks for the permissions of its own models, also when a site has models of its own
(`get_permission_policy` in wagtail.images and wagtail.documents).
"""

from typing import Any

from django.db import migrations

from accounts.grants import permission

ACTIONS = ("add", "change", "choose")
ASKED_FOR = {
    ("examples", "picture"): ("wagtailimages", "image"),
    ("examples", "storydocument"): ("wagtaildocs", "document"),
}


def move(apps: Any, changes: dict[tuple[str, str], tuple[str, str]]) -> None:
    """Replace permissions of one model on a collection by the same ones of another model."""
    held = apps.get_model("wagtailcore.GroupCollectionPermission").objects
    for old, new in changes.items():
        for action in ACTIONS:
            before, after = (permission(apps, *of, f"{action}_{of[1]}") for of in (old, new))
            held.filter(permission=before).update(permission=after)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_administrators_of_people")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: move(apps, ASKED_FOR),
            lambda apps, editor: move(apps, {new: old for old, new in ASKED_FOR.items()}),
        )
    ]
