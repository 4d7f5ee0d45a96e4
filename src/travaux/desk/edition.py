"""Gives the documents of the open file as an edition has them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from travaux.desk import convert, marks, models
from travaux.desk.access.decide import partly
from travaux.desk.access.looked_at import look
from travaux.desk.access.viewer import house
from travaux.errors import FileTrouble, NotPermitted, UnknownDocument
from travaux.record.document import Document
from travaux.record.register import Register
from travaux.release.edition import edition
from travaux.release.mark import Edition, Mark, Unit


@dataclass(frozen=True, slots=True)
class Copied:
    """A document as an edition has it, the name of the source that it came in with, and that one's key."""

    source: int
    name: str
    document: Document


def documents(to: Edition, *, on: datetime.date) -> Iterator[Copied]:
    """Every document as the edition has it under the marks that hold on a day, in the order in which they came in.

    Raises FileTrouble where a mark is on words that its document no longer has, so that none leaves by mistake, and
    NotPermitted where one is on a document of which a portion is not shown to whoever asks.
    """
    held = marks.holding(on)
    _require_all_marks(on)
    rows = models.Document.objects.select_related("source").order_by("source_id", "position")
    known = set(models.Document.objects.filter(ident__in=list(held)).values_list("ident", flat=True))
    for ident in held.keys() - known:
        raise _astray(held[ident][0])
    for row in rows.iterator(chunk_size=100):
        look([row.ident])
        document = convert.document(row)
        for mark in held.get(row.ident, ()):
            if mark.unit is not Unit.DOCUMENT and not marks.is_on(mark, _passage(document, mark)):
                raise _astray(mark)
        yield Copied(row.source_id, row.source.name, edition(document, held.get(row.ident, ()), to).document)


def _require_all_marks(on: datetime.date) -> None:
    """Raises NotPermitted where a document that is shown in part has a mark that holds."""
    in_part = list(partly())
    if not in_part:
        return
    with house():
        marked = marks.holding(on)
        ident = models.Document.objects.filter(pk__in=in_part, ident__in=list(marked)).values_list("ident", flat=True)
        first = ident.order_by("id").first()
    if first is not None:
        remedy = "Have one make the edition who may see all of it."
        raise NotPermitted("Words are withheld in a document that is shown to you in part.", at=first, remedy=remedy)


def registers(to: Edition, *, on: datetime.date) -> dict[int, tuple[str, Register]]:
    """The lists of persons and abbreviations, with the name of their source by its key, without whoever is withheld by
    name."""
    names = tuple(_names(to, on))
    found = {}
    for row in models.Register.objects.select_related("source").order_by("id"):
        register = msgspec.json.decode(row.tree, type=Register)
        found[row.source_id] = (
            row.source.name,
            Register(
                register.id,
                tuple(each for each in register.persons if not _is_named(each.printed.words, names)),
                tuple(each for each in register.abbreviations if not _is_named(each.printed.words, names)),
                tuple(each for each in register.remarks if not _is_named(each, names)),
            ),
        )
    return found


def _names(to: Edition, on: datetime.date) -> Iterator[str]:
    for ident, held in marks.holding(on).items():
        named = [mark for mark in held if mark.unit is Unit.NAME and mark.holds_in(to)]
        row = models.Document.objects.filter(ident=ident).first() if named else None
        if row is not None:
            document = convert.document(row)
            yield from (_passage(document, mark).casefold() for mark in named)


def _is_named(words: str, names: tuple[str, ...]) -> bool:
    """Whether an entry of a list has the last word of a name that is withheld."""
    entry = words.casefold()
    return any(name.split()[-1].strip(".,;") in entry for name in names if name.split())


def _passage(document: Document, mark: Mark) -> str:
    try:
        return document.passage(mark.at)
    except UnknownDocument:
        raise _astray(mark) from None


def _astray(mark: Mark) -> FileTrouble:
    return FileTrouble(
        f"Mark {mark.number} is on words that {mark.at.document} does not have.",
        at=mark.at.document,
        remedy="No edition is made until it is released and made anew: travaux withheld lists the marks.",
    )
