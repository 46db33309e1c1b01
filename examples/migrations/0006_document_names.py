from django.db import migrations, models

import examples.models.media


class Migration(migrations.Migration):
    dependencies = [
        ("examples", "0005_anonymity_decision"),
    ]

    operations = [
        migrations.AlterField(
            model_name="storydocument",
            name="file",
            field=models.FileField(upload_to=examples.models.media.document_path, verbose_name="file"),
        ),
    ]
