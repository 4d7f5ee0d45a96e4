"""Makes documents ready to be kept: the columns, the JSON and the words of their rows. Needs no database, so that any
process can do it, beside the one that writes the file."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from travaux.amend.proceedings import Examined
from travaux.desk import trees
from travaux.findings import Finding
from travaux.record.catalogue import Card, card
from travaux.record.cite import cite
from travaux.record.cited import Cited
from travaux.record.document import Document, When
from travaux.record.withholding import Withholding, withholding

# Control characters are signs of the snippets, so the index holds none; each stands for one, so offsets hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A document as it is kept. `tree` is all of it as JSON, `found` what `examine` found in it.

    `words` are those of its title, its body and what stands around that, as the index of words takes them. `card` is
    what others cite it by, and `cited` what it cites.
    """

    ident: str
    number: str
    kind: str
    title: str
    sender: str
    addressee: str
    date: datetime.date | None
    date_text: str
    when: When | None
    place: str
    classification: str
    signed: str
    withholding: Withholding
    tree: str
    found: str
    words: tuple[str, str, str]
    findings: tuple[Finding, ...]
    card: Card
    cited: tuple[Cited, ...]

    @property
    def bounds(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The days between which it was written, as far as they are known."""
        return (self.when.first, self.when.last) if self.when else (self.date, self.date)

    @property
    def volume(self) -> str:
        """The id up to its last slash."""
        return self.ident.rpartition("/")[0]


def ready(document: Document, examined: Examined) -> Ready:
    """A document with what was found in it, ready to be kept."""
    return Ready(
        ident=document.id,
        number=document.number or "",
        kind=document.kind.value,
        title=document.title,
        sender=document.sender or "",
        addressee=document.addressee or "",
        date=document.date,
        date_text=document.date_text or "",
        when=document.when,
        place=document.place or "",
        classification=document.classification or "",
        signed=document.signed or "",
        withholding=withholding(document),
        tree=trees.tree(document),
        found=trees.found(examined),
        words=(_plain(document.title), _plain(document.text), _plain(_margin(document))),
        findings=document.findings,
        card=card(document),
        cited=cite(document),
    )


def _margin(document: Document) -> str:
    """What stands around the body: source note, subject and footnotes."""
    source = document.source_note.text if document.source_note else ""
    notes = (note.text for note in document.notes)
    return "\n".join(filter(None, (document.subject, source, *notes)))


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)
