"""Keys that bundles are signed with: Ed25519, in PEM, the secret one readable by its owner alone."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from travaux.desk.journal.proof import fingerprint
from travaux.errors import FileTrouble

_PUBLIC = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def make_key(path: Path, *, passphrase: str = "") -> str:
    """Make a key at `path`, and its public part beside it (`.pub`); gives its fingerprint. With a passphrase the secret
    part is of use only to who knows that. Raises FileTrouble where a file is there already."""
    public = path.with_name(f"{path.name}.pub")
    for each in (path, public):
        if each.exists():
            raise FileTrouble("There is a file of that name.", at=str(each), remedy="A key is never written over.")
    key = Ed25519PrivateKey.generate()
    locked = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
    _write(path, secret, mode=0o600)
    _write(public, public_part(key), mode=0o644)
    return fingerprint(public_part(key))


def load_key(path: Path, *, passphrase: str = "") -> Ed25519PrivateKey:
    """The key at `path`. Raises FileTrouble where there is none, or it wants another passphrase."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), passphrase.encode() or None)
    except FileNotFoundError:
        raise FileTrouble("There is no key.", at=str(path), remedy=f"Make one: travaux key {path}") from None
    except OSError as error:
        raise FileTrouble(f"It cannot be read: {error.strerror}.", at=str(path), remedy="Look at its rights.") from None
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise FileTrouble(f"No key can be read from it: {error}.", at=str(path), remedy="Say its passphrase.") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise FileTrouble("This is not an Ed25519 key.", at=str(path), remedy="Make one: travaux key.")
    return key


def public_part(key: Ed25519PrivateKey) -> bytes:
    """The public part of a key, in PEM."""
    return key.public_key().public_bytes(*_PUBLIC)


def _write(path: Path, content: bytes, *, mode: int) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(content)
