"""Traces a provision through every draft of the record: who changed what, by which words, from where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.amend.follow import Proceedings, Step
from travaux.compare.redline import Redline
from travaux.record.document import Document
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision


@dataclass(frozen=True, slots=True)
class Version:
    """A provision as one draft has it. `provision` is None where the draft has dropped it.

    `document` is where the draft, or the instruction that made it, stands; `steps` are the instructions
    of that document that changed or confirmed the provision; `redline` is against the version before.
    """

    draft: Draft
    document: Document
    provision: Provision | None
    steps: tuple[Step, ...]
    redline: Redline | None


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a provision in order of date, and the instructions on it that were not applied."""

    at: Address
    versions: tuple[Version, ...]
    not_applied: tuple[Step, ...]


def trace(proceedings: Proceedings, documents: Iterable[Document], at: Address) -> History:
    """The drafting history of the provision at `at`. Raises UnknownProvision when no draft has it."""
    raise NotImplementedError
