"""A file that was not touched since it was hashed is known again without being read; any other is read."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import pytest

from travaux.actions import stamped
from travaux.actions.build import Report, build
from travaux.desk import file, models
from travaux.desk.journal.verify import verify

pytestmark = pytest.mark.usefixtures("unblocked")

ACCORD = Path(__file__).with_name("record") / "accord.xml"
#: A long time, in nanoseconds: to wait so long every file has come to rest.
LATER = 3_600_000_000_000


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "accord.travaux"


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(ACCORD, tmp_path / "accord.xml"))


@pytest.fixture
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read was last changed long ago: the clock is put on, as the time of a change cannot be put back."""
    now = stamped.time.time_ns
    monkeypatch.setattr(stamped.time, "time_ns", lambda: now() + LATER)


class Opened:
    """The files that were opened to be read, which is counted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        opening = Path.open

        def counted(path: Path, *how: object, **more: object) -> object:
            self.names.append(path.name)
            return opening(path, *how, **more)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", counted)

    def during(self, paths: list[Path], out: Path, *, rehash: bool = False) -> tuple[Report, list[str]]:
        """What became of a build, and what it read."""
        self.names.clear()
        report = build(paths, out=out, rehash=rehash)
        return report, [name for name in self.names if name != out.name]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    return Opened(monkeypatch)


def _changed(path: Path) -> None:
    """Put other words in place, as many and as long."""
    words = path.read_bytes()
    assert b"harbor" in words
    with path.open("r+b") as stream:
        stream.write(words.replace(b"harbor", b"haven "))


def _times(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_atime_ns, status.st_mtime_ns


@pytest.mark.usefixtures("rested")
def test_what_was_not_touched_is_not_read(volume: Path, out: Path, opened: Opened) -> None:
    build([volume], out=out)
    report, read = opened.during([volume], out)
    assert (report.sources[0].skipped, read) == (True, [])


@pytest.mark.usefixtures("rested")
def test_packed_volumes_folders_and_patterns_are_not_read_either(tmp_path: Path, out: Path, opened: Opened) -> None:
    folder = tmp_path / "volumes"
    folder.mkdir()
    (folder / "accord.xml.gz").write_bytes(gzip.compress(ACCORD.read_bytes()))
    for named in (folder, folder / "*.gz", folder / "accord.xml.gz"):
        build([named], out=out)
        report, read = opened.during([named], out)
        assert (report.sources[0].skipped, read) == (True, [])


@pytest.mark.usefixtures("rested")
def test_asked_to_read_all_it_reads_what_was_not_touched(volume: Path, out: Path, opened: Opened) -> None:
    build([volume], out=out)
    report, read = opened.during([volume], out, rehash=True)
    assert (report.sources[0].skipped, read) == (True, ["accord.xml"])


@pytest.mark.usefixtures("rested")
def test_another_text_of_the_same_length_is_found_though_its_time_is_set_back(volume: Path, out: Path) -> None:
    build([volume], out=out)
    before = _times(volume)
    _changed(volume)
    os.utime(volume, ns=before)
    assert _times(volume) == before
    assert not build([volume], out=out).sources[0].skipped


@pytest.mark.usefixtures("rested")
def test_another_file_of_the_same_length_in_its_place_is_found(volume: Path, out: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(volume, tmp_path / "other"))
    _changed(other)
    os.utime(other, ns=_times(volume))
    build([volume], out=out)
    other.replace(volume)
    assert not build([volume], out=out).sources[0].skipped


def test_a_text_changed_in_the_second_in_which_it_was_read_is_found(
    volume: Path, out: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = volume.stat().st_ctime_ns
    monkeypatch.setattr(stamped.time, "time_ns", lambda: made + 1_000_000_000)
    build([volume], out=out)
    assert opened.during([volume], out)[1] == ["accord.xml"]
    _changed(volume)
    assert not build([volume], out=out).sources[0].skipped


@pytest.mark.usefixtures("rested")
def test_what_changes_while_it_is_read_has_no_stamp(volume: Path) -> None:
    assert stamped.stamped(volume, lambda stream: stream.readall())[1]
    assert not stamped.stamped(volume, lambda stream: os.utime(volume, ns=(0, 0)))[1]


@pytest.mark.usefixtures("rested")
def test_what_was_touched_and_is_the_same_is_read_once_more_and_then_known(
    volume: Path, out: Path, opened: Opened
) -> None:
    build([volume], out=out)
    os.utime(volume)
    report, read = opened.during([volume], out)
    assert (report.sources[0].skipped, read) == (True, ["accord.xml"])
    assert opened.during([volume], out)[1] == []


@pytest.mark.usefixtures("rested")
def test_the_same_text_in_another_place_is_read_once(volume: Path, out: Path, tmp_path: Path, opened: Opened) -> None:
    build([volume], out=out)
    copy = Path(shutil.copyfile(volume, tmp_path / "copy.xml"))
    report, read = opened.during([volume, copy], out)
    assert ([taken.skipped for taken in report.sources], read) == ([True, True], ["copy.xml"])
    assert opened.during([volume, copy], out)[1] == []


@pytest.mark.usefixtures("rested")
def test_what_becomes_shorter_is_read(volume: Path, out: Path) -> None:
    build([volume], out=out)
    volume.write_bytes(volume.read_bytes().replace(b"harbor", b"haven"))
    assert not build([volume], out=out).sources[0].skipped


@pytest.mark.usefixtures("rested")
def test_where_somebody_else_writes_it_is_only_read_once_more(
    volume: Path, out: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([volume], out=out)
    os.utime(volume)

    def busy() -> None:
        raise file.FileTrouble("Somebody else writes to it.")

    with monkeypatch.context() as patch:
        patch.setattr(file, "writing_in_passing", busy)
        assert opened.during([volume], out)[0].sources[0].skipped
    assert opened.during([volume], out)[1] == ["accord.xml"]
    assert opened.during([volume], out)[1] == []


@pytest.mark.usefixtures("rested")
def test_where_the_system_tells_no_changes_every_file_is_read(
    volume: Path, out: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamped, "_TELLS_CHANGES", False)
    build([volume], out=out)
    assert opened.during([volume], out)[1] == ["accord.xml"]


@pytest.mark.usefixtures("rested")
def test_how_files_look_is_no_part_of_what_the_journal_proves(volume: Path, out: Path, opened: Opened) -> None:
    build([volume], out=out)
    file.create_or_open(out)
    (stamp,) = models.Stamp.objects.all()
    assert not any(stamp.looks in entry.content for entry in models.JournalEntry.objects.all())
    assert verify().broken == ()
    stamp.delete()
    assert verify().broken == ()
    file.close()
    assert opened.during([volume], out)[1] == ["accord.xml"]
