"""Writes the journal of the open file with all contents that it speaks of as a bundle that proves itself."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from travaux.desk import models
from travaux.desk.journal import contents, proof
from travaux.desk.journal.enter import plain
from travaux.desk.journal.proof import Claims, canonical, digest
from travaux.desk.journal.row import MOST
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.signing import public_part

#: What every file of a bundle is dated: the bundle of one state is the same whenever it is made, but for the manifest.
_DAY = (1980, 1, 1, 0, 0, 0)
_READ_ME = """\
The journal of a negotiation's file, with the contents that its entries speak of.

journal.jsonl   the entries, one a line, in order; each holds the hash of the one before
contents/       what the entries speak of, each under its SHA-256
manifest.json   the SHA-256 of every file here, the number of entries and the hash of the last
manifest.sig    the Ed25519 signature of manifest.json, in Base64
key.pub         the public key that it was made with

To verify it:   python verify.py      (Python 3.11 or later with the package cryptography)
Compare the fingerprint that it prints with the one that you were given for the key.
"""


class _Bundle:
    """A ZIP file that notes the hash of every file in it, and takes each once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self.files: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> None:
        if name not in self.files:
            self.files[name] = digest(content)
            self._zip.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)

    def add_content(self, words: str) -> None:
        content = words.encode(errors="surrogatepass")
        self.add(f"{proof.CONTENTS}{digest(content)}", content)

    def sign(self, manifest: bytes, key: Ed25519PrivateKey) -> None:
        self.add(proof.MANIFEST, manifest)
        self.add(proof.SIGNATURE, base64.b64encode(key.sign(manifest)) + b"\n")
        self.add(proof.KEY, public_part(key))
        self._zip.close()


def bundle(out: IO[bytes], key: Ed25519PrivateKey) -> tuple[int, int]:
    """Write the bundle of the open file, signed with `key`; gives the number of entries and of contents.

    What it is of must be one state of the file: to be called within `file.reading()`.
    """
    made = _Bundle(out)
    lines, claims, head = [], Claims(), proof.NONE
    for entry in JournalEntry.objects.order_by("number").iterator(chunk_size=1_000):
        content = json.loads(entry.content)
        claims.take(entry.number, content)
        lines.append(canonical({**plain(entry), "content": content}))
        head = entry.hash
    made.add(proof.JOURNAL, "".join(f"{line}\n" for line in lines).encode())
    for words in _contents(claims):
        made.add_content(words)
    made.add("README.txt", _READ_ME.encode())
    made.add("verify.py", Path(proof.__file__).read_bytes())
    told: dict[str, proof.Value] = {
        "entries": len(lines),
        "head": head,
        "made_at": proof.moment(timezone.now()),
        "files": dict(made.files),
    }
    made.sign(canonical(told).encode(), key)
    return len(lines), sum(name.startswith(proof.CONTENTS) for name in made.files)


def _contents(claims: Claims) -> Iterator[str]:
    """Every text that the hash in an entry that still holds is of."""
    rows = models.Document._base_manager.order_by("id").values_list("tree", flat=True)
    yield from rows.iterator(chunk_size=100)
    for (key, name), (_, expected) in claims.sources.items():
        if name == "lists":
            yield from (contents.lists(int(key)),) if expected else ()
        else:
            yield from _with_list((contents.found if name == "found" else contents.columns)(int(key)))
    if claims.proceedings[0]:
        yield from _with_list(contents.proceedings())
    tables = {model._meta.db_table: model for model in apps.get_app_config("desk").get_models()}
    for table in {table for table, _ in claims.rows}:
        for row in tables[table]._base_manager.order_by("pk").iterator(chunk_size=500):
            yield from _long(row)


def _with_list(parts: Iterable[str]) -> Iterator[str]:
    hashes = []
    for part in parts:
        hashes.append(digest(part))
        yield part
    yield "".join(f"{each}\n" for each in hashes)


def _long(row: Model) -> Iterator[str]:
    """The texts of a row that its entry tells by their hashes."""
    values = (getattr(row, field.attname) for field in row._meta.concrete_fields)
    return (value for value in values if isinstance(value, str) and len(value) > MOST)
