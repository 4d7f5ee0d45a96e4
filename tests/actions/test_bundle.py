"""A bundle proves itself, without the file and without Travaux; whatever is changed in it is found."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import papers

from travaux.actions.build import build
from travaux.actions.bundle import bundle
from travaux.desk import file
from travaux.desk.journal.proof import CONTENTS, JOURNAL, MANIFEST, NoBundle, Proved, canonical, digest, prove_file
from travaux.desk.journal.signing import load_key, make_key
from travaux.errors import FileTrouble


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """A bundle and the key that it was signed with."""
    folder = tmp_path_factory.mktemp("made")
    with django_db_blocker.unblock():
        build(papers(folder / "papers"), out=folder / "ferry.travaux")
        make_key(folder / "key")
        file.open_file(folder / "ferry.travaux")
        bundle(folder / "ferry.zip", key=folder / "key")
        file.close()
    return folder


@pytest.fixture
def unpacked(made: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(made / "ferry.zip") as packed:
        packed.extractall(tmp_path / "bundle")
    return tmp_path / "bundle"


@pytest.fixture
def opened(made: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    path = tmp_path / "ferry.travaux"
    shutil.copyfile(made / "ferry.travaux", path)
    with django_db_blocker.unblock():
        file.create_or_open(path)
        yield path
        file.close()


def _signed_anew(folder: Path, made: Path) -> Proved:
    """What becomes of a bundle that was changed by one who has a key of their own, or the right one."""
    from base64 import b64encode

    told = json.loads((folder / MANIFEST).read_bytes())
    told.setdefault("of", sorted(told["files"]))
    names = {name for name in told["of"] if (folder / name).exists()}
    told["files"] = {name: digest((folder / name).read_bytes()) for name in names}
    manifest = canonical(told).encode()
    (folder / MANIFEST).write_bytes(manifest)
    (folder / "manifest.sig").write_bytes(b64encode(load_key(made / "key").sign(manifest)))
    return prove_file(folder)


def test_a_bundle_is_whole(made: Path) -> None:
    proved = prove_file(made / "ferry.zip", key=(made / "key.pub").read_bytes())
    assert proved.broken is None
    assert proved.entries == 7
    assert proved.contents > 3


def test_it_is_proved_by_the_program_in_it_without_travaux(unpacked: Path) -> None:
    program = [sys.executable, "-I", str(unpacked / "verify.py")]
    done = subprocess.run(program, capture_output=True, text=True, cwd="/", env={}, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "All of it is whole."), done.stderr
    assert "travaux" not in {line.split()[1] for line in (unpacked / "verify.py").read_text().splitlines()
                             if line.startswith(("import ", "from "))}  # fmt: skip


def test_every_file_of_a_bundle_is_signed(unpacked: Path) -> None:
    for path in [each for each in sorted(unpacked.rglob("*")) if each.is_file()]:
        if path.name == "key.pub":
            continue  # with another key the signature does not hold: below
        before = path.read_bytes()
        path.write_bytes(before[:-3] + b"zz" + before[-1:])
        with pytest.raises(NoBundle):
            prove_file(unpacked)
        path.write_bytes(before)
    assert prove_file(unpacked).broken is None


def test_another_key_is_told_from_the_right_one(unpacked: Path, made: Path, tmp_path: Path) -> None:
    make_key(tmp_path / "other")
    with pytest.raises(NoBundle, match="signed with another key"):
        prove_file(unpacked, key=(tmp_path / "other.pub").read_bytes())
    (unpacked / "key.pub").write_bytes((tmp_path / "other.pub").read_bytes())
    with pytest.raises(NoBundle, match="signature does not hold"):
        prove_file(unpacked)


def test_an_entry_changed_by_one_who_can_sign_is_still_named(unpacked: Path, made: Path) -> None:
    journal = unpacked / JOURNAL
    journal.write_text(journal.read_text().replace('"verb":"settled"', '"verb":"decided"'))
    broken = _signed_anew(unpacked, made).broken
    assert broken is not None
    assert (broken.number, broken.what) == (5, "it was changed since it was made.")


def test_an_entry_cut_off_at_the_end_is_missed(unpacked: Path, made: Path) -> None:
    journal = unpacked / JOURNAL
    journal.write_text("".join(journal.read_text().splitlines(keepends=True)[:-1]))
    broken = _signed_anew(unpacked, made).broken
    assert broken is not None
    assert "the manifest tells of 7 entries" in broken.what


def test_each_content_that_is_left_out_is_missed(unpacked: Path, made: Path) -> None:
    for path in sorted((unpacked / CONTENTS).iterdir()):
        before = path.read_bytes()
        path.unlink()
        assert _signed_anew(unpacked, made).broken is not None, before
        path.write_bytes(before)
    assert _signed_anew(unpacked, made).broken is None


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"SQLite format 3\x00"])
def test_what_is_no_bundle_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(NoBundle, match="not a bundle"):
        prove_file(path)


def test_a_file_that_is_not_whole_is_not_bundled(opened: Path, made: Path, tmp_path: Path) -> None:
    with file.writing_aside():
        from travaux.desk import models

        models.Document.objects.filter(ident="1-letter").update(tree="{}")
    with pytest.raises(FileTrouble, match="not whole"):
        bundle(tmp_path / "x.zip", key=made / "key")
    assert [each.name for each in tmp_path.glob("*x.zip*")] == []


def test_a_bundle_is_never_written_over(opened: Path, made: Path) -> None:
    with pytest.raises(FileTrouble, match="a file of that name"):
        bundle(made / "ferry.zip", key=made / "key")


def test_a_secret_key_is_for_its_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    make_key(tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    with pytest.raises(FileTrouble, match="a file of that name"):
        make_key(tmp_path / "key")


def test_a_protected_key_wants_its_passphrase(tmp_path: Path) -> None:
    make_key(tmp_path / "key", passphrase="ferry")
    load_key(tmp_path / "key", passphrase="ferry")
    for passphrase in ("", "barge"):
        with pytest.raises(FileTrouble, match="No key can be read"):
            load_key(tmp_path / "key", passphrase=passphrase)


def test_where_there_is_no_key_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="travaux key"):
        load_key(tmp_path / "none")
