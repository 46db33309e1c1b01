from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import migrations, models


def from_translations(apps: Any, schema_editor: Any) -> None:
    """Give the languages of a story one origin. Which stories were copied earlier nothing tells."""
    story = apps.get_model("examples", "ExamplePage")
    for key in set(story.objects.values_list("translation_key", flat=True)):
        story.objects.filter(translation_key=key).update(origin=key)


class Migration(migrations.Migration):
    dependencies = [
        ("examples", "0012_content_check_in_workflow"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField("ExamplePage", "origin", models.UUIDField(null=True, editable=False)),
        migrations.RunPython(from_translations, migrations.RunPython.noop),
        migrations.AlterField(
            "ExamplePage", "origin", models.UUIDField(default=uuid4, editable=False, db_index=True)
        ),
    ]
