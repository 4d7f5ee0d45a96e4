from django.db import migrations

from travaux.desk.database.tables import tables

WORDS = """
CREATE VIRTUAL TABLE desk_words USING fts5(
    title, body, notes, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
# The parts that the index grows in are joined when a build is done: to join some of them before is work done twice. A
# part takes the words of a whole volume.
JOIN_AT_THE_END = [
    f"INSERT INTO desk_words (desk_words, rank) VALUES ('{setting}', {value})"
    for setting, value in (("automerge", 0), ("crisismerge", 64), ("hashsize", 16_000_000))
]
# Every word counts, under the stem that Porter's rules give it.
KINDS = "asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart, int, uint, float, sfloat, version, email, url, host, url_path, file"
VECTORS = [
    "CREATE TEXT SEARCH DICTIONARY travaux_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION travaux (PARSER = default)",
    f"ALTER TEXT SEARCH CONFIGURATION travaux ADD MAPPING FOR {KINDS} WITH travaux_stem",
    """
    CREATE TABLE desk_words (
        document bigint PRIMARY KEY,
        title text NOT NULL,
        body text NOT NULL,
        notes text NOT NULL,
        title_words tsvector NOT NULL,
        body_words tsvector NOT NULL,
        notes_words tsvector NOT NULL
    )
    """,
    *(
        f"CREATE INDEX desk_{column} ON desk_words USING gin ({column})"
        for column in ("title_words", "body_words", "notes_words")
    ),
]


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_documents")]

    operations = [tables(sqlite=[WORDS, *JOIN_AT_THE_END], postgresql=VECTORS, back=["DROP TABLE desk_words"])]
