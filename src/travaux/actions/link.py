"""Links the documents of the open file with its registers: those not linked yet, and those whose registers changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from travaux.actions.workers import Workers
from travaux.desk import file, journal, models
from travaux.desk.registers.due import Loan, due, joined
from travaux.desk.registers.keep import keep_mentions, keep_register
from travaux.desk.registers.pack import Linked, Lists, keyed

_BATCH = 200
#: So many batches may wait while this process does something else first.
_AHEAD = 12


def take_lists(lists: Lists | None, source: models.Source, *, named: Sequence[tuple[int, Linked]] = ()) -> None:
    """Keep the lists of persons and abbreviations of a source whose documents are in, and what those documents, by
    their keys, were found to name of them. The transaction is the caller's."""
    if lists:
        row = keep_register(lists, source)
        keys = list(models.Entry.objects.filter(register=row).order_by("position").values_list("pk", flat=True))
        own = joined((Loan(row.pk),))
        keep_mentions([(document, own, *keyed(linked, keys)) for document, linked in named])
    source.listed = True
    source.save(update_fields=["listed"])


def link(workers: Workers, *, meanwhile: Callable[[], None] | None = None) -> int:
    """Link every document that is due, and tell how many there were. What was linked stays when it is stopped.

    `meanwhile` is done by this process while others begin with that, before anything of it is kept.
    """
    count = 0
    waiting = deque[tuple[tuple[Loan, ...], list[int], Future[list[Linked]]]]()
    for registers, documents in due():
        from travaux.actions.link_all import link_all  # with the automaton of names, when there is something to link

        lenders = models.Register.objects.in_bulk({loan.register for loan in registers})
        trees = tuple((lenders[loan.register].tree, loan) for loan in registers)
        entries = _entries(registers)
        for batch in (documents[first : first + _BATCH] for first in range(0, len(documents), _BATCH)):
            rows = dict(models.Document.objects.filter(pk__in=batch).values_list("pk", "tree"))
            size = sum(map(len, rows.values()))
            found = workers.do(link_all, [rows[key] for key in batch], trees, entries, size=size)
            waiting.append((registers, batch, found))
            if meanwhile and len(waiting) > (_AHEAD if workers.ahead else 0):
                meanwhile()
                meanwhile = None
            while not meanwhile and len(waiting) > workers.ahead:
                _keep(*waiting.popleft())
        count += len(documents)
    if meanwhile:
        meanwhile()
    while waiting:
        _keep(*waiting.popleft())
    return count


def _keep(registers: tuple[Loan, ...], documents: list[int], found: Future[list[Linked]]) -> None:
    linked = found.result()
    with file.writing():
        keep_mentions([(key, joined(registers), *each) for key, each in zip(documents, linked, strict=True)])
        journal.enter("linked", journal.On("lists", joined(registers).strip()), {"documents": len(documents)})


def _entries(registers: tuple[Loan, ...]) -> dict[str, int]:
    """The key of every entry of the registers under 'register/id'."""
    rows = models.Entry.objects.filter(register__in={loan.register for loan in registers})
    return {f"{register}/{ident}": key for key, register, ident in rows.values_list("pk", "register_id", "ident")}
