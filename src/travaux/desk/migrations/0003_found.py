from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_words")]

    operations = [migrations.AddField("document", "found", models.TextField(null=True))]
