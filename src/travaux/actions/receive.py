"""Takes a file that came from elsewhere into the open file: the document, and what it is to the negotiation. All of it
is one transaction.

A file without tracked changes is a draft that they tabled, and is kept as one; where it is said which draft of ours it
answers, what it changes in that is kept as proposals too. One with tracked changes is none: it is our draft with
proposals on it, each to be confirmed or rejected, and no later passage that speaks of the newest draft can mean it.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace

from django.utils import timezone

from travaux.actions.follow import follow
from travaux.actions.permit import permit
from travaux.actions.refer import refer
from travaux.amend.proceedings import Examined
from travaux.desk import file, journal, keep, models, shelf
from travaux.desk.access.viewer import house
from travaux.desk.journal import contents
from travaux.desk.journal.proof import digest
from travaux.errors import TakenName, UnknownDocument
from travaux.exchange.incoming import incoming
from travaux.exchange.word.counter import Counter
from travaux.findings import Finding, Severity
from travaux.text.draft import Draft


def receive(
    content: bytes, *, name: str, against: str = "", by: str = "", date: datetime.date | None = None
) -> Counter:
    """Keep the file `content`, called `name`, in a format that comes in: as a counter-proposal of the side `by` to the
    draft with the id `against`; without it as a draft. Without a `date` it is of its own, or of the day of its last
    tracked change, and an answer never before our draft.

    Raises UnreadableInput when it is in no format that comes in, UnknownDocument when there is no such draft or the
    file has changes and it is not said of what, TakenName when the file has the document already, and FileTrouble when
    it takes no writing.
    """
    permit("receive")
    with file.writing():
        ours = shelf.draft(against) if against else None
        found = incoming(content, name=name, ours=ours, by=by)
        if found.tracked and ours is None:
            raise UnknownDocument(
                "It has tracked changes, and it is not said which draft they are to change.",
                at=name,
                remedy="Say which draft of ours it answers, or send the file with its changes accepted.",
            )
        sha256 = hashlib.sha256(content).hexdigest()
        _refuse_known(found, sha256, name)
        document = replace(
            found.document,
            date=date or _day(found, ours),
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
            f"The file has another document {found.document.id}.", at=name, remedy="Give the file another name."
        )


def _to_settle(found: Counter) -> tuple[Finding, ...]:
    return tuple(one for one in found.findings if one.severity is Severity.REFUSED)


def _day(found: Counter, ours: Draft | None) -> datetime.date | None:
    """The day of the file; of an answer that of our draft where that is later."""
    days = [found.document.date, _date_of(ours) if ours else None]
    return max((day for day in days if day is not None), default=None)


def _date_of(draft: Draft) -> datetime.date | None:
    """The day of a draft, or of the document that it stands in."""
    return draft.date or shelf.row(draft.at.document).filed
