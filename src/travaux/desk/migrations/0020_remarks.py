from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0009_decisions")]

    operations = [
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("draft", models.TextField()),
                ("clause", models.TextField()),
                ("kind", models.TextField()),
                ("words", models.TextField()),
                ("document", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(default=0)),
                ("end", models.PositiveIntegerField(default=0)),
                ("note", models.TextField(blank=True)),
                ("passage", models.TextField(blank=True)),
                ("takes_back", models.PositiveBigIntegerField(null=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={"indexes": [models.Index("draft", name="desk_remark_of_draft")]},
        )
    ]
