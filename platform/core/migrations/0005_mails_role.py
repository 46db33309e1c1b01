"""Administrators see what became of the e-mails and have them sent again."""

from django.db import migrations

ROLE = "Beheerder"


def permission(apps):
    """The permission, made when Django has not yet done so: that happens after the migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="core", model="outgoingmail"
    )
    return apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename="change_outgoingmail",
        defaults={"name": "Can change outgoing e-mail"},
    )[0]


def grant(apps, schema_editor):
    apps.get_model("auth.Group").objects.get(name=ROLE).permissions.add(permission(apps))


def withdraw(apps, schema_editor):
    apps.get_model("auth.Group").objects.get(name=ROLE).permissions.remove(permission(apps))


class Migration(migrations.Migration):
    dependencies = [("core", "0004_outgoing_mail"), ("accounts", "0002_roles")]
    operations = [migrations.RunPython(grant, withdraw)]
