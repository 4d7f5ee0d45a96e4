from django.db import migrations

WORDS = """
CREATE VIRTUAL TABLE desk_words USING fts5(
    title, body, notes, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_documents")]

    operations = [migrations.RunSQL(WORDS, "DROP TABLE desk_words")]
