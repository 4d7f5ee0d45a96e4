"""A large build puts the drafts off; who first asks for them has them followed, and the file is as if it had been done
at once."""

from __future__ import annotations

import datetime
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from tests.actions.heard import Heard
from tests.actions.test_stopping import LONG, STOPPED, invented_volume
from tests.actions.whole_content import content
from tests.haste import HASTE

from travaux.actions import put_off as putting_off
from travaux.actions.build import build
from travaux.actions.bundle import bundle
from travaux.actions.catch_up import catch_up
from travaux.actions.decide import decide
from travaux.actions.edition import edition
from travaux.actions.files import File
from travaux.actions.put_off import AT_ONCE, put_off
from travaux.amend.decide import Verdict
from travaux.desk import convert, file, models, search, shelf, waiting
from travaux.desk.journal.proof import prove_file
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.signing import make_key
from travaux.desk.journal.verify import verify
from travaux.desk.references import look
from travaux.desk.registers import lookup
from travaux.desk.waiting import Waiting
from travaux.errors import FileTrouble
from travaux.release.mark import Edition

pytestmark = pytest.mark.usefixtures("unblocked")

EXAMPLES = Path(__file__).parents[2] / "examples" / "strait-of-ilvane"
ACCORD = Path(__file__).with_name("record")
SMALL = [EXAMPLES, ACCORD]
PROGRAM = (sys.executable, "-c", "from travaux.cli import main; main()")
TODAY = datetime.date(2000, 1, 1)
#: What is not the same in a file in which the drafts were put off.
OF_THE_JOURNAL = {"journal"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ilvane.travaux"


def _waiting(path: Path) -> tuple[int, int, int]:
    """In how many documents drafts are still to be sought, how many of them were not examined, and how many drafts
    there are."""
    file.open_file(path)
    unexamined = models.Document.objects.filter(found=None).count()
    counts = waiting.documents(), unexamined, models.Draft.objects.count()
    file.close()
    return counts


def test_a_small_build_follows_the_drafts(out: Path) -> None:
    report = build(SMALL, out=out)
    assert report.waiting == 0 and report.proceedings.drafts


def test_a_large_build_puts_them_off(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(putting_off, "AT_ONCE", 1_000)
    report = build(SMALL, out=out)
    assert report.waiting == report.overview.documents > 3
    assert not report.proceedings.drafts
    assert _waiting(out) == (report.waiting, report.waiting, 0)


def test_what_is_put_off_can_be_searched_and_has_its_people_and_references(out: Path) -> None:
    build(SMALL, out=out, follow=False)
    file.open_file(out)
    rows = list(models.Document.objects.all())
    assert search.search("harbor").total
    assert any(look.references(row) for row in rows)
    assert any(lookup.links(row) for row in rows)
    assert verify().broken == ()


@pytest.mark.sqlite
def test_what_was_put_off_ends_as_if_it_had_been_done_at_once(out: Path, tmp_path: Path) -> None:
    at_once = tmp_path / "at_once.travaux"
    build(SMALL, out=at_once, follow=True)
    build(SMALL, out=out, follow=False)
    catch_up(out)
    one, other = content(out), content(at_once)
    assert {name: rows for name, rows in one.items() if name not in OF_THE_JOURNAL} == {
        name: rows for name, rows in other.items() if name not in OF_THE_JOURNAL
    }
    _whole(out)


def test_what_was_put_off_is_followed_through_a_volume_that_others_examine(out: Path, tmp_path: Path) -> None:
    volumes = _volumes(tmp_path)
    build([volumes, EXAMPLES], out=out, follow=False)
    heard = Heard()
    catch_up(out, progress=heard)
    documents = _waiting(out)
    assert documents[:2] == (0, 0) and documents[2] > 0
    assert heard.told[0] == f"examining {sum(map(int, heard.told[1:-1]))}"
    assert heard.told[-1] == "following"
    _whole(out)


def test_built_again_with_nothing_new_it_stays_put_off(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(putting_off, "AT_ONCE", 1_000)
    first = build(SMALL, out=out)
    monkeypatch.undo()
    entries = _entries(out)
    assert build(SMALL, out=out).waiting == first.waiting
    assert _entries(out) == entries


def test_what_is_added_to_it_is_put_off_too(out: Path) -> None:
    build([EXAMPLES], out=out, follow=False)
    before = _waiting(out)[0]
    assert build([ACCORD], out=out).waiting == before + 3


def test_what_is_added_is_followed_with_all_that_waits_where_that_is_said(out: Path) -> None:
    build([EXAMPLES], out=out, follow=False)
    report = build([ACCORD], out=out, follow=True)
    assert report.waiting == 0
    assert {draft.id.partition("/")[0] for draft in report.proceedings.drafts} > {"accord"}


def test_a_small_addition_to_a_followed_file_is_followed(out: Path) -> None:
    build([EXAMPLES], out=out)
    assert build([ACCORD], out=out).waiting == 0


def test_drafts_that_are_there_stay_when_what_is_added_is_put_off(out: Path) -> None:
    before = build([EXAMPLES], out=out).proceedings
    report = build([ACCORD], out=out, follow=False)
    assert (report.waiting, report.proceedings) == (3, before)


def test_without_anything_to_read_what_waits_is_done(out: Path) -> None:
    expected = build([EXAMPLES], out=out.with_name("other.travaux")).proceedings
    build([EXAMPLES], out=out, follow=False)
    assert build([], out=out, follow=True).proceedings == expected
    assert _waiting(out)[:2] == (0, 0)


def test_without_anything_to_read_there_must_be_a_file(out: Path) -> None:
    with pytest.raises(FileTrouble, match="no such file"):
        build([], out=out, follow=True)
    assert not out.exists()


def test_nothing_is_done_twice(out: Path) -> None:
    build([EXAMPLES], out=out, follow=False)
    catch_up(out)
    entries = _entries(out)
    heard = Heard()
    catch_up(out, progress=heard)
    assert (_entries(out), heard.told) == (entries, [])


def test_several_that_ask_at_once_have_it_done_once(out: Path) -> None:
    build(SMALL, out=out, follow=False)
    command = [*PROGRAM, "build", "--follow", "-o", str(out)]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [each.wait(timeout=LONG) for each in running] == [0, 0, 0]
    entries = _entries(out)
    assert entries.count("followed drafts ") == 1
    examined = [each for each in entries if each.startswith("examined")]
    assert len(examined) == len(set(examined)) > 1
    _whole(out)


@pytest.mark.sqlite
def test_killed_on_the_way_it_ends_the_same(out: Path, tmp_path: Path) -> None:
    volumes = _volumes(tmp_path)
    paths = [volumes, EXAMPLES]
    at_once, put = tmp_path / "at_once.travaux", tmp_path / "put.travaux"
    build(paths, out=at_once, follow=True)
    expected = content(at_once)
    build(paths, out=put, follow=False)
    moments = int(_run(0, _copy(put, tmp_path / "whole.travaux"), "--follow").stdout)
    chance = random.Random(1960)
    halves = set()
    for turn in range(1 if HASTE else 3):
        one = _copy(put, tmp_path / f"{turn}.travaux")
        for moment in sorted(chance.randrange(1, moments) for _ in range(3)):
            assert _run(moment, one, "--follow").returncode in (0, -signal.SIGKILL)
            halves |= _halves(one)
            _whole(one)
        catch_up(one)
        found = content(one)
        assert {name for name in expected if found[name] != expected[name]} <= OF_THE_JOURNAL
        _whole(one)
    assert not halves


@pytest.mark.sqlite
def test_a_build_that_puts_off_can_be_killed_as_well(out: Path, tmp_path: Path) -> None:
    paths = [str(_volumes(tmp_path)), str(EXAMPLES)]
    whole = tmp_path / "whole.travaux"
    moments = int(_run(0, whole, "--no-follow", *paths).stdout)
    chance = random.Random(1958)
    for moment in sorted(chance.randrange(1, moments) for _ in range(4)):
        assert _run(moment, out, "--no-follow", *paths).returncode in (0, -signal.SIGKILL)
    build(list(map(Path, paths)), out=out, follow=False)
    assert content(out) == content(whole)
    assert _waiting(out)[0] == _waiting(out)[1] > 0


def test_a_decision_taken_meanwhile_leaves_waiting_what_waits(out: Path) -> None:
    build([EXAMPLES], out=out)
    build([ACCORD], out=out, follow=False)
    file.open_file(out)
    row = next(row for row in models.Document.objects.exclude(found="").exclude(found=None) if _instructs(row))
    decide(convert.examined(row).instructions[0].at, Verdict.REJECTED)
    assert waiting.documents() == 3
    assert shelf.unfinished()
    file.close()
    catch_up(out)
    assert _waiting(out)[:2] == (0, 0)
    _whole(out)


def test_nobody_makes_nothing_of_what_waits_unseen(out: Path) -> None:
    build([ACCORD], out=out, follow=False)
    file.create_or_open(out)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE desk_document SET found = '' WHERE position = 0")
    (broken,) = verify().broken
    assert "what was found in the documents" in str(broken)


def test_a_bundle_of_it_proves_itself(out: Path, tmp_path: Path) -> None:
    build([ACCORD], out=out, follow=False)
    make_key(tmp_path / "key")
    file.open_file(out)
    bundle(tmp_path / "ilvane.zip", key=tmp_path / "key")
    assert prove_file(tmp_path / "ilvane.zip").broken is None


def test_an_edition_has_the_drafts_put_off_where_the_file_has(out: Path, tmp_path: Path) -> None:
    build([ACCORD], out=out, follow=False)
    made = tmp_path / "public.travaux"
    edition(out, to=Edition.PUBLIC, out=made, on=TODAY)
    assert _waiting(made) == (3, 3, 0)
    _whole(made)
    catch_up(made)
    build([ACCORD], out=out, follow=True)
    edition(out, to=Edition.PUBLIC, out=tmp_path / "later.travaux", on=TODAY)
    assert _waiting(made) == _waiting(tmp_path / "later.travaux")
    assert _waiting(made)[2] > 0


class TestPuttingOff:
    def test_it_is_for_many_bytes_of_files(self) -> None:
        assert not put_off([_file("a.xml", AT_ONCE)], Waiting())
        assert put_off([_file("a.xml", AT_ONCE), _file("b.xml", 1)], Waiting())

    def test_packed_files_count_for_what_is_in_them(self) -> None:
        assert put_off([_file("a.xml.gz", AT_ONCE // 4 + 1)], Waiting())

    def test_what_a_build_left_that_was_cut_short_counts_as_new(self) -> None:
        left = Waiting((models.Source(name="a.xml", size=AT_ONCE),))
        assert put_off([_file("b.xml", 1)], left)
        assert not put_off([], left)

    def test_what_waits_unexamined_was_put_off_and_stays_so(self) -> None:
        assert put_off([], Waiting((models.Source(name="a.xml", size=1),), examined=False))


def _file(name: str, size: int) -> File:
    return File(path=Path(name), size=size)


def _instructs(row: models.Document) -> bool:
    return bool(convert.examined(row).instructions)


def _entries(path: Path) -> list[str]:
    file.open_file(path)
    rows = JournalEntry.objects.order_by("number").values_list("verb", "kind", "name")
    entries = [" ".join(row) for row in rows]
    file.close()
    return entries


def _whole(path: Path) -> None:
    file.open_file(path)
    assert verify().broken == ()
    file.close()


def _halves(path: Path) -> set[str]:
    """The sources of which some documents were examined and others were not."""
    file.open_file(path)
    rows = models.Document.objects.values_list("source__name", "found")
    states = {(name, found is None) for name, found in rows}
    file.close()
    names = [name for name, _ in states]
    return {name for name in names if names.count(name) > 1}


def _volumes(folder: Path) -> Path:
    """Volumes large enough to be worked on by other processes."""
    volumes = folder / "volumes"
    volumes.mkdir()
    for number in range(4):
        (volumes / f"volume{number}.xml").write_bytes(invented_volume(number))
    return volumes


def _copy(path: Path, to: Path) -> Path:
    to.write_bytes(path.read_bytes())
    return to


def _run(moment: int, out: Path, *given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(STOPPED), str(moment), str(out), *given]
    return subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)
