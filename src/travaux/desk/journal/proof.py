"""Proves a bundle of a journal and its contents: the signature, the chain of entries, and all that they speak of.

    python verify.py [BUNDLE.zip] [--key KEY.pub]

It needs Python 3.11 and the package `cryptography`, and nothing of Travaux: a copy of it is in every bundle. Without a
name it proves the bundle that it stands in, unpacked. It ends with 0 where all is whole, with 1 and the first entry
that is broken where it is not.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: What an entry may hold.
Value = None | bool | int | str | Sequence["Value"] | Mapping[str, "Value"]
_SIMPLE = (str, int, bool, type(None))
_SIMPLE_TYPES = frozenset(_SIMPLE)
#: What stands for the entry before the first one.
NONE = "0" * 64
#: What the hash of an entry is of; its content goes in by the hash of that.
HASHED = ("number", "at", "clock", "by", "verb", "kind", "name", "content_hash", "before")

MANIFEST, SIGNATURE, KEY, JOURNAL, CONTENTS = "manifest.json", "manifest.sig", "key.pub", "journal.jsonl", "contents/"

_IN_ONE_WAY = json.JSONEncoder(sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Value) -> str:
    """The one way to write a value: JSON in ASCII, the keys of objects in order of their code points, without blanks.

    Numbers are whole ones, as fractions have more than one way to be written. Raises TypeError for anything else.
    """
    _require_plain(value)
    return _IN_ONE_WAY.encode(value)


def _require_plain(value: Value) -> None:
    if isinstance(value, _SIMPLE):
        return
    match value:
        case Mapping():
            for key in value:
                if not isinstance(key, str):
                    raise TypeError(f"the key {key!r} of an object is not a text")
            _require_all_plain(value.values())
        case list() | tuple():
            _require_all_plain(value)
        case _:
            raise TypeError(f"an entry cannot hold {value!r}")


def _require_all_plain(values: Iterable[Value]) -> None:
    # Of rows of a table, told by the thousand, nearly all hold texts and numbers alone.
    if not _SIMPLE_TYPES.issuperset(map(type, values)):
        for each in values:
            _require_plain(each)


def digest(words: str | bytes) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, as hexadecimal figures."""
    return hashlib.sha256(words if isinstance(words, bytes) else words.encode(errors="surrogatepass")).hexdigest()


def moment(at: datetime.datetime) -> str:
    """A time as entries write it: in UTC, to the microsecond.

    >>> moment(datetime.datetime(2001, 2, 3, 4, 5, tzinfo=datetime.UTC))
    '2001-02-03T04:05:00.000000Z'
    """
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def hash_of(entry: Mapping[str, Any]) -> str:
    """The hash of an entry, whose times are written as `moment` does."""
    return digest(canonical({name: entry[name] for name in HASHED}))


@dataclass(frozen=True, slots=True)
class Broken:
    """What is not as the journal says: the number of the entry, 0 where none speaks of it, and what is wrong."""

    number: int
    what: str

    def __str__(self) -> str:
        return f"Entry {self.number}: {self.what}" if self.number else self.what


@dataclass(slots=True)
class Claims:
    """What entries say of contents, the last of them on each; every claim with the number of its entry."""

    documents: dict[str, tuple[int, str]] = field(default_factory=dict)
    rows: dict[tuple[str, int | str], tuple[int, Mapping[str, Any]]] = field(default_factory=dict)
    #: How each document is marked, by its id: its level and distribution.
    markings: dict[str, tuple[int, str]] = field(default_factory=dict)
    #: Of the documents of each source, by its key: what was found in them, their columns, its lists.
    sources: dict[tuple[int | str, str], tuple[int, str]] = field(default_factory=dict)
    proceedings: tuple[int, str] = (0, "")

    def take(self, number: int, content: Mapping[str, Any]) -> None:
        """Take what the content of an entry says."""
        for ident, hash_of_it in content.get("documents", {}).items() if _is_map(content.get("documents")) else ():
            self.documents[ident] = (number, hash_of_it)
        for marking, idents in content.get("markings", {}).items():
            self.markings |= dict.fromkeys(idents, (number, marking))
        for row in content.get("rows", ()):
            self.rows[row["table"], row["key"]] = (number, row["columns"])
            for name in ("found", "columns", "lists"):
                if row["table"] == "desk_source" and name in content:
                    self.sources[row["key"], name] = (number, content[name])
        if "proceedings" in content:
            self.proceedings = (number, content["proceedings"])

    def hashes(self) -> Iterator[tuple[int, str, str]]:
        """Every hash that is claimed, with the number of its entry and the name of what it is of."""
        for ident, (number, each) in self.documents.items():
            yield number, each, f"the document {ident}"
        for (table, key), (number, columns) in self.rows.items():
            for name, value in columns.items():
                if _is_map(value) and "sha256" in value:
                    yield number, value["sha256"], f"{name} of row {key} of {table}"
        for (key, name), (number, each) in self.sources.items():
            if each:
                yield number, each, f"{name} of source {key}"
        if self.proceedings[0]:
            yield *self.proceedings, "the drafts and steps"


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping)


