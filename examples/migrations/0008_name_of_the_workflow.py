"""The workflow is called after what the interface calls a story: "voorbeeld"."""

from django.db import migrations

BEFORE, NOW = "Controle van verhalen", "Controle van voorbeelden"


def rename(apps, before, now):
    apps.get_model("wagtailcore.Workflow").objects.filter(name=before).update(name=now)


def forwards(apps, schema_editor):
    rename(apps, BEFORE, NOW)


def backwards(apps, schema_editor):
    rename(apps, NOW, BEFORE)


class Migration(migrations.Migration):
    dependencies = [
        ("examples", "0007_words_for_editors"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
