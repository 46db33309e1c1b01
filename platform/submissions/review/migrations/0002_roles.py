"""Editors review submissions and keep canned answers; moderators and administrators decide."""

from django.db import migrations

from accounts.grants import permission

EVERYONE = ("Redacteur", "Moderator", "Beheerder")
DECIDES = ("Moderator", "Beheerder")
MAY = {
    ("claim", "review_submission"): EVERYONE,
    ("claim", "decide_submission"): DECIDES,
    ("cannedanswer", "add_cannedanswer"): EVERYONE,
    ("cannedanswer", "change_cannedanswer"): EVERYONE,
    ("cannedanswer", "delete_cannedanswer"): DECIDES,
}


def allow(apps, schema_editor):
    for (model, codename), roles in MAY.items():
        for group in apps.get_model("auth.Group").objects.filter(name__in=roles):
            group.permissions.add(permission(apps, "review", model, codename))


def forbid(apps, schema_editor):
    found = apps.get_model("auth.Permission").objects.filter(content_type__app_label="review")
    for group in apps.get_model("auth.Group").objects.filter(name__in=EVERYONE):
        group.permissions.remove(*found)


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial"), ("accounts", "0002_roles")]

    operations = [migrations.RunPython(allow, forbid)]
