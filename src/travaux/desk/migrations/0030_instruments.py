from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0020_remarks")]

    operations = [
        migrations.CreateModel(
            name="InstrumentRegister",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField(db_index=True)),
                ("content", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
            ],
        )
    ]
