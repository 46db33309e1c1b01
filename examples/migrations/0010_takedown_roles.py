"""Who sees reports, takes stories off the site, erases them and reads the audit log."""

from django.db import migrations

from accounts.grants import permission

EDITORS = ("Redacteur", "Moderator", "Beheerder")
GRANTS = {
    ("examples", "storyreport", "view_storyreport"): EDITORS,
    ("examples", "storyreport", "change_storyreport"): ("Moderator", "Beheerder"),
    ("examples", "examplepage", "erase_examplepage"): ("Beheerder",),
    ("core", "auditentry", "view_auditentry"): ("Beheerder",),
}


def grant(apps, schema_editor):
    for wanted, roles in GRANTS.items():
        for group in apps.get_model("auth.Group").objects.filter(name__in=roles):
            group.permissions.add(permission(apps, *wanted))


def withdraw(apps, schema_editor):
    for wanted, roles in GRANTS.items():
        for group in apps.get_model("auth.Group").objects.filter(name__in=roles):
            group.permissions.remove(permission(apps, *wanted))


class Migration(migrations.Migration):
    dependencies = [
        ("examples", "0009_takedown"),
        ("accounts", "0002_roles"),
        ("core", "0002_audit_and_erasure"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
