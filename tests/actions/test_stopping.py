"""A build that is killed, wherever it was, and is run again ends with the file of one that nobody disturbed."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.actions.whole_content import content
from tests.haste import HASTE

from travaux.actions.build import build

pytestmark = pytest.mark.usefixtures("unblocked")

REPOSITORY = Path(__file__).parents[2]
STOPPED = Path(__file__).with_name("stopped.py")
SMALL = [REPOSITORY / "examples" / "strait-of-ilvane", Path(__file__).with_name("record")]
#: No build takes so long: where one of its workers outlives it, its output is never at an end.
LONG = 300


def test_a_build_killed_again_and_again_ends_with_the_same_file(tmp_path: Path) -> None:
    moments, whole = _undisturbed(tmp_path / "whole.travaux", SMALL)
    chance = random.Random(1958)
    for turn in range(1 if HASTE else 3):
        out = tmp_path / f"{turn}.travaux"
        for moment in sorted((chance.randrange(1, moments) for _ in range(4)), reverse=turn == 1):
            _killed(out, SMALL, moment)
        build(SMALL, out=out)
        assert content(out) == whole


def test_a_build_killed_while_others_work_for_it_ends_with_the_same_file(tmp_path: Path) -> None:
    volumes = tmp_path / "volumes"
    volumes.mkdir()
    for number in range(5):
        (volumes / f"volume{number}.xml").write_bytes(invented_volume(number))
    moments, whole = _undisturbed(tmp_path / "whole.travaux", [volumes])
    out = tmp_path / "killed.travaux"
    killed = [_killed(out, [volumes], moments * part // 10) for part in (4, 6, 8)]
    assert killed[0]
    build([volumes], out=out)
    assert content(out) == whole


def test_a_build_killed_in_the_midst_of_a_source_keeps_nothing_of_it(tmp_path: Path) -> None:
    volume = tmp_path / "volume.xml"
    volume.write_bytes(invented_volume(0, documents=40))
    moments, _ = _undisturbed(tmp_path / "whole.travaux", [volume])
    out = tmp_path / "killed.travaux"
    counts = set()
    for moment in range(moments // 4, moments, moments // 8):
        out.unlink(missing_ok=True)
        _killed(out, [volume], moment)
        with sqlite3.connect(out) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            counts |= (
                set(database.execute("SELECT count(*) FROM desk_document")) if "desk_document" in tables else set()
            )
        database.close()
    assert counts == {(0,), (40,)}


def _undisturbed(out: Path, paths: list[Path]) -> tuple[int, dict[str, list[object]]]:
    """How many moments a build has at which it can be killed, and what is in its file."""
    done = _run(0, out, paths)
    assert done.returncode == 0, done.stderr
    return int(done.stdout), content(out)


def _killed(out: Path, paths: list[Path], moment: int) -> bool:
    """Whether a build was killed; one that has few moments left, after others, comes to its end before."""
    done = _run(moment, out, paths)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def _run(moment: int, out: Path, paths: list[Path]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(STOPPED), str(moment), str(out), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)


def invented_volume(number: int, *, documents: int = 60) -> bytes:
    """A volume about nothing, with a draft and an order to change it; large enough to be read by another process."""
    chance = random.Random(number)
    words = ["ferry", "strait", "pilot", "harbor", "treaty", "minister", "agreed", "columns", "of", "the", "in", "and"]
    filler = "".join(f"<p>{' '.join(chance.choices(words, k=90))}.</p>" for _ in range(12))
    text = "".join(
        f'<div type="document" xml:id="d{n}" n="{n}"><head>{n}. Telegram From the Embassy in Halvern to the Department'
        f' of State</head><dateline><placeName>Dunmarch</placeName>, <date when="1962-03-{n % 28 + 1:02d}">March'
        f" {n % 28 + 1}, 1962</date></dateline>{filler}<p>See Document {n // 2 + 1}.</p></div>"
        for n in range(1, documents + 1)
    )
    idno = f'<idno type="frus">invented{number}</idno>'
    header = f"<teiHeader><fileDesc><publicationStmt>{idno}</publicationStmt></fileDesc></teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{text}</body></text></TEI>'.encode()
