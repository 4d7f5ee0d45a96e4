"""Puts documents, and what was derived from them, into the open file. The transaction is the action's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from travaux.amend.proceedings import Examined, Proceedings
from travaux.desk import convert, models, search
from travaux.desk.access.keep import marking_keys
from travaux.desk.access.rests import rests
from travaux.desk.access.viewer import house
from travaux.desk.database.here import open_now
from travaux.desk.ready import ready
from travaux.desk.references.keep import keep as keep_references
from travaux.desk.rows import DOCUMENT, FINDING, Ready
from travaux.findings import Finding
from travaux.record.document import Document

# Rows come from other processes as the tables have them: to make objects of thousands of them, and rows of those, takes
# longer than to store them.
_DOCUMENT = f"""
    INSERT INTO desk_document (source_id, position, filed, marking_id, tree, {DOCUMENT})
    VALUES (%s, %s, %s, %s, {{utf8}}, {", ".join(["%s"] * len(DOCUMENT.split(",")))})
"""
_KEYS = "SELECT id FROM desk_document WHERE source_id = %s AND position >= %s ORDER BY position"
_LAST = "SELECT filed FROM desk_document WHERE source_id = %s ORDER BY position DESC LIMIT 1"
_REST = "INSERT INTO {} ({}, document_id) VALUES (%s, %s)"
_FINDING = f"""
    INSERT INTO desk_finding (document_id, stage, {FINDING})
    VALUES (%s, '{models.Stage.READING}', %s, %s, %s, %s, %s, %s, %s)
"""


def keep_documents(
    documents: Sequence[Document], examined: Sequence[Examined], *, source: models.Source, position: int
) -> None:
    """Keep new documents of a source with what was found in them, and make them findable. The first of them is at
    `position` in the source."""
    made = [ready(document, found) for document, found in zip(documents, examined, strict=True)]
    keep_ready(made, source=source, position=position)


def keep_ready(documents: Sequence[Ready], *, source: models.Source, position: int) -> list[int]:
    """`keep_documents` for documents that were made ready before; the keys of their rows."""
    markings = marking_keys(document.marking for document in documents)
    with connection.cursor() as cursor:
        (last,) = cursor.execute(_LAST, [source.pk]).fetchone() or (None,)
        places = []
        for place, document in enumerate(documents, start=position):
            last = document.day or last
            places.append((source.pk, place, last))
        made = zip(places, documents, strict=True)
        cursor.executemany(
            _DOCUMENT.format(utf8=open_now().UTF8),
            [(*place, markings[each.marking], each.tree, *each.row) for place, each in made],
        )
        keys = [key for (key,) in cursor.execute(_KEYS, [source.pk, position]).fetchall()]
        kept = list(zip(keys, documents, strict=True))
        cursor.executemany(_FINDING, [(key, *finding) for key, document in kept for finding in document.findings])
    search.index(((key, *place), document) for (key, document), place in zip(kept, places, strict=True))
    keep_references((key, document.card, document.cited) for key, document in kept)
    return keys


def keep_proceedings(proceedings: Proceedings) -> None:
    """Keep these drafts, steps and findings in place of all that were derived before."""
    with house():
        models.Finding.objects.filter(stage=models.Stage.FOLLOWING).delete()
        models.Step.objects.all().delete()
        models.Draft.objects.all().delete()
        documents, resting = _documents_of(proceedings), rests(proceedings)
        keys = dict(models.Document.objects.values_list("ident", "pk"))
        drafts = _keep_drafts(proceedings, documents)
        _rest(models.Draft, [(drafts[ident], on) for ident, on in resting.drafts.items()], keys)
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
        _rest(models.Step, zip(steps, resting.steps, strict=True), keys)
        alone = zip(proceedings.findings, resting.findings, strict=True)
        findings = [(_finding_row(finding, documents, None), on) for finding, on in alone]
        for row, step, on in zip(steps, proceedings.steps, resting.steps, strict=True):
            findings += [(_finding_row(finding, documents, row), on) for finding in step.findings]
        models.Finding.objects.bulk_create([row for row, _ in findings])
        _rest(models.Finding, findings, keys)
        # What was not examined yet took no part in it.
        unexamined = models.Document.objects.filter(source__followed=False, found=None).values_list("source", flat=True)
        models.Source.objects.filter(followed=False).exclude(pk__in=set(unexamined)).update(followed=True)


def _rest(model: type[Model], rows: Iterable[tuple[Model, frozenset[str]]], keys: Mapping[str, int]) -> None:
    """Keep on which documents rows rest, by the `keys` of all documents."""
    through: Any = model._meta.get_field("rests_on").remote_field.through  # type: ignore[union-attr]
    statement = _REST.format(through._meta.db_table, f"{model._meta.model_name}_id")
    with connection.cursor() as cursor:
        named = [(row.pk, keys[ident]) for row, on in rows for ident in sorted(on) if ident in keys]
        cursor.executemany(statement, named)


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
    rows = models.Document.objects.only("ident").filter(ident__in=idents)
    return {row.ident: row for row in rows}


def _findings_of(proceedings: Proceedings) -> Iterable[Finding]:
    yield from proceedings.findings
    for step in proceedings.steps:
        yield from step.findings


def _finding_row(finding: Finding, documents: dict[str, models.Document], step: models.Step | None) -> models.Finding:
    document = documents[finding.at.document]
    return convert.finding_row(finding, document=document, stage=models.Stage.FOLLOWING, step=step)
