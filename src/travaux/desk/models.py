"""What a negotiation's file keeps: columns for what is asked for, and `tree`, the whole as JSON. State only.

Drafts, steps and the findings made in following them are proposals, derived anew from the documents and from what
people decided on their passages; sources, documents and decisions are never changed once they are in.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.db import models

from travaux.desk.access.managers import ByDocument, BySource, RestingOn, Visible
from travaux.desk.access.portions import as_seen
from travaux.desk.entered import (
    AuthorityDecision,
    ClearanceEntry,
    Decision,
    DirectiveDecision,
    InstrumentRegister,
    IssueEntry,
    Remark,
    TermDecision,
    Withholding,
)
from travaux.desk.journal.rows import JournalEntry as JournalEntry
from travaux.desk.people.tables import Attempt, Office, Person, Session, Token

__all__ = [
    "Attempt", "AuthorityDecision", "ClearanceEntry", "Decision", "DirectiveDecision", "Document", "Draft", "Entry",
    "Finding", "Finished", "InstrumentRegister", "IssueEntry", "JournalEntry", "Marked", "Marking", "Office", "Person",
    "Portion", "Reading", "Register", "Remark", "Session", "Source", "Stage", "Stamp", "Step", "TermDecision", "Token",
    "Withholding",
]  # fmt: skip


class Source(models.Model):
    """A file that was read, known again by the hash of its bytes; `followed`: drafts were sought in it, `listed`: so
    were lists of persons and abbreviations."""

    name = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    read_at = models.DateTimeField()
    followed = models.BooleanField(default=False)
    listed = models.BooleanField(default=False)

    objects = BySource("pk")

    def __str__(self) -> str:
        return self.name


class Stamp(models.Model):
    """How the file of a source looked from outside when it was last hashed, as `desk.stamps` says. It may be thrown
    away at any time: the file is then hashed again. It is no part of what the journal proves."""

    place = models.CharField(max_length=64, primary_key=True)
    looks = models.TextField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")

    objects = BySource("source")

    def __str__(self) -> str:
        return f"{self.source_id}: {self.looks}"


class Finished(models.Model):
    """That nothing was left to link or to settle by rules with that hash, when the last entry of the journal had the
    hash `entry`. It may be thrown away at any time, and is no part of what the journal proves."""

    rules = models.CharField(max_length=64, primary_key=True)
    entry = models.CharField(max_length=64)

    objects: ClassVar[models.Manager[Finished]] = models.Manager()

    def __str__(self) -> str:
        return self.entry


class Marking(models.Model):
    """A level with a distribution, as `access.marking` writes it."""

    tree = models.TextField(unique=True)

    def __str__(self) -> str:
        return self.tree


class Document(models.Model):
    """A document of the record: `ident` is its id ('frus1958-60v18/d28'), `position` its place in the source.

    `filed` is the date that puts it in order: the first day that its own may mean, or for an undated one that of the
    document before it. `date_text` is what is printed, `edtf` what that means, `inferred` where editors supplied it.
    `found` is what was found in it by itself, as JSON: "" for nothing, null where it was not yet looked for. Without a
    `marking` nobody sees it but the one person at the machine.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="documents")
    ident = models.TextField(unique=True)
    position = models.PositiveIntegerField()
    number = models.TextField(blank=True)
    kind = models.TextField(db_index=True)
    title = models.TextField()
    sender = models.TextField(blank=True)
    addressee = models.TextField(blank=True)
    date = models.DateField(null=True)
    filed = models.DateField(null=True)
    date_text = models.TextField(blank=True)
    edtf = models.TextField(blank=True, default="")
    inferred = models.BooleanField(default=False)
    place = models.TextField(blank=True)
    classification = models.TextField(blank=True)
    withheld_in_full = models.BooleanField(default=False)
    tree = models.TextField()
    found = models.TextField(null=True)
    marking = models.ForeignKey(Marking, null=True, on_delete=models.PROTECT, related_name="+")

    objects = Visible()

    class Meta:
        indexes = [models.Index("filed", "source", "position", name="desk_document_in_order")]

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **more: Any) -> Self:
        """The row as whoever looks may see it: without the words of portions that they may not."""
        row = super().from_db(db, field_names, values, **more)
        as_seen(row)
        return row

    def __str__(self) -> str:
        return self.ident


