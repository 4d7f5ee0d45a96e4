"""The table of the journal. State only: `enter` adds to it, and the database itself refuses to change what is in it."""

from __future__ import annotations

from django.db import models


class JournalEntry(models.Model):
    """A change that somebody made: what it was is the `verb`, on the object of that `kind` and `name`.

    Entries are numbered from 1 without a gap. `clock` is what the machine's clock said; `at` is the same, or the time
    of the entry before where the clock had been set back: times never fall. `content` is canonical JSON, and
    `content_hash` its hash; `before` is the hash of the entry before, `hash` that of this one.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    clock = models.DateTimeField()
    by = models.TextField(blank=True)
    verb = models.TextField()
    kind = models.TextField()
    name = models.TextField(blank=True)
    content = models.TextField()
    content_hash = models.CharField(max_length=64)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        app_label = "desk"
        db_table = "desk_journal"
        indexes = [models.Index("kind", "name", name="desk_journal_of_object")]

    def __str__(self) -> str:
        return f"{self.number}: {self.verb} {self.kind} {self.name}".rstrip()
