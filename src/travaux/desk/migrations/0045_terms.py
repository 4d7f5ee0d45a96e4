from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0086_clearance")]

    operations = [
        migrations.CreateModel(
            name="TermDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("draft", models.TextField(db_index=True)),
                ("document", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True)),
                ("term", models.TextField()),
                ("tree", models.TextField()),
                ("verdict", models.TextField(blank=True)),
                ("by", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
            ],
        )
    ]
