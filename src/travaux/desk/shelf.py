"""Looks things up in the open file. Never changes it, and never picks one of two documents of a name."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.expressions import RawSQL

from travaux.amend.proceedings import Examined, Outcome, Proceedings, Step
from travaux.desk import convert, models
from travaux.desk.access import looked_at
from travaux.desk.access.decide import visible, visible_documents
from travaux.desk.access.viewer import house
from travaux.desk.withheld import Total, in_all, withheld
from travaux.errors import UnknownDocument
from travaux.findings import Finding
from travaux.record.document import Document, Kind
from travaux.text.draft import Draft

#: Documents in order of date, an undated one behind the one before it.
IN_ORDER = (F("filed").asc(nulls_first=True), "source_id", "position")

#: From the narrow table: rows of documents lie as far apart as the documents are long.
_DATES = "SELECT min(date), max(date) FROM desk_facets WHERE {}"


@dataclass(frozen=True, slots=True)
class Overview:
    """What the file holds, in figures; `kinds` and `outcomes` by falling number."""

    documents: int
    first: datetime.date | None
    last: datetime.date | None
    kinds: tuple[tuple[Kind, int], ...]
    drafts: int
    outcomes: tuple[tuple[Outcome, int], ...]
    findings: int
    withheld: Total


def overview() -> Overview:
    """The figures of the whole file."""
    with connection.cursor() as cursor:
        first, last = cursor.execute(_DATES.format(visible("document"))).fetchone()
    kinds = models.Document.objects.values_list("kind").annotate(n=Count("id")).order_by("-n", "kind")
    outcomes = models.Step.objects.values_list("outcome").annotate(n=Count("id")).order_by("-n", "outcome")
    return Overview(
        documents=models.Document.objects.count(),
        first=datetime.date.fromisoformat(first) if first else None,
        last=datetime.date.fromisoformat(last) if last else None,
        kinds=tuple((Kind(kind), count) for kind, count in kinds),
        drafts=models.Draft.objects.count(),
        outcomes=tuple((Outcome(outcome), count) for outcome, count in outcomes),
        findings=models.Finding.objects.count(),
        withheld=in_all(withheld()),
    )


def unfinished() -> bool:
    """Whether documents came in that no drafts were sought in, because a build put that off or was cut short."""
    with house():
        return models.Source.objects.filter(followed=False).exists()


def state() -> tuple[int, int]:
    """Tells one state of the file from another, as far as drafts are followed in it: its newest document and decision,
    neither of which is ever changed, whoever may see them."""
    with house():
        document = models.Document.objects.aggregate(newest=Max("id"))["newest"]
        decision = models.Decision.objects.aggregate(newest=Max("id"))["newest"]
    return document or 0, decision or 0


def rows() -> QuerySet[models.Document]:
    """The rows of all documents in order of date, an undated one behind the one before it, without trees."""
    return models.Document.objects.defer("tree").order_by(*IN_ORDER)


def row(name: str) -> models.Document:
    """The row of the document of that name: its id, the last part of it ('d28'), or its printed number; else how the
    last part begins, up to a hyphen ('06' of '06-aide-memoire'). Whoever asks for it looks at it.

    Raises UnknownDocument when none or more than one has the name.
    """
    one = _named(name)
    looked_at.look([one.ident])
    return one


def _named(name: str) -> models.Document:
    exact = models.Document.objects.filter(ident=name).first()
    if exact is not None:
        return exact
    short = Q(ident__endswith=f"/{name}") | Q(number=name)
    begun = Q(ident__contains=f"{name}-") & Q(ident__regex=rf"(^|/){re.escape(name)}-[^/]*$")
    for wanted in (short, begun):
        found = list(models.Document.objects.filter(wanted).order_by(*IN_ORDER)[:6])
        if found:
            break
    if not found:
        raise UnknownDocument(f"There is no document {name}.", remedy=_near(name, _idents()))
    if len(found) > 1:
        names = ", ".join(row.ident for row in found[:5]) + (", ..." if len(found) > 5 else "")
        raise UnknownDocument(f"More than one document is called {name}.", remedy=f"Say which: {names}.")
    return found[0]


def document(name: str) -> Document:
    """The document of that name, under the rules of `row`."""
    return convert.document(row(name))


def documents(idents: Iterable[str]) -> tuple[Document, ...]:
    """The documents with these ids, in order of date; an id that is not in the file gives nothing."""
    found = models.Document.objects.filter(ident__in=set(idents)).order_by(*IN_ORDER)
    return tuple(convert.document(row) for row in found.iterator())


def every_document() -> Iterator[Document]:
    """All documents, in order of date."""
    for row in models.Document.objects.order_by(*IN_ORDER).only("tree").iterator(chunk_size=100):
        yield convert.document(row)


def trees(idents: Iterable[str]) -> dict[str, bytes]:
    """The trees of those documents with these ids that are in the file, in UTF-8, whoever may see them."""
    with house():
        found = models.Document.objects.filter(ident__in=set(idents))
        return {ident: tree.encode() for ident, tree in found.values_list("ident", "tree")}


def every_examined() -> Iterator[tuple[Document, Examined]]:
    """The documents that hold a draft, an instruction or a passage not understood, in order of date."""
    found = models.Document.objects.exclude(found="").order_by(*IN_ORDER).values_list("tree", "found")
    for tree, examined in found.iterator(chunk_size=100):
        yield convert.document_of(tree), convert.examined_of(examined)


def idents_seen(idents: Iterable[str]) -> frozenset[str]:
    """Which of these ids are those of documents that whoever asks may see whole: what was entered on a passage of one
    may have the words of any."""
    whole = models.Document.objects.filter(pk__in=RawSQL(visible_documents(), ()))
    return frozenset(whole.filter(ident__in=set(idents)).values_list("ident", flat=True))


def drafts() -> QuerySet[models.Draft]:
    """The rows of all drafts in order, with their documents, without their trees."""
    light = models.Draft.objects.defer("tree", "document__tree", "derived_from__tree")
    return light.select_related("document", "derived_from").order_by("position")


def draft(ident: str) -> Draft:
    """The draft with that id. Raises UnknownDocument when there is none."""
    found = models.Draft.objects.filter(ident=ident).first()
    if found is None:
        idents = list(models.Draft.objects.order_by("position").values_list("ident", flat=True))
        raise UnknownDocument(f"There is no draft {ident}.", remedy=_near(ident, idents))
    looked_at.look(found.rests_on.values_list("ident", flat=True))
    return convert.draft(found)


def proceedings() -> Proceedings:
    """All drafts, steps and findings, as they were followed through the documents."""
    # The columns alone: there are thousands of rows, and to make objects of them takes as long as all the rest.
    drafts = models.Draft.objects.order_by("position").values_list("tree", flat=True)
    steps = models.Step.objects.order_by("position").values_list("tree", flat=True)
    findings = models.Finding.objects.filter(stage=models.Stage.FOLLOWING, step=None).order_by("id")
    return Proceedings(
        drafts=tuple(map(convert.draft_of, drafts.iterator())),
        steps=tuple(map(convert.step_of, steps.iterator())),
        findings=tuple(convert.finding_of(*row) for row in findings.values_list(*convert.FINDING).iterator()),
    )


def drafts_of(document: models.Document) -> tuple[Draft, ...]:
    """The drafts found in a document or made by its instructions."""
    return tuple(convert.draft(row) for row in document.drafts.order_by("position"))


def steps_of(document: models.Document) -> tuple[Step, ...]:
    """The instructions of a document and what became of them, in order of their place."""
    return tuple(convert.step(row) for row in document.steps.order_by("position"))


def findings_of(document: models.Document) -> tuple[Finding, ...]:
    """What is to be settled in a document, those of its steps left out: a step has them itself."""
    found = _with_document(models.Finding.objects.filter(document=document, step=None))
    return tuple(convert.finding(row) for row in found)


def all_findings() -> QuerySet[models.Finding]:
    """The rows of every finding, with their documents, in order of date."""
    return _with_document(models.Finding.objects.all()).order_by(
        F("document__filed").asc(nulls_first=True), "document__source_id", "document__position", "start", "id"
    )


def _with_document(findings: QuerySet[models.Finding]) -> QuerySet[models.Finding]:
    return findings.select_related("document").defer("document__tree").order_by("id")


def _idents() -> list[str]:
    return list(models.Document.objects.values_list("ident", flat=True))


def _near(name: str, idents: list[str]) -> str:
    """Which names are close to one that is not there, as a remedy."""
    if not idents:
        return "There is none in this file yet."
    by_end = {ident.rpartition("/")[2]: ident for ident in reversed(idents)}
    near = difflib.get_close_matches(name.rpartition("/")[2], by_end, n=3, cutoff=0.6)
    within = [end for end in by_end if name.casefold() in end.casefold()][-3:]
    names = near or within[::-1] or list(by_end)[-1:]
    return f"Such as there are: {', '.join(by_end[end] for end in names)}."
