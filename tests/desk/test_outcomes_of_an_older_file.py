"""A file in which instructions were "already there" or "not applied" is brought to the outcomes of today."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

from django.apps import apps
from tests.desk.keeping import kept, letter
from tests.desk.test_shelf import _proceedings

from travaux.amend.proceedings import Outcome
from travaux.desk import convert, keep, models


def test_the_outcomes_of_an_older_file_get_their_new_names(desk: Path) -> None:
    kept([letter(1), letter(2, date="1961-05-01")])
    keep.keep_proceedings(_proceedings())
    for row, outcome in zip(models.Step.objects.order_by("position"), ("already there", "not applied"), strict=True):
        row.outcome, row.tree = outcome, json.dumps({**json.loads(row.tree), "outcome": outcome})
        row.save()

    import_module("travaux.desk.migrations.0008_outcomes").rename(apps, None)
    rows = list(models.Step.objects.order_by("position"))

    assert [row.outcome for row in rows] == ["assumed", "refused"]
    assert [convert.step(row).outcome for row in rows] == [Outcome.ASSUMED, Outcome.REFUSED]
