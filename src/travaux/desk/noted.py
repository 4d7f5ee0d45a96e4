"""Looks up every finding of the open file with the words of its passage."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.desk import convert, models, shelf
from travaux.errors import UnknownDocument
from travaux.findings import Citation, Finding
from travaux.record.document import Document


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding, the words of its passage, and whether it explains what became of an instruction."""

    finding: Finding
    passage: str
    of_instruction: bool


def noted(*, document: str = "", code: str = "") -> tuple[Noted, ...]:
    """The findings in order of date and place; those of one document, or with one code."""
    rows = shelf.all_findings()
    rows = rows.filter(document__ident=document) if document else rows
    rows = rows.filter(code=code) if code else rows
    found, at_hand = [], list[Document]()
    for row in rows.iterator(chunk_size=500):
        ident = row.document.ident
        if not at_hand or at_hand[0].id != ident:
            at_hand = [shelf.document(ident)]
        finding = convert.finding(row)
        found.append(Noted(finding, _passage(at_hand[0], finding.at), row.step_id is not None))
    return tuple(found)


def codes() -> tuple[str, ...]:
    """The codes of all findings, in order of the alphabet."""
    return tuple(models.Finding.objects.order_by("code").values_list("code", flat=True).distinct())


def _passage(document: Document, at: Citation) -> str:
    try:
        return document.passage(at)
    except UnknownDocument:  # a note whose mark stands in the text alone
        return ""
