from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.actions.history import history
from travaux.desk import file
from travaux.errors import UnknownDocument, UnknownProvision
from travaux.text.parse import parse

ACCORD = Path(__file__).with_name("record") / "accord.xml"


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    path = tmp_path / "accord.travaux"
    with django_db_blocker.unblock():
        build([ACCORD], out=path)
        file.open_file(path)
        yield path
        file.close()


def _with_a_pact(path: Path) -> None:
    pact = path.with_name("pact.xml")
    text = ACCORD.read_text(encoding="utf-8").replace('"frus">accord', '"frus">pact')
    pact.write_text(text.replace("TREATY OF AMITY", "PACT ON FISHERIES"), encoding="utf-8")
    file.close()
    build([pact], out=path)
    file.open_file(path)


def test_each_version_of_a_provision_is_told_with_its_document() -> None:
    (told,) = history(parse("Article I")).told
    assert [version.document.id for version in told.history.versions] == ["accord/d1", "accord/d2"]


def test_a_provision_that_no_draft_has_is_told() -> None:
    with pytest.raises(UnknownProvision):
        history(parse("Article XII"))


def test_two_texts_with_the_same_provision_are_told_apart(opened: Path) -> None:
    _with_a_pact(opened)
    told = history(parse("Article I")).told
    assert [each.first.at.document for each in told] == ["accord/d1", "pact/d1"]


def test_one_text_is_chosen_by_any_of_its_drafts(opened: Path) -> None:
    _with_a_pact(opened)
    last = history(parse("Article I")).told[1].history.versions[-1].draft
    (told,) = history(parse("Article I"), draft=last.id).told
    assert told.first.at.document == "pact/d1"


def test_a_draft_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownDocument, match="accord/d1"):
        history(parse("Article I"), draft="nowhere")
