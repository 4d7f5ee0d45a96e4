from django.db import migrations, models

from travaux.desk.database.tables import tables

# How much of each document was not released, in which unit.
WITHHELD = """
CREATE TABLE desk_withheld (
    volume TEXT NOT NULL,
    document INTEGER NOT NULL,
    unit TEXT NOT NULL,
    amount REAL NOT NULL,
    stated INTEGER NOT NULL,
    below INTEGER NOT NULL,
    unstated INTEGER NOT NULL,
    PRIMARY KEY (volume, document, unit)
) WITHOUT ROWID
"""
# The days between which a document was written; of those kept before, only the dates that are one day are known.
BOUNDS = [
    "ALTER TABLE desk_facets ADD COLUMN earliest TEXT",
    "ALTER TABLE desk_facets ADD COLUMN latest TEXT",
    "UPDATE desk_facets SET earliest = date, latest = date",
]
# Amounts that are not stated are told from "less than" when a document is read; those kept before have none.
FILL = """
INSERT INTO desk_withheld
SELECT rtrim(rtrim(ident, replace(ident, '/', '')), '/'), desk_document.id, coalesce(json_extract(each.value, '$.unit'), ''),
       coalesce(sum(json_extract(each.value, '$.amount')), 0), count(json_extract(each.value, '$.amount')), 0,
       count(*) - count(json_extract(each.value, '$.amount'))
FROM desk_document, json_each(tree, '$.withheld') AS each GROUP BY 1, 2, 3
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_references")]

    operations = [
        migrations.AddField("document", "edtf", models.TextField(blank=True, default="")),
        migrations.AddField("document", "inferred", models.BooleanField(default=False)),
        migrations.AddField("document", "withheld_in_full", models.BooleanField(default=False)),
        tables(
            sqlite=[WITHHELD, FILL, *BOUNDS],
            postgresql=[WITHHELD.replace("REAL", "double precision").replace("WITHOUT ROWID", ""), *BOUNDS],
            back=[
                "DROP TABLE desk_withheld",
                "ALTER TABLE desk_facets DROP COLUMN earliest",
                "ALTER TABLE desk_facets DROP COLUMN latest",
            ],
        ),
    ]