@dataclass(slots=True)
class Chain:
    """The entries that were gone through so far; it stops at the first that is broken."""

    entries: int = 0
    head: str = NONE
    at: str = ""
    broken: Broken | None = None
    claims: Claims = field(default_factory=Claims)

    def take(self, entry: Mapping[str, Any], content: str) -> None:
        """Go through the next entry, with its content as canonical JSON."""
        if self.broken:
            return
        wrong = self._wrong(entry, content)
        if wrong:
            self.broken = Broken(self.entries + 1, wrong)
            return
        self.entries, self.head, self.at = entry["number"], entry["hash"], entry["at"]
        self.claims.take(self.entries, json.loads(content))

    def _wrong(self, entry: Mapping[str, Any], content: str) -> str:
        if entry["number"] != self.entries + 1:
            return f"it is missing; the next one is {entry['number']}."
        if entry["before"] != self.head:
            return "it does not follow from the entry before it."
        if digest(content) != entry["content_hash"]:
            return "its content is not what was entered."
        if hash_of(entry) != entry["hash"]:
            return "it was changed since it was made."
        if entry["at"] < self.at:
            return "it is earlier than the entry before it."
        return ""


@dataclass(frozen=True, slots=True)
class Proved:
    """A bundle that was gone through: how many entries and contents it has, its head, and whose key signed it."""

    entries: int
    contents: int
    head: str
    made_at: str
    fingerprint: str
    broken: Broken | None = None


class NoBundle(ValueError):
    """What was given is no bundle, or its signature does not hold."""


def prove(read: Callable[[str], bytes], names: Iterable[str], *, key: bytes | None = None) -> Proved:
    """Go through a bundle, of which `read` gives a file by its name; `key` is the public key, in PEM, that must have
    signed it. Raises NoBundle where the signature or a file does not hold."""
    try:
        manifest, signature, own = read(MANIFEST), base64.b64decode(read(SIGNATURE)), read(KEY)
    except (KeyError, OSError, ValueError):
        raise NoBundle("This is not a bundle of a journal: it has no signed manifest.") from None
    if key is not None and fingerprint(key) != fingerprint(own):
        raise NoBundle(f"It is signed with another key: {fingerprint(own)}.")
    _require_signed(manifest, signature, own)
    told = json.loads(manifest)
    present = set(names)
    for name, expected in told["files"].items():
        if name not in present or digest(read(name)) != expected:
            raise NoBundle(f"{name} is not what was signed.")
    chain = Chain()
    for line in read(JOURNAL).decode().splitlines():
        entry = json.loads(line)
        chain.take(entry, canonical(entry["content"]))
    broken = chain.broken or _head(chain, told) or _missing(chain, told["files"], read)
    contents = sum(name.startswith(CONTENTS) for name in told["files"])
    return Proved(chain.entries, contents, chain.head, told["made_at"], fingerprint(own), broken)


def _head(chain: Chain, told: Mapping[str, Any]) -> Broken | None:
    if (chain.entries, chain.head) == (told["entries"], told["head"]):
        return None
    return Broken(chain.entries, f"the manifest tells of {told['entries']} entries, up to {told['head'][:16]}.")


def _missing(chain: Chain, files: Mapping[str, str], read: Callable[[str], bytes]) -> Broken | None:
    """The first entry that speaks of contents that the bundle has not. A hash of many is that of a list of theirs."""
    for number, each, what in sorted(chain.claims.hashes()):
        name = f"{CONTENTS}{each}"
        if files.get(name) != each:
            return Broken(number, f"{what} is not in the bundle.")
        if what.startswith(("found of", "columns of", "the drafts")):
            for line in read(name).decode().split():
                if files.get(f"{CONTENTS}{line}") != line:
                    return Broken(number, f"a part of {what} is not in the bundle.")
    return None


def fingerprint(key: bytes) -> str:
    """What a public key, in PEM, is told by: the hash of its 32 bytes."""
    from cryptography.hazmat.primitives import serialization

    raw = serialization.load_pem_public_key(key).public_bytes(
        serialization.Encoding.Raw, serialization.PublicFormat.Raw
    )
    return digest(raw)


def _require_signed(manifest: bytes, signature: bytes, key: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    public = serialization.load_pem_public_key(key)
    if not isinstance(public, Ed25519PublicKey):
        raise NoBundle("Its key is not an Ed25519 key.")
    try:
        public.verify(signature, manifest)
    except InvalidSignature:
        raise NoBundle("Its signature does not hold: the manifest was changed.") from None


def prove_file(path: Path, *, key: bytes | None = None) -> Proved:
    """Go through a bundle in a ZIP file, or unpacked in a folder, under the rules of `prove`."""
    if path.is_dir():
        names = (each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file())
        return prove(lambda name: (path / name).read_bytes(), names, key=key)
    try:
        with zipfile.ZipFile(path) as bundle:
            return prove(bundle.read, bundle.namelist(), key=key)
    except zipfile.BadZipFile:
        raise NoBundle("This is not a bundle of a journal: it is no ZIP file.") from None


def main(arguments: Sequence[str]) -> int:
    """The program."""
    given = list(arguments)
    key = None
    if "--key" in given:
        at = given.index("--key")
        key = Path(given[at + 1]).read_bytes()
        del given[at : at + 2]
    try:
        proved = prove_file(Path(given[0]) if given else Path(__file__).parent, key=key)
    except NoBundle as error:
        sys.stdout.write(f"{error}\n")
        return 1
    sys.stdout.write(f"Signed on {proved.made_at} with the key {proved.fingerprint}.\n")
    sys.stdout.write(f"{proved.entries} entries, {proved.contents} contents; the last entry is {proved.head}.\n")
    sys.stdout.write(f"{proved.broken}\n" if proved.broken else "All of it is whole.\n")
    return 1 if proved.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
