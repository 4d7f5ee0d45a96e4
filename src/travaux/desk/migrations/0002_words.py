from django.db import migrations

WORDS = """
CREATE VIRTUAL TABLE desk_words USING fts5(
    title, body, notes, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
# The parts that the index grows in are joined when a build is done: to join some of them before is work done twice.
JOIN_AT_THE_END = "INSERT INTO desk_words (desk_words, rank) VALUES ('automerge', 0)"


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_documents")]

    operations = [migrations.RunSQL([WORDS, JOIN_AT_THE_END], "DROP TABLE desk_words")]
