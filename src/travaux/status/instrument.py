"""An instrument that is registered, and how it stands to others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation
from travaux.status.terms import NO_CLAUSES, FinalClauses


class InstrumentKind(StrEnum):
    """What an instrument is called."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    IMPLEMENTING_AGREEMENT = "agreement under it"
    EXCHANGE_OF_NOTES = "exchange of notes"
    PROTOCOL = "protocol"
    AGREED_MINUTE = "agreed minute"


class RelationKind(StrEnum):
    """How an instrument stands to another."""

    IMPLEMENTS = "implements"
    SUPPLEMENTS = "supplements"
    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    CONTINUES = "continues in force"
    LEAVES_UNAFFECTED = "leaves unaffected"
    CONTEMPORANEOUS = "concluded contemporaneously with"


@dataclass(frozen=True, slots=True)
class Relation:
    """`of` stands so to `to`, as the passage at `at` says."""

    kind: RelationKind
    of: str
    to: str
    at: Citation


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a total, in per cent, a party has, where entry into force counts it (tonnage, contributions)."""

    party: str
    percent: float
    at: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A text that binds or records an understanding, registered.

    `parties` are those that negotiated it and whose acts its clauses count; a multilateral one open to all may name
    none. `also` are other names that texts give it. `clauses` are its final clauses as confirmed, `at` where it stands.
    `shares` and `of_kind` serve conditions of entry into force: who has what part, and which parties are of the kind
    that a clause counts ("nuclear-weapon States"). `text` is the id of the draft that holds its text, "" for none.
    """

    id: str
    title: str
    kind: InstrumentKind
    at: Citation
    parties: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    clauses: FinalClauses = NO_CLAUSES
    shares: tuple[Share, ...] = ()
    of_kind: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        if not self.id or not self.title:
            raise ValueError("an instrument has an id and a title")
