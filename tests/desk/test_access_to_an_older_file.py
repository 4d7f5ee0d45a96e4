"""A file made before anybody was asked who may see what is brought to it: marked by its words, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from django.apps import apps
from tests.desk.keeping import kept, letter
from tests.desk.test_shelf import _proceedings

from travaux.desk import keep, models, shelf
from travaux.desk.access.marking import Level
from travaux.desk.access.viewer import Viewer, viewing
from travaux.record.document import SourceNote


def _marked() -> dict[str, str]:
    return {row.ident: row.marking.tree for row in models.Document.objects.all() if row.marking}


def _resting() -> list[list[str]]:
    return [sorted(each.ident for each in draft.rests_on.all()) for draft in models.Draft.objects.order_by("id")]


def test_documents_drafts_and_steps_of_an_older_file_are_seen_by_their_words(desk: Path) -> None:
    note = SourceNote(text="Source: Files. Secret; Limdis.", classification="secret", handling=("Limdis",))
    kept([letter(1), replace(letter(2, date="1961-05-01"), classification="secret", source_note=note)])
    keep.keep_proceedings(_proceedings())
    marked, resting = _marked(), _resting()
    models.Document.objects.update(marking=None)
    models.Marking.objects.all().delete()
    for table in (models.Draft, models.Step, models.Finding):
        for row in table.objects.all():
            row.rests_on.clear()
    with viewing(Viewer(key="rook", level=Level.TOP_SECRET)):
        assert not shelf.rows().exists(), "what was not looked at is seen by nobody"

    migration = import_module("travaux.desk.migrations.0060_access")
    migration.mark(apps, None)
    migration.rest(apps, None)

    assert (_marked(), _resting()) == (marked, resting)
    with viewing(Viewer(key="rook", level=Level.TOP_SECRET)):
        assert [row.ident for row in shelf.rows()] == ["accord/d1"]
        assert shelf.overview().drafts == sum(each == ["accord/d1"] for each in resting)
