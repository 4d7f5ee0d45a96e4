"""What people entered in a negotiation's file, and what they took back. No row is ever changed. State only."""

from __future__ import annotations

from django.db import models

from travaux.desk.access.managers import ByCited, ByRemark


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
