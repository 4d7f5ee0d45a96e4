from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0030_instruments")]

    operations = [
        migrations.CreateModel(
            name="Withholding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True)),
                ("sha256", models.CharField(max_length=64)),
                ("unit", models.TextField()),
                ("kept_in", models.TextField(blank=True)),
                ("reason", models.TextField()),
                ("authority", models.TextField()),
                ("date", models.DateField()),
                ("releases", models.PositiveBigIntegerField(null=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={"indexes": [models.Index("document", "start", name="desk_withholding_of_passage")]},
        )
    ]
