from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0008_outcomes")]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True)),
                ("passage", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("verdict", models.TextField(blank=True)),
                ("read_as", models.TextField()),
                ("reading", models.TextField(blank=True)),
                ("amends", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={"indexes": [models.Index("document", "start", name="desk_decision_of_passage")]},
        )
    ]
