from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0080_mandate")]

    operations = [
        migrations.CreateModel(
            name="IssueEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.TextField()),
                ("register", models.TextField(blank=True)),
                ("batch", models.PositiveIntegerField(default=0)),
                ("tree", models.TextField()),
                ("by", models.TextField(blank=True, default="")),
                ("takes_back", models.PositiveBigIntegerField(null=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={"indexes": [models.Index("register", "batch", name="desk_issue_entry_of_batch")]},
        )
    ]
