from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0106_stamps")]

    operations = [
        migrations.CreateModel(
            name="Finished",
            fields=[
                ("rules", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("entry", models.CharField(max_length=64)),
            ],
        )
    ]
