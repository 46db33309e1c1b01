from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("submissions", "0002_storyreadings")]

    operations = [
        migrations.RenameModel("StoryReadings", "StoryUse"),
        migrations.RenameField("StoryUse", "number", "read"),
        migrations.AddField("StoryUse", "copied", models.PositiveIntegerField(default=0)),
        migrations.AlterField(
            "StoryUse",
            "page",
            models.ForeignKey("examples.ExamplePage", on_delete=models.CASCADE, related_name="uses"),
        ),
        migrations.AlterModelOptions(
            "StoryUse",
            options={
                "ordering": ["month"],
                "verbose_name": "use of a story",
                "verbose_name_plural": "use of stories",
            },
        ),
    ]
