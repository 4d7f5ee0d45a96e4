"""Editions that people take away from an office: no less is withheld from them because of who takes them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

from django.test import Client

from travaux.actions.withhold import Ground, withhold
from travaux.desk import shelf
from travaux.desk.access.viewer import house
from travaux.desk.journal.rows import JournalEntry
from travaux.record.quoted import found

GROUND = Ground(reason="R.", authority="A.", date=datetime.date(1961, 5, 1), kept_in=None)
ADDRESS = "/withheld/edition?for=public&as=json"


def test_an_edition_is_not_made_by_one_who_cannot_see_what_is_withheld_where(
    office: Path, browser_of: Callable[[str], Client]
) -> None:
    with house():
        withhold(found(shelf.document("accord/d45"), "The harbour is calm."), GROUND)
    answer = browser_of("reader").get(ADDRESS, secure=True)
    assert b"harbour is calm" not in answer.content
    assert answer.status_code == 403
    whole = browser_of("approver").get(ADDRESS, secure=True)
    assert whole.status_code == 200
    assert b"harbour is calm" not in whole.content


def test_whoever_takes_an_edition_is_noted_to_have_seen_its_documents(
    office: Path, browser_of: Callable[[str], Client]
) -> None:
    taken = browser_of("negotiator").get("/withheld/edition?for=internal&as=json", secure=True)
    assert "accord/d41" in {each["id"] for each in json.loads(taken.content)["documents"]}
    with house():
        assert JournalEntry.objects.filter(verb="saw", name="accord/d41", by="negotiator").exists()
