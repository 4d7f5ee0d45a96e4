from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import PASSAGE, papers

from travaux.actions.build import build
from travaux.actions.decide import decide
from travaux.actions.enrol import enrol
from travaux.actions.remark import remark, take_back
from travaux.actions.undo import undo
from travaux.amend.decide import Verdict
from travaux.desk import convert, decisions, file, instruments, remarks, shelf
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.verify import verify
from travaux.errors import UnknownEntry
from travaux.findings import Citation

REGISTER = """
[[instrument]]
id = "ferry"
title = "Ferry Treaty"
kind = "treaty"
parties = ["Ost", "Vey"]
document = "1-letter"
words = "Draft Ferry Treaty"
"""


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        build(papers(tmp_path / "papers"), out=path)
        file.open_file(path)
        yield path
        assert verify().broken == ()
        file.close()


def _at() -> Citation:
    document = shelf.document("2-doubted")
    read = convert.examined(shelf.row("2-doubted")).instructions
    return next(each.at for each in read if document.passage(each.at).endswith(PASSAGE))


def _last() -> int:
    return JournalEntry.objects.count()


def _draft() -> str:
    return shelf.proceedings().drafts[0].id


def test_a_decision_that_is_undone_leaves_the_drafts_as_they_were() -> None:
    before = shelf.proceedings()
    decide(_at(), Verdict.CONFIRMED)
    new = undo(_last())
    assert (new.verb, new.kind, new.name) == ("undid", "document", "2-doubted")
    assert shelf.proceedings() == before
    assert decisions.in_force() == {}


def test_the_decision_before_counts_again() -> None:
    decide(_at(), Verdict.REJECTED)
    decide(_at(), Verdict.CONFIRMED)
    undo(_last())
    ((decision,),) = decisions.in_force().values()
    assert decision.verdict is Verdict.REJECTED


def test_what_was_undone_can_be_done_again_by_undoing_that() -> None:
    decide(_at(), Verdict.CONFIRMED)
    after = shelf.proceedings()
    undo(undo(_last()).number)
    assert shelf.proceedings() == after


def test_a_decision_in_the_place_of_which_came_another_is_not_undone() -> None:
    decide(_at(), Verdict.REJECTED)
    number = _last()
    decide(_at(), Verdict.CONFIRMED)
    with pytest.raises(UnknownEntry, match="A later one took its place"):
        undo(number)


def test_a_remark_is_undone_and_noted_again() -> None:
    remark(_draft(), "Article 1", "Usual.")
    undo(_last())
    assert remarks.of(_draft()) == ()
    undo(_last())
    assert [each.words for each in remarks.of(_draft())] == ["Usual."]


def test_a_remark_that_was_taken_back_counts_again_once() -> None:
    take_back(remark(_draft(), "Article 1", "Usual."))
    number = _last()
    undo(number)
    with pytest.raises(UnknownEntry, match="noted anew"):
        undo(number)
    assert [each.words for each in remarks.of(_draft())] == ["Usual."]


def test_the_register_before_counts_again() -> None:
    first = REGISTER.encode()
    enrol(first, name="ours")
    enrol(first.replace(b'title = "Ferry', b'title = "New Ferry'), name="ours")
    undo(_last())
    assert instruments.in_force() == {"ours": first.decode()}


def test_a_register_with_none_before_it_no_longer_counts() -> None:
    enrol(REGISTER.encode(), name="ours")
    undo(_last())
    assert instruments.in_force() == {}


@pytest.mark.parametrize("number", [1, 2, 5, 99])
def test_what_came_in_stays(number: int) -> None:
    before = _last()
    with pytest.raises(UnknownEntry):
        undo(number)
    assert _last() == before
