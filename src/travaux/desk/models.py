"""What a negotiation's file keeps: columns for what is asked for, and `tree`, the whole as JSON. State only.

Drafts, steps and the findings made in following them are proposals, derived anew from the documents and from what
people decided on their passages; sources, documents and decisions are never changed once they are in.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models

from travaux.desk.access.managers import ByCited, ByDocument, ByRemark, BySource, RestingOn, Visible
from travaux.desk.access.portions import as_seen
from travaux.desk.journal.rows import JournalEntry as JournalEntry
from travaux.desk.people.tables import Attempt, Office, Person, Session, Token

__all__ = [
    "Attempt", "AuthorityDecision", "ClearanceEntry", "Decision", "DirectiveDecision", "Document", "Draft", "Entry",
    "Finding", "InstrumentRegister", "IssueEntry", "JournalEntry", "Marked", "Marking", "Office", "Person", "Portion",
    "Register", "Remark", "Session", "Source", "Stage", "Step", "TermDecision", "Token", "Withholding",
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


class Decision(models.Model):
    """What a person decided on a passage of `document`, known by its id, its span and the hash of its words, so that
    it holds when the file is built again. The newest of a passage counts; `verdict` "" takes back the one before.

    `read_as` is what the passage was taken to order, `reading` the words as which it is to be read, `amends` the id of
    the draft chosen.
    """

    document = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    passage = models.TextField()
    sha256 = models.CharField(max_length=64)
    verdict = models.TextField(blank=True)
    read_as = models.TextField()
    reading = models.TextField(blank=True)
    amends = models.TextField(blank=True)
    made_at = models.DateTimeField()

    objects = ByCited()

    class Meta:
        indexes = [models.Index("document", "start", name="desk_decision_of_passage")]

    def __str__(self) -> str:
        return f"{self.document} {self.start}-{self.end}: {self.verdict or 'taken back'}"


class Remark(models.Model):
    """What a person noted on a clause of a draft, known by the draft's id and the clause's address, so that it holds
    when the file is built again. Never changed: `takes_back` is the id of the one that this row takes back.

    A remark that cites has the passage's document, span and words.
    """

    draft = models.TextField()
    clause = models.TextField()
    kind = models.TextField()
    words = models.TextField()
    document = models.TextField(blank=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    note = models.TextField(blank=True)
    passage = models.TextField(blank=True)
    takes_back = models.PositiveBigIntegerField(null=True)
    made_at = models.DateTimeField()

    objects = ByRemark()

    class Meta:
        indexes = [models.Index("draft", name="desk_remark_of_draft")]

    def __str__(self) -> str:
        return f"{self.draft}, {self.clause}: {self.words}"


class InstrumentRegister(models.Model):
    """A register of instruments and events as a person wrote it (TOML), by its name. The newest of a name counts; ""
    takes back the one before."""

    name = models.TextField(db_index=True)
    content = models.TextField(blank=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class TermDecision(models.Model):
    """What a person decided on a term that the final clauses of a draft were read as, `tree` as it was read then. The
    newest of a `term` counts; `verdict` "" takes back the one before."""

    draft = models.TextField(db_index=True)
    document = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    term = models.TextField()
    tree = models.TextField()
    verdict = models.TextField(blank=True)
    by = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    objects = ByCited()

    def __str__(self) -> str:
        return f"{self.draft}, {self.term}: {self.verdict or 'taken back'}"


class Withholding(models.Model):
    """Words of `document` that a person marked as not to leave, known by span and hash, so that the mark holds when the
    file is built again; or, with `releases`, that the mark of that id no longer holds from `date` on. Never changed.

    `kept_in` is the widest edition that still has the words, "" where none has.
    """

    document = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    unit = models.TextField()
    kept_in = models.TextField(blank=True)
    reason = models.TextField()
    authority = models.TextField()
    date = models.DateField()
    releases = models.PositiveBigIntegerField(null=True)
    made_at = models.DateTimeField()

    objects = ByCited()

    class Meta:
        indexes = [models.Index("document", "start", name="desk_withholding_of_passage")]

    def __str__(self) -> str:
        return f"{self.document} {self.start}-{self.end}: {self.reason}"


class IssueEntry(models.Model):
    """An issue, a passage on one, a position, a withdrawal or a settlement, as `tree`. Never changed: `takes_back` is
    the id of the entry that this row takes back.

    Those of one `register` (a file by its name) and one `batch` were taken together; the newest batch of a name counts.
    """

    kind = models.TextField()
    register = models.TextField(blank=True)
    batch = models.PositiveIntegerField(default=0)
    tree = models.TextField()
    by = models.TextField(blank=True, default="")
    takes_back = models.PositiveBigIntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index("register", "batch", name="desk_issue_entry_of_batch")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class ClearanceEntry(models.Model):
    """An act on a package, in its order: the log that `clearance.routing` tells the rest from. Never changed.

    `by` is the office that acted, `person` who did.
    """

    package = models.TextField()
    position = models.PositiveIntegerField()
    kind = models.TextField()
    tree = models.TextField()
    by = models.TextField()
    person = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["package", "position"], name="desk_clearance_in_order")]

    def __str__(self) -> str:
        return f"{self.package}, {self.position}: {self.kind} by {self.by}"


class DirectiveDecision(models.Model):
    """What a person decided on a directive at a passage of `document`, known like a `Decision` by its span and the hash
    of its words. The newest of a passage counts; `verdict` "" takes back the one before.

    `told` is the directive as it is to stand, as JSON: act, object, condition and the rest; "" leaves it as read.
    """

    document = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    passage = models.TextField()
    sha256 = models.CharField(max_length=64)
    verdict = models.TextField(blank=True)
    told = models.TextField(blank=True)
    by = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    objects = ByCited()

    class Meta:
        indexes = [models.Index("document", "start", name="desk_directive_of_passage")]

    def __str__(self) -> str:
        return f"{self.document} {self.start}-{self.end}: {self.verdict or 'taken back'}"


class AuthorityDecision(models.Model):
    """What the approver decided on recommendation `number` of the request in `document`, as a person entered it, with
    what he added. The newest of a recommendation counts; `decided` "" takes back the one before.
    """

    document = models.TextField()
    number = models.TextField()
    decided = models.TextField(blank=True)
    addition = models.TextField(blank=True)
    approver = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    by = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    objects = ByCited()

    class Meta:
        indexes = [models.Index("document", "number", name="desk_authority_of_request")]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}: {self.decided or 'taken back'}"
