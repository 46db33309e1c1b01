"""Administrators register domains, appoint members and answer requests."""

import importlib

from django.db import migrations

permission = importlib.import_module("accounts.migrations.0002_roles").permission
MAY = {
    "municipalitydomain": ("add", "change", "delete", "view"),
    "membership": ("add", "change", "delete", "view"),
    "membershiprequest": ("change", "view"),
}


def allow(apps, schema_editor):
    for group in apps.get_model("auth.Group").objects.filter(name="Beheerder"):
        for model, actions in MAY.items():
            group.permissions.add(
                *(permission(apps, "accounts", model, f"{action}_{model}") for action in actions)
            )


def forbid(apps, schema_editor):
    for group in apps.get_model("auth.Group").objects.filter(name="Beheerder"):
        group.permissions.remove(
            *group.permissions.filter(content_type__app_label="accounts", content_type__model__in=MAY)
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_counters")]

    operations = [migrations.RunPython(allow, forbid)]
