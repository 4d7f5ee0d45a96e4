from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from travaux.desk.access.marking import marking, written
from travaux.desk.access.names import cited_in

PROTECT, CASCADE = models.PROTECT, models.CASCADE


class _Note(msgspec.Struct):
    handling: tuple[str, ...] = ()


class _Marked(msgspec.Struct):
    classification: str | None = None
    source_note: _Note | None = None


def mark(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give documents kept before the marking that their own words give them."""
    documents, markings = apps.get_model("desk", "Document"), apps.get_model("desk", "Marking")
    keys: dict[str, int] = {}
    rows = list(documents.objects.values_list("pk", flat=True))
    for key in rows:
        kept = msgspec.json.decode(documents.objects.values_list("tree", flat=True).get(pk=key), type=_Marked)
        words = written(marking(kept.classification, kept.source_note.handling if kept.source_note else ()))
        if words not in keys:
            keys[words] = markings.objects.create(tree=words).pk
        documents.objects.filter(pk=key).update(marking_id=keys[words])


def rest(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Tell on which documents drafts, steps and findings kept before rest."""
    documents = dict(apps.get_model("desk", "Document").objects.values_list("ident", "pk"))
    drafts = apps.get_model("desk", "Draft")
    on: dict[int | None, set[int]] = {None: set()}
    for draft in drafts.objects.order_by("position").iterator():
        cited = {documents[ident] for ident in cited_in(draft.tree) if ident in documents}
        on[draft.pk] = cited | {draft.document_id} | on.get(draft.derived_from_id, set())
        draft.rests_on.set(on[draft.pk])
    steps: dict[int | None, set[int]] = {None: set()}
    for step in apps.get_model("desk", "Step").objects.iterator():
        cited = {documents[ident] for ident in cited_in(step.tree) if ident in documents}
        steps[step.pk] = cited | {step.document_id} | on.get(step.base_id, set()) | on.get(step.result_id, set())
        step.rests_on.set(steps[step.pk])
    for finding in apps.get_model("desk", "Finding").objects.exclude(step=None).iterator():
        finding.rests_on.set(steps.get(finding.step_id, set()))


def _fields() -> Iterator[migrations.AddField]:
    for model in ("draft", "step", "finding"):
        yield migrations.AddField(model, "rests_on", models.ManyToManyField("desk.document", related_name="+"))


class Migration(migrations.Migration):
    dependencies = [("desk", "0095_withholding")]

    operations = [
        migrations.CreateModel(
            name="Marking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tree", models.TextField(unique=True)),
            ],
        ),
        migrations.AddField(
            "document",
            "marking",
            models.ForeignKey("desk.marking", null=True, on_delete=PROTECT, related_name="+"),
        ),
        migrations.CreateModel(
            name="Marked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
                ("document", models.ForeignKey("desk.document", on_delete=CASCADE, related_name="+")),
                ("marking", models.ForeignKey("desk.marking", on_delete=PROTECT, related_name="+")),
            ],
        ),
        migrations.CreateModel(
            name="Portion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True)),
                ("by", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_by", models.TextField(blank=True, default="")),
                ("document", models.ForeignKey("desk.document", on_delete=CASCADE, related_name="+")),
                ("marking", models.ForeignKey("desk.marking", on_delete=PROTECT, related_name="+")),
            ],
        ),
        *_fields(),
        migrations.RunPython(mark, migrations.RunPython.noop),
        migrations.RunPython(rest, migrations.RunPython.noop),
    ]
