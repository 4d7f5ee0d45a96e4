"""Begins the journal of a file: with what it has, where an earlier version of the program made it without one."""

from __future__ import annotations

import datetime
import uuid
from operator import itemgetter

from django.db.models import Model

from travaux.desk import models
from travaux.desk.journal import contents
from travaux.desk.journal.enter import On, enter
from travaux.desk.journal.proof import digest
from travaux.desk.journal.row import row
from travaux.desk.journal.rows import JournalEntry


def begun() -> bool:
    """Whether the open file has a journal."""
    return JournalEntry._base_manager.exists()


def begin(form: int) -> None:
    """Make the first entry, which gives the file a name of its own, and one for everything that is in already.

    What a file of an earlier format holds cannot be vouched for: the entries say how it was found.
    """
    enter("began", On("file"), {"file": uuid.uuid4().hex, "format": form})
    for source in models.Source._base_manager.order_by("id"):
        trees = models.Document._base_manager.filter(source=source).order_by("position", "id")
        found = trees.values_list("ident", "tree").iterator(chunk_size=100)
        hashes = {ident: digest(tree) for ident, tree in found}
        enter("found", On("source", source.name), contents.source(source, hashes))
    for kind, each in _said():
        enter("found", kind, row(each))
    if models.Draft._base_manager.exists():
        enter("found", On("drafts"), contents.followed())


def _said() -> list[tuple[On, Model]]:
    """What people decided, noted and entered, in the order of its time."""
    said: list[tuple[datetime.datetime, On, Model]] = [
        *((each.made_at, On("document", each.document), each) for each in models.Decision._base_manager.order_by("id")),
        *((each.made_at, On("draft", each.draft), each) for each in models.Remark._base_manager.order_by("id")),
        *(
            (each.made_at, On("register", each.name), each)
            for each in models.InstrumentRegister._base_manager.order_by("id")
        ),
    ]
    return [(on, each) for _, on, each in sorted(said, key=itemgetter(0))]
