"""Takes back what an entry of the journal did, by doing what undoes it: nothing is removed, and there is a new entry.

What came into the file stays: documents, and what was withheld until it is released.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from travaux.actions.enrol import require_free
from travaux.actions.follow import follow
from travaux.actions.permit import permit
from travaux.desk import file, instruments, journal, keep, models, remarks
from travaux.desk.access.viewer import house
from travaux.desk.journal import contents
from travaux.desk.journal.listing import Entry, entry
from travaux.errors import UnknownEntry

#: What such entries say.
CAN_BE_UNDONE = frozenset({"decided", "noted", "enrolled", "took back", "undid"})
#: What is undone: the row that the entry made, and what is to count instead; gives the content of the new entry.
_Undoing = Callable[[int], Mapping[str, Any]]


def undo(number: int) -> Entry:
    """Undo the entry of that number; gives the new entry.

    Raises UnknownEntry where there is none, where it cannot be undone, or where something later took its place, and
    FileTrouble when the file takes no writing.
    """
    permit("undo")
    with file.writing():
        undone, content = entry(number)
        table, key = _row(content)
        undoing = _UNDOING.get(table) if undone.verb != "found" else None
        if undoing is None:
            raise UnknownEntry(
                f"Entry {number} ({undone.verb} {undone.kind}) cannot be undone.",
                remedy="Decisions, remarks and registers can; what was withheld is released, and documents stay.",
            )
        try:
            made = undoing(key)
        except ObjectDoesNotExist:  # it rests on a document that may not be seen
            raise UnknownEntry(f"There is no entry {number}.", remedy="Look at the journal.") from None
        new = journal.enter("undid", journal.On(undone.kind, undone.name), {"undoes": number, **made})
    return entry(new)[0]


def _row(content: Mapping[str, Any]) -> tuple[str, int]:
    rows = content.get("rows", ())
    return (rows[0]["table"], rows[0]["key"]) if len(rows) == 1 else ("", 0)


def _decision(key: int) -> Mapping[str, Any]:
    """Have the decision before it count again, or none."""
    row = models.Decision.objects.get(pk=key)
    on = models.Decision.objects.filter(document=row.document, start=row.start, end=row.end, note=row.note)
    _require_newest(on.order_by("-id").first(), row, "passage")
    again = on.filter(pk__lt=key).order_by("-id").first() or row
    if again is row:
        again.verdict, again.read_as, again.reading, again.amends = "", "[]", "", ""
    _add(again)
    keep.keep_proceedings(follow())
    return journal.row(again) | contents.followed()


def _register(key: int) -> Mapping[str, Any]:
    """Have the register before it count again, or none of its name."""
    row = models.InstrumentRegister.objects.get(pk=key)
    named = models.InstrumentRegister.objects.filter(name=row.name).order_by("-id")
    _require_newest(named.first(), row, "register")
    again = named.filter(pk__lt=key).first() or models.InstrumentRegister(name=row.name, content="")
    if again.content:
        with house():
            require_free(instruments.read(again.content, name=again.name), again.name)
    _add(again)
    return journal.row(again)


def _term(key: int) -> Mapping[str, Any]:
    """Have the decision on a term that was before it count again, or none."""
    row = models.TermDecision.objects.get(pk=key)
    on = models.TermDecision.objects.filter(draft=row.draft, term=row.term).order_by("-id")
    _require_newest(on.first(), row, "term")
    again = on.filter(pk__lt=key).first() or row
    if again is row:
        again.verdict = ""
    _add(again)
    return journal.row(again)


def _remark(key: int) -> Mapping[str, Any]:
    """Take a remark back, or note anew the one that was taken back."""
    row = models.Remark.objects.get(pk=key)
    if row.takes_back is None:
        return journal.row(remarks.take_back(key, made_at=timezone.now()))
    again = models.Remark.objects.get(pk=row.takes_back)
    if remarks.counts(again):
        raise UnknownEntry("The remark was noted anew.", remedy="Look at it: travaux journal.")
    _add(again)
    return journal.row(again)


def _require_newest(
    newest: models.Decision | models.InstrumentRegister | models.TermDecision | None, row: Any, what: str
) -> None:
    if newest is None or newest.pk != row.pk:
        raise UnknownEntry(f"A later one took its place on the same {what}.", remedy="Undo that one first.")


def _add(row: models.Decision | models.InstrumentRegister | models.TermDecision | models.Remark) -> None:
    """Store a row anew, as the newest."""
    row.pk = None
    row.made_at = timezone.now()
    row.save(force_insert=True)


_UNDOING: Mapping[str, _Undoing] = {
    "desk_decision": _decision,
    "desk_instrumentregister": _register,
    "desk_remark": _remark,
    "desk_termdecision": _term,
}
