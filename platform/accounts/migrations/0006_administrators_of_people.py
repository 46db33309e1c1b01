"""Administrators register domains, appoint members and answer requests."""

from django.db import migrations

from accounts.grants import grant

MAY = {
    "municipalitydomain": ("add", "change", "delete", "view"),
    "membership": ("add", "change", "delete", "view"),
    "membershiprequest": ("change", "view"),
}


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_counters")]

    operations = [grant("accounts", model, actions, ["Beheerder"]) for model, actions in MAY.items()]
