from __future__ import annotations

from django.db import migrations, models

from travaux.desk.database.tables import tables

# What is in the journal is never changed: the database itself says no.
REFUSED = "the journal is only ever added to"
NO_CHANGE = f"""
CREATE TRIGGER desk_journal_no_change BEFORE UPDATE ON desk_journal
BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END
"""
NO_REMOVAL = f"""
CREATE TRIGGER desk_journal_no_removal BEFORE DELETE ON desk_journal
BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END
"""
POSTGRESQL = [
    f"""
    CREATE FUNCTION desk_journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$
    """,
    "CREATE TRIGGER desk_journal_no_change BEFORE UPDATE OR DELETE ON desk_journal FOR EACH ROW EXECUTE FUNCTION desk_journal_refuse()",
    "CREATE TRIGGER desk_journal_no_removal BEFORE TRUNCATE ON desk_journal FOR EACH STATEMENT EXECUTE FUNCTION desk_journal_refuse()",
]


class Migration(migrations.Migration):
    dependencies = [("desk", "0061_people")]

    operations = [
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("clock", models.DateTimeField()),
                ("by", models.TextField(blank=True)),
                ("verb", models.TextField()),
                ("kind", models.TextField()),
                ("name", models.TextField(blank=True)),
                ("content", models.TextField()),
                ("content_hash", models.CharField(max_length=64)),
                ("before", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "desk_journal",
                "indexes": [models.Index("kind", "name", name="desk_journal_of_object")],
            },
        ),
        tables(sqlite=[NO_CHANGE, NO_REMOVAL], postgresql=POSTGRESQL, back=[]),
    ]
