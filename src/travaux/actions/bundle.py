"""Writes a signed bundle of the open file's journal and contents, once the file itself was found whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from travaux.actions.whole import written_whole
from travaux.desk import file
from travaux.desk.journal.bundle import bundle as write
from travaux.desk.journal.proof import fingerprint
from travaux.desk.journal.signing import load_key, public_part
from travaux.desk.journal.verify import verify
from travaux.errors import FileTrouble


@dataclass(frozen=True, slots=True)
class Bundled:
    """How many entries and contents a bundle has, and the fingerprint of the key that signed it."""

    entries: int
    contents: int
    fingerprint: str


def bundle(out: Path, *, key: Path, passphrase: str = "") -> Bundled:
    """Write the bundle to `out`, signed with the key at `key`.

    Raises FileTrouble where the key cannot be read, `out` is there already, or the file is not what its journal says.
    """
    secret = load_key(key, passphrase=passphrase)
    with written_whole(out) as stream, file.reading():
        broken = verify().broken
        if broken:
            raise FileTrouble(f"The file is not whole. {broken[0]}", at=str(out), remedy="See: travaux verify.")
        entries, contents = write(stream, secret)
    return Bundled(entries, contents, fingerprint(public_part(secret)))
