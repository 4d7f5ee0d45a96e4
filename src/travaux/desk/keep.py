"""Puts documents, and what was derived from them, into the open file. The transaction is the action's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from travaux.amend.proceedings import Examined, Proceedings
from travaux.desk import convert, models, search
from travaux.desk.ready import Ready, ready
from travaux.desk.references.keep import keep as keep_references
from travaux.findings import Finding
from travaux.record.document import Document


def keep_documents(
    documents: Sequence[Document], examined: Sequence[Examined], *, source: models.Source, position: int
) -> None:
    """Keep new documents of a source with what was found in them, and make them findable. The first of them is at
    `position` in the source."""
    made = [ready(document, found) for document, found in zip(documents, examined, strict=True)]
    keep_ready(made, source=source, position=position)


def keep_ready(documents: Sequence[Ready], *, source: models.Source, position: int) -> list[int]:
    """`keep_documents` for documents that were made ready before; the keys of their rows."""
    last = source.documents.order_by("position").values_list("filed", flat=True).last()
    rows = []
    for place, document in enumerate(documents, start=position):
        last = next(filter(None, (document.date, *document.bounds, last)), None)
        rows.append(convert.document_row(document, source=source, position=place, filed=last))
    models.Document.objects.bulk_create(rows)
    search.index((row.pk, document) for row, document in zip(rows, documents, strict=True))
    keep_references((row.pk, document.card, document.cited) for row, document in zip(rows, documents, strict=True))
    models.Finding.objects.bulk_create(
        convert.finding_row(finding, document=row, stage=models.Stage.READING)
        for row, document in zip(rows, documents, strict=True)
        for finding in document.findings
    )
    return [row.pk for row in rows]


def keep_proceedings(proceedings: Proceedings) -> None:
    """Keep these drafts, steps and findings in place of all that were derived before."""
    models.Finding.objects.filter(stage=models.Stage.FOLLOWING).delete()
    models.Step.objects.all().delete()
    models.Draft.objects.all().delete()
    documents = _documents_of(proceedings)
    drafts = _keep_drafts(proceedings, documents)
    steps = [
        convert.step_row(
            step,
            document=documents[step.instruction.at.document],
            base=drafts.get(step.base),
            result=drafts.get(step.result),
            position=position,
        )
        for position, step in enumerate(proceedings.steps)
    ]
    models.Step.objects.bulk_create(steps)
    findings = [_finding_row(finding, documents, None) for finding in proceedings.findings]
    for row, step in zip(steps, proceedings.steps, strict=True):
        findings += [_finding_row(finding, documents, row) for finding in step.findings]
    models.Finding.objects.bulk_create(findings)
    models.Source.objects.update(followed=True)


def _keep_drafts(proceedings: Proceedings, documents: dict[str, models.Document]) -> dict[str, models.Draft]:
    """Keep the drafts one by one: a draft comes after the one that it is derived from."""
    rows: dict[str, models.Draft] = {}
    for position, draft in enumerate(proceedings.drafts):
        parent = rows.get(draft.derived_from or "")
        document = documents[draft.at.document]
        row = convert.draft_row(draft, document=document, derived_from=parent, position=position)
        row.save(force_insert=True)
        rows[draft.id] = row
    return rows


def _documents_of(proceedings: Proceedings) -> dict[str, models.Document]:
    idents = {draft.at.document for draft in proceedings.drafts}
    idents |= {step.instruction.at.document for step in proceedings.steps}
    idents |= {finding.at.document for finding in _findings_of(proceedings)}
    rows = models.Document.objects.defer("tree").filter(ident__in=idents)
    return {row.ident: row for row in rows}


def _findings_of(proceedings: Proceedings) -> Iterable[Finding]:
    yield from proceedings.findings
    for step in proceedings.steps:
        yield from step.findings


def _finding_row(finding: Finding, documents: dict[str, models.Document], step: models.Step | None) -> models.Finding:
    document = documents[finding.at.document]
    return convert.finding_row(finding, document=document, stage=models.Stage.FOLLOWING, step=step)
