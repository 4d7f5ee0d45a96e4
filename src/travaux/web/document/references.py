"""What a document refers to and who refers to it, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from travaux.desk import models
from travaux.desk.references import look
from travaux.desk.references.look import Backlink, Reference
from travaux.findings import Citation
from travaux.web.document.mark import Look


@dataclass(frozen=True, slots=True)
class Said:
    """The same words for the same document, at one or more passages."""

    first: Reference
    passages: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A document that is referred to, and all the ways in which it is."""

    first: Reference
    said: tuple[Said, ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """The ids of the documents that are, or may be, meant."""
        meant = self.first.meant
        return (meant.document,) if meant.document else meant.candidates


@dataclass(frozen=True, slots=True)
class References:
    """The references of a document, those that lead nowhere apart, and the documents that cite it."""

    all: tuple[Reference, ...]
    found: tuple[Shown, ...]
    absent: tuple[Shown, ...]
    cited_by: tuple[Backlink, ...]

    @property
    def links(self) -> tuple[tuple[Citation, Look, str], ...]:
        """Every passage that refers to a document, how it looks, and the page it leads to."""
        return tuple(_link(each) for each in self.all)


def references(row: models.Document) -> References:
    """The references of the document of that row."""
    every = look.references(row)
    meant: dict[object, list[Reference]] = {}
    for each in every:
        meant.setdefault(each.meant.document or each.meant.candidates or each.meant.name, []).append(each)
    shown = [Shown(same[0], _said(same)) for same in meant.values()]
    return References(
        all=every,
        found=tuple(each for each in shown if each.leads),
        absent=tuple(each for each in shown if not each.leads),
        cited_by=look.backlinks(row),
    )


def _said(references: list[Reference]) -> tuple[Said, ...]:
    worded: dict[str, list[Reference]] = {}
    for each in references:
        worded.setdefault(each.cited.words, []).append(each)
    return tuple(Said(same[0], tuple(each.cited.at for each in same)) for same in worded.values())


def _link(each: Reference) -> tuple[Citation, Look, str]:
    if each.meant.is_absent:
        return each.cited.at, Look.ABSENT, ""
    return each.cited.at, Look.REFERENCE, reverse("document", args=[each.meant.document]) if each.meant.document else ""
