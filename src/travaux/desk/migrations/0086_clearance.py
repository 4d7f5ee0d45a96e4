from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0085_positions")]

    operations = [
        migrations.CreateModel(
            name="ClearanceEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("package", models.TextField()),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("tree", models.TextField()),
                ("by", models.TextField()),
                ("person", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["package", "position"], name="desk_clearance_in_order")]
            },
        )
    ]
