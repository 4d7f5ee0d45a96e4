import django.db.models.deletion
from django.db import migrations, models

from travaux.desk.database.tables import tables

# What a document names: `registers` says from which registers, `tree` has the mentions.
LINKED = """
CREATE TABLE desk_linked (
    document INTEGER PRIMARY KEY REFERENCES desk_document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    registers TEXT NOT NULL,
    tree TEXT NOT NULL
)
"""
# How often each document names an entry.
MENTION = """
CREATE TABLE desk_mention (
    entry INTEGER NOT NULL,
    document INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (entry, document)
) WITHOUT ROWID
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0004_facets")]

    operations = [
        # Sources of earlier formats were taken in without their lists.
        migrations.AddField("source", "listed", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="Register",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.TextField()),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("persons", models.PositiveIntegerField()),
                ("abbreviations", models.PositiveIntegerField()),
                ("tree", models.TextField()),
                (
                    "source",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="register", to="desk.source"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.TextField()),
                ("kind", models.TextField()),
                ("name", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("words", models.TextField()),
                ("tree", models.TextField()),
                (
                    "register",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="desk.register"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            "entry", models.UniqueConstraint(fields=["register", "ident"], name="desk_entry_of_register")
        ),
        tables(
            sqlite=[LINKED, MENTION],
            postgresql=[each.replace("INTEGER", "bigint").replace("WITHOUT ROWID", "") for each in (LINKED, MENTION)],
            back=["DROP TABLE desk_mention", "DROP TABLE desk_linked"],
        ),
    ]
