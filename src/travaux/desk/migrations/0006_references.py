from django.db import migrations

# What a citation may say of each document, beside the columns of the document itself. Names of a place are parted by |.
CITABLE = """
CREATE TABLE desk_citable (
    document INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0
)
"""
# `wanted` is the key that the document meant is looked up by, `found` that document, once there is one.
REFERENCES = """
CREATE TABLE desk_reference (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    note TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    form TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    day TEXT,
    target TEXT NOT NULL,
    wanted TEXT NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0,
    found INTEGER,
    confidence TEXT,
    name TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    candidates TEXT NOT NULL DEFAULT '[]'
)
"""
INDEXES = [
    "CREATE INDEX desk_reference_document ON desk_reference (document)",
    "CREATE INDEX desk_reference_found ON desk_reference (found) WHERE found IS NOT NULL",
    "CREATE INDEX desk_reference_wanted ON desk_reference (wanted)",
    "CREATE INDEX desk_reference_fresh ON desk_reference (id) WHERE settled = 0",
]


class Migration(migrations.Migration):
    dependencies = [("desk", "0005_registers")]

    operations = [
        migrations.RunSQL([CITABLE, REFERENCES, *INDEXES], ["DROP TABLE desk_reference", "DROP TABLE desk_citable"])
    ]
