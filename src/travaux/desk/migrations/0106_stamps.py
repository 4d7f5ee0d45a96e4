import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0105_readings")]

    operations = [
        migrations.CreateModel(
            name="Stamp",
            fields=[
                ("place", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("looks", models.TextField()),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.source"),
                ),
            ],
        )
    ]
