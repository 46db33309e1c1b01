"""Administrators see how the index is, and let the indexer try again."""

from django.db import migrations

from accounts.grants import grant


class Migration(migrations.Migration):
    dependencies = [("search", "0005_steering_roles"), ("accounts", "0002_roles")]
    operations = [grant("search", "indexchange", ("change",), ("Beheerder",))]
