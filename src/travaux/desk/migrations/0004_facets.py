from django.db import migrations

from travaux.desk.database.tables import tables

# A row for each document in order of date, so narrow that all of them are read in one go.
TABLE = """
CREATE TABLE desk_facets (
    filed TEXT NOT NULL,
    source INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL,
    date TEXT,
    kind TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    signed TEXT NOT NULL,
    classification TEXT NOT NULL,
    volume TEXT NOT NULL,
    withheld INTEGER NOT NULL,
    PRIMARY KEY (filed, source, position)
) WITHOUT ROWID
"""
POSTGRESQL = (
    TABLE.replace("INTEGER", "bigint").replace("withheld bigint", "withheld boolean").replace("WITHOUT ROWID", "")
)
# The volume is the id up to its last slash.
FILL = """
INSERT INTO desk_facets
SELECT coalesce(filed, ''), source_id, position, id, date, kind, sender, addressee, coalesce(json_extract(tree, '$.signed'), ''),
       classification, rtrim(rtrim(ident, replace(ident, '/', '')), '/'),
       coalesce(json_array_length(tree, '$.withheld'), 0) > 0
FROM desk_document
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_found")]

    operations = [tables(sqlite=[TABLE, FILL], postgresql=[POSTGRESQL], back=["DROP TABLE desk_facets"])]
