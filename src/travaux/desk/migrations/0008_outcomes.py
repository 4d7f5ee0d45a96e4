from __future__ import annotations

import json

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# What became of an instruction has had these names since.
NAMES = {"already there": "assumed", "not applied": "refused"}


def rename(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    steps = apps.get_model("desk", "Step").objects.filter(outcome__in=NAMES)
    for step in steps.iterator(chunk_size=500):
        tree = json.loads(step.tree)
        step.outcome = tree["outcome"] = NAMES[step.outcome]
        step.tree = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
        step.save(update_fields=["outcome", "tree"])


class Migration(migrations.Migration):
    dependencies = [("desk", "0007_dates_and_withheld")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