class Marked(models.Model):
    """That a person gave a document another marking than it had."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    marking = models.ForeignKey(Marking, on_delete=models.PROTECT, related_name="+")
    by = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    objects = ByDocument()

    def __str__(self) -> str:
        return f"{self.document}: {self.marking}"


class Portion(models.Model):
    """A passage of a document with a marking of its own; it counts until it is taken back."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    marking = models.ForeignKey(Marking, on_delete=models.PROTECT, related_name="+")
    by = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.TextField(blank=True, default="")

    objects = ByDocument()

    def __str__(self) -> str:
        return f"{self.document} {self.start}-{self.end}: {self.marking}"


class Draft(models.Model):
    """A version of an instrument, found in `document` or made by its instructions, in order of `position`. `rests_on`:
    the documents whose words are in it or in a draft that it is derived from."""

    ident = models.TextField(unique=True)
    position = models.PositiveIntegerField()
    title = models.TextField()
    date = models.DateField(null=True)
    proposed_by = models.TextField(blank=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="drafts")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    derived_from = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="derived")
    tree = models.TextField()
    rests_on = models.ManyToManyField(Document, related_name="+")

    objects = RestingOn()

    def __str__(self) -> str:
        return self.ident


class Step(models.Model):
    """An instruction in `document` and what became of it; `position` is its order. `rests_on`: the documents that it
    speaks of, and those of the drafts that it was held against and helped to make."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    outcome = models.TextField(db_index=True)
    base = models.ForeignKey(Draft, null=True, on_delete=models.CASCADE, related_name="held_against")
    result = models.ForeignKey(Draft, null=True, on_delete=models.CASCADE, related_name="made_by")
    tree = models.TextField()
    rests_on = models.ManyToManyField(Document, related_name="+")

    objects = RestingOn()

    def __str__(self) -> str:
        return f"{self.document_id} {self.start}-{self.end}: {self.outcome}"


class Stage(models.TextChoices):
    """The work in which a finding was made."""

    READING = "reading"
    FOLLOWING = "following"


class Finding(models.Model):
    """A thing for a person to settle, at a passage of `document`; where it explains a `step`, that too. `rests_on`: the
    documents that it speaks of."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="findings")
    stage = models.TextField(choices=Stage.choices)
    step = models.ForeignKey(Step, null=True, on_delete=models.CASCADE, related_name="findings")
    code = models.TextField(db_index=True)
    severity = models.TextField()
    message = models.TextField()
    remedy = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    rests_on = models.ManyToManyField(Document, related_name="+")

    objects = RestingOn()

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class Reading(models.Model):
    """What the program reads of a document on a subject, as JSON, by the rules whose hash is `rules`. It may be thrown
    away at any time: it is then read anew. It is no part of what the journal proves."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    subject = models.TextField()
    rules = models.CharField(max_length=64)
    tree = models.TextField()

    objects = ByDocument()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "subject"], name="desk_reading_of_document")]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.subject}"


class Register(models.Model):
    """The persons and abbreviations that a source lists; `since` and `until` is the time of most of its documents.

    `persons` and `abbreviations` say whether it has any: a source without borrows those of others.
    """

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="register")
    ident = models.TextField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    persons = models.PositiveIntegerField()
    abbreviations = models.PositiveIntegerField()
    tree = models.TextField()

    objects = BySource("source")

    def __str__(self) -> str:
        return self.ident


class Entry(models.Model):
    """A person or an abbreviation of a register: `ident` is its id there, `name` what leads it in the list, `words` the
    whole of it as printed."""

    register = models.ForeignKey(Register, on_delete=models.CASCADE, related_name="entries")
    ident = models.TextField()
    kind = models.TextField()
    name = models.TextField(db_index=True)
    position = models.PositiveIntegerField()
    words = models.TextField()
    tree = models.TextField()

    objects = BySource("register__source")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "ident"], name="desk_entry_of_register")]

    def __str__(self) -> str:
        return f"{self.register_id}/{self.ident}"
