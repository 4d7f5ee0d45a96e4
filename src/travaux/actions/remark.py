"""Takes what a person notes on a clause of a draft into the open file: why it departs, what it is in conflict with."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.compare.reasons import Reason, ReasonKind
from travaux.desk import file, journal, remarks, shelf
from travaux.desk.access.portions import require_whole
from travaux.errors import UnknownDocument, UnknownEntry, UnknownProvision, UnreadableAddress
from travaux.findings import Citation
from travaux.text.draft import Draft, words_of
from travaux.text.locate import locate
from travaux.text.parse import parse
from travaux.text.spot import provision_at


@dataclass(frozen=True, slots=True)
class Cites:
    """What a remark rests on: a document by its name, and in it words that it has, or a provision of the text in it.
    All of the document where nothing is said."""

    document: str
    where: str = ""


def remark(
    draft: str, clause: str, words: str, *, kind: ReasonKind = ReasonKind.REASON, cites: Cites | None = None
) -> int:
    """Keep a reason on a clause of a draft, or an instrument that it is in conflict with; gives its number.

    A conflict cites, a reason may. Raises UnknownDocument, UnknownProvision or UnreadableAddress where one of these is
    not there, UnknownEntry where nothing is said, and FileTrouble when the file takes no writing.
    """
    permit("remark")
    at = parse(clause)
    if not words.strip():
        raise UnknownEntry("Nothing was said of the clause.", remedy="Say why it departs.")
    with file.writing():
        text = shelf.draft(draft)
        locate(text, at)
        citation = _cited(cites.document, cites.where.strip()) if cites else None
        if kind is ReasonKind.CONFLICT and citation is None:
            raise UnknownEntry(
                "A conflict cites the provision with which it is.", remedy="Name the document, and the provision in it."
            )
        passage = shelf.document(citation.document).passage(citation) if citation else ""
        noted = Reason(kind, text.id, at, " ".join(words.split()), citation, given=True)
        row = remarks.keep(noted, passage, made_at=timezone.now())
        journal.enter("noted", journal.On("draft", text.id), journal.row(row))
        return int(row.pk)


def take_back(key: int) -> None:
    """Have a remark no longer count; it stays in the file. Raises UnknownEntry where there is none of that number."""
    permit("remark")
    with file.writing():
        row = remarks.take_back(key, made_at=timezone.now())
        journal.enter("took back", journal.On("draft", row.draft), journal.row(row))


def _cited(name: str, where: str) -> Citation:
    """The passage of a document that an address of the text in it names, else that words of it are; all of it where
    nothing is said."""
    require_whole(shelf.row(name))
    document = shelf.document(name)
    if not where:
        return document.cite(0, len(document.text))
    drafts = shelf.drafts_of(shelf.row(name))
    if drafts and _is_address(where):
        return _provision(drafts[0], where)
    start = document.text.find(where)
    if start < 0:
        raise UnknownDocument(f"{document.id} does not have “{where}”.", remedy="Quote words that it has.")
    return document.cite(start, start + len(where))


def _is_address(where: str) -> bool:
    try:
        parse(where)
    except UnreadableAddress:
        return False
    return True


def _provision(draft: Draft, where: str) -> Citation:
    """The words of a provision, from its first line to its last."""
    spot = locate(draft, parse(where))
    if not spot.path:
        raise UnknownProvision(f"“{where}” names no provision.", at=draft.id, remedy="Name an article.")
    provision = provision_at(draft, spot.path)
    if spot.start is not None:
        first = provision.content[0].origin
        return Citation(
            first.document, first.start + spot.start, first.start + (spot.end or len(words_of(provision.content)))
        )
    runs = [run for line in provision.lines for run in line]
    return Citation(runs[0].origin.document, runs[0].origin.start, max(run.origin.end for run in runs))
