from __future__ import annotations

import datetime
import sqlite3
from concurrent.futures import Future
from pathlib import Path

import pytest
from tests.actions.heard import Heard

from travaux.actions import prepare
from travaux.actions.build import build
from travaux.actions.follow import Followed, follow_in
from travaux.actions.workers import Workers
from travaux.amend.decide import Decision, Verdict, read_as
from travaux.amend.proceedings import Outcome
from travaux.desk import decisions, file, models, shelf
from travaux.desk.database import sqlite
from travaux.errors import FileTrouble, FullDisk, TakenName

pytestmark = pytest.mark.usefixtures("unblocked")

ACCORD = Path(__file__).with_name("record") / "accord.xml"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "accord.travaux"


def _another(tmp_path: Path, old: str = "harbor", new: str = "haven") -> Path:
    other = tmp_path / "other.xml"
    other.write_text(ACCORD.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return other


def test_a_volume_is_read_and_its_drafts_are_followed(out: Path) -> None:
    report = build([ACCORD], out=out)
    assert report.overview.documents == 3
    assert report.sources[0].added == 3
    assert [draft.derived_from is None for draft in report.proceedings.drafts] == [True, False]
    assert {step.outcome for step in report.proceedings.steps} == {Outcome.APPLIED}


def test_what_is_in_already_is_skipped(out: Path) -> None:
    first = build([ACCORD], out=out)
    second = build([ACCORD], out=out)
    assert second.sources[0].skipped
    assert (second.overview, second.proceedings) == (first.overview, first.proceedings)


def test_a_file_that_is_named_twice_is_read_once(out: Path) -> None:
    report = build([ACCORD, ACCORD.parent], out=out)
    assert [taken.path.name for taken in report.sources] == ["accord.xml"]


def test_the_same_documents_in_another_file_add_nothing(out: Path, tmp_path: Path) -> None:
    build([ACCORD], out=out)
    report = build([_another(tmp_path, "Written for the tests.", "Written again.")], out=out)
    assert (report.sources[0].added, report.troubles) == (0, ())


def test_another_text_under_the_same_id_never_takes_the_place_of_the_first(out: Path, tmp_path: Path) -> None:
    build([ACCORD], out=out)
    report = build([_another(tmp_path)], out=out)
    assert [type(trouble) for trouble in report.troubles] == [TakenName, TakenName]
    file.open_file(out)
    assert "harbor" in shelf.document("d1").text


def test_a_bad_file_does_not_keep_the_others_out(out: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_bytes(b"<TEI><unclosed>")
    report = build([bad, ACCORD], out=out)
    assert [trouble.at for trouble in report.troubles] == [str(bad)]
    assert report.overview.documents == 3


def test_a_build_that_gave_nothing_leaves_no_file(out: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_bytes(b"")
    assert build([bad], out=out).troubles
    assert not out.exists()


def test_a_path_that_is_not_there_stops_the_build_before_it_begins(out: Path, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match=r"no such file"):
        build([ACCORD, tmp_path / "none.xml"], out=out)
    assert not out.exists()


def test_a_folder_is_read_with_all_below_it(out: Path, tmp_path: Path) -> None:
    below = tmp_path / "record" / "volumes"
    below.mkdir(parents=True)
    (below / "accord.XML").write_bytes(ACCORD.read_bytes())
    (below / "picture.jpg").write_bytes(b"\xff\xd8")
    (below / ".hidden.xml").write_bytes(b"<")
    report = build([tmp_path / "record"], out=out)
    assert (report.overview.documents, report.troubles) == (3, ())


def test_a_folder_without_anything_to_read_is_told(out: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileTrouble, match="nothing to read"):
        build([tmp_path / "empty"], out=out)


@pytest.mark.sqlite
def test_a_source_is_stored_whole_or_not_at_all(out: Path, tmp_path: Path) -> None:
    build([ACCORD], out=out)
    file.create_or_open(out)
    with sqlite3.connect(out) as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "_WRITING", f"{sqlite._WRITING}; PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(FullDisk, match="stored before stays"):
            build([_large(tmp_path)], out=out)
    file.open_file(out)
    assert models.Document.objects.count() == 3
    file.close()
    assert build([_large(tmp_path)], out=out).overview.documents == 6


def test_a_build_that_was_cut_short_before_following_is_finished_by_the_next(out: Path) -> None:
    first = build([ACCORD], out=out)
    file.create_or_open(out)
    models.Draft.objects.all().delete()
    models.Source.objects.update(followed=False)
    file.close()
    heard = Heard()
    assert build([ACCORD], out=out, progress=heard).proceedings == first.proceedings
    assert heard.told == ["following"]


def test_progress_is_told_file_by_file(out: Path) -> None:
    heard = Heard()
    build([ACCORD], out=out, progress=heard)
    assert heard.told == ["accord.xml 3", "3", "following"]


def test_a_source_is_remembered_by_name_size_and_hash(out: Path) -> None:
    build([ACCORD], out=out)
    file.open_file(out)
    source = models.Source.objects.get()
    assert (source.name, source.size, len(source.sha256)) == ("accord.xml", ACCORD.stat().st_size, 64)


def _large(tmp_path: Path) -> Path:
    volume = tmp_path / "large.xml"
    text = ACCORD.read_text(encoding="utf-8").replace('"frus">accord', '"frus">large')
    volume.write_text(text.replace("columns", "columns " * 20_000), encoding="utf-8")
    return volume


def test_drafts_are_followed_in_another_process_as_they_are_in_this_one(out: Path) -> None:
    followed = build([ACCORD], out=out).proceedings
    assert follow_in(out).proceedings == followed


def test_what_was_decided_while_the_drafts_were_followed_counts(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = build([ACCORD], out=out).proceedings.steps[0]

    def follow_then_decide(_workers: Workers, _work: object, path: Path) -> Future[Followed]:
        before: Future[Followed] = Future()
        file.close()
        before.set_result(follow_in(path))
        file.create_or_open(path)
        instruction = step.instruction
        rejected = Decision(instruction.at, instruction.words, Verdict.REJECTED, read_as(instruction))
        decisions.keep(rejected, made_at=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))
        return before

    monkeypatch.setattr(Workers, "beside", follow_then_decide)
    letter = tmp_path / "letter.txt"
    letter.write_text("7. Letter From Pell to Ash\n\nArven, May 2, 1961.\n\nDear Ash: The ferry runs.\n")
    assert step not in build([letter], out=out).proceedings.steps


def test_a_volume_that_changes_while_it_is_read_is_not_kept(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volume = _another(tmp_path)
    monkeypatch.setattr(prepare, "_SHARE", volume.stat().st_size // 2)
    read = prepare.prepare

    def read_and_write(share: prepare.Share) -> prepare.Prepared:
        prepared = read(share)
        volume.write_bytes(volume.read_bytes() + b" ")
        return prepared

    monkeypatch.setattr(prepare, "prepare", read_and_write)
    report = build([volume, ACCORD], out=out)
    assert [taken.added for taken in report.sources] == [0, 3]
    assert "changed while it was read" in str(report.troubles[0])
