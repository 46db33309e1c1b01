"""Moderators and administrators keep the thesaurus; nobody deletes, for concepts are switched off."""

from django.db import migrations

from accounts.grants import grant


class Migration(migrations.Migration):
    dependencies = [("search", "0002_thesaurus"), ("accounts", "0002_roles")]
    operations = [grant("search", "thesaurusconcept", ("add", "change"), ("Moderator", "Beheerder"))]
