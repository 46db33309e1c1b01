"""Administrators see how the index is, and let the indexer try again."""

from django.db import migrations

ROLE = "Beheerder"


def permission(apps):
    """The permission, made when Django has not yet done so: that happens after the migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="search", model="indexchange"
    )
    return apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename="change_indexchange",
        defaults={"name": "Can change change to index"},
    )[0]


def grant(apps, schema_editor):
    apps.get_model("auth.Group").objects.get(name=ROLE).permissions.add(permission(apps))


def withdraw(apps, schema_editor):
    apps.get_model("auth.Group").objects.get(name=ROLE).permissions.remove(permission(apps))


class Migration(migrations.Migration):
    dependencies = [("search", "0005_steering_roles"), ("accounts", "0002_roles")]
    operations = [migrations.RunPython(grant, withdraw)]
