"""Takes a counterpart's Word file into the open file: the document, and every change in it as a proposal to a draft of
ours, to be confirmed or rejected one by one. All of it is one transaction.

A file without tracked changes is a draft that they tabled, and is kept as one. One with tracked changes is none: it
is our draft with proposals on it, and no later passage that speaks of the newest draft can mean it.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace

from django.utils import timezone

from travaux.actions.follow import follow
from travaux.actions.refer import refer
from travaux.amend.proceedings import Examined
from travaux.desk import file, journal, keep, models, shelf
from travaux.desk.access.viewer import house
from travaux.desk.journal import contents
from travaux.desk.journal.canonical import digest
from travaux.errors import TakenName, UnreadableInput
from travaux.exchange.word import file as word
from travaux.exchange.word.counter import Counter
from travaux.findings import Finding, Severity
from travaux.text.draft import Draft


def receive(content: bytes, *, name: str, against: str, by: str = "", date: datetime.date | None = None) -> Counter:
    """Keep the Word file `content`, called `name`, as a counter-proposal of the side `by` to the draft with the id
    `against`. Without a `date` it is of the day of its last tracked change, and never before our draft.

    Raises UnreadableInput when it is no Word file that can be read, UnknownDocument when there is no such draft,
    TakenName when the file has the document already, and FileTrouble when it takes no writing.
    """
    if not word.is_word(content):
        raise UnreadableInput("It is no Word file.", at=name, remedy="Save it as .docx.")
    with file.writing():
        found = word.against(content, name=name, ours=shelf.draft(against), by=by)
        sha256 = hashlib.sha256(content).hexdigest()
        _refuse_known(found, sha256, name)
        document = replace(
            found.document,
            date=_day(found, date),
            findings=tuple(one for one in found.findings if one.severity is not Severity.REFUSED),
        )
        theirs = replace(found.draft, date=document.date, derived_from=None)
        examined = Examined(() if found.tracked else (theirs,), found.instructions, _to_settle(found))
        source = models.Source.objects.create(
            name=name, sha256=sha256, size=len(content), read_at=timezone.now(), listed=True
        )
        keep.keep_documents([document], [examined], source=source, position=0)
        keep.keep_proceedings(follow())
        refer()
        _enter(source, document.id)
    return replace(found, document=document, draft=theirs)


def _enter(source: models.Source, document: str) -> None:
    hashes = {document: digest(shelf.row(document).tree)}
    content = contents.source(source, hashes) | contents.followed()
    journal.enter("received", journal.On("source", source.name), content)


def _refuse_known(found: Counter, sha256: str, name: str) -> None:
    with house():
        before = models.Source.objects.filter(sha256=sha256).first()
        taken = models.Document.objects.filter(ident=found.document.id).exists()
    if before is not None:
        raise TakenName("The file has it already.", at=name, remedy=f"It came in as {before.name}.")
    if taken:
        raise TakenName(
            f"The file has another document {found.document.id}.", at=name, remedy="Give the Word file another name."
        )


def _to_settle(found: Counter) -> tuple[Finding, ...]:
    return tuple(one for one in found.findings if one.severity is Severity.REFUSED)


def _day(found: Counter, date: datetime.date | None) -> datetime.date | None:
    """The day given; else that of the last change, or of our draft where that is later."""
    days = [day for day in (found.document.date, _date_of(found.ours)) if day is not None]
    return date or max(days, default=None)


def _date_of(draft: Draft) -> datetime.date | None:
    """The day of a draft, or of the document that it stands in."""
    return draft.date or shelf.row(draft.at.document).filed
