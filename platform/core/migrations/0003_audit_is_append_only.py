"""The database itself refuses to change or remove audit entries."""

from django.db import migrations

from core.append_only import lift, protect


class Migration(migrations.Migration):
    dependencies = [("core", "0002_audit_and_erasure")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: protect(schema_editor.connection),
            lambda apps, schema_editor: lift(schema_editor.connection),
        )
    ]
