from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0060_access")]

    operations = [
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField(unique=True)),
                ("party", models.TextField(blank=True, default="")),
                ("lists", models.TextField(default="[]")),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("password", models.TextField()),
                ("level", models.PositiveSmallIntegerField(default=0)),
                ("lists", models.TextField(default="[]")),
                ("names", models.TextField(default="[]")),
                ("roles", models.TextField(default="[]")),
                ("active", models.BooleanField(default=True)),
                ("totp_key", models.TextField(blank=True, default="")),
                ("totp_last", models.PositiveBigIntegerField(default=0)),
                ("stamp", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
                ("offices", models.ManyToManyField("desk.office", related_name="members")),
            ],
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
            ],
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.TextField()),
                ("address", models.TextField()),
                ("at", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
