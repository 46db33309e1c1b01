"""Moderators and administrators put results first or hide them."""

from django.db import migrations

from accounts.grants import grant


class Migration(migrations.Migration):
    dependencies = [("search", "0004_counts_and_steering"), ("accounts", "0002_roles")]
    operations = [grant("search", "steeredresult", ("add", "change", "delete"), ("Moderator", "Beheerder"))]
