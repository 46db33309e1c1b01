"""The table in which attempts at signing in are counted."""

from django.core.management import call_command
from django.db import migrations

TABLE = "shared_counters"


def make_table(apps, schema_editor):
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


def remove_table(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE IF EXISTS {TABLE}")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_memberships")]

    operations = [migrations.RunPython(make_table, remove_table)]
