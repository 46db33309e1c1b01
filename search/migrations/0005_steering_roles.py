"""Moderators and administrators put results first or hide them."""

from django.db import migrations

ROLES = ("Moderator", "Beheerder")
ACTIONS = ("add", "change", "delete")


def permissions(apps):
    """The permissions, made when Django has not yet done so: that happens after the migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="search", model="steeredresult"
    )
    for action in ACTIONS:
        yield apps.get_model("auth.Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_steeredresult",
            defaults={"name": f"Can {action} result put first or hidden"},
        )[0]


def grant(apps, schema_editor):
    for group in apps.get_model("auth.Group").objects.filter(name__in=ROLES):
        group.permissions.add(*permissions(apps))


def withdraw(apps, schema_editor):
    for group in apps.get_model("auth.Group").objects.filter(name__in=ROLES):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("search", "0004_counts_and_steering"), ("accounts", "0002_roles")]
    operations = [migrations.RunPython(grant, withdraw)]
