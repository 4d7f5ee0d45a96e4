"""Reads a register of issues and positions that a person keeps as a TOML file. Takes nothing that cites no passage.

[[issue]]
id = "pilotage"
name = "Pilotage"
aliases = ["Pilots"]
provisions = ["Article III"]
# draft = "08-memorandum-tab-a/tab-a"      # the draft that numbers them so; later ones may not

[[actor]]                                 # who is meant by which name
name = "Halvern"
names = ["GOH"]
ours = true                               # the papers of the file are its own

[[passage]]                               # a passage on the issue
issue = "pilotage"
document = "04-letter"
words = "anything between five hundred and eight hundred does us no harm"

[[position]]
id = "halvern-pilotage-1"
issue = "pilotage"
actor = "Halvern, Ministry of Marine"     # a party, or an office within one
date = 1962-09-28                         # else the day of the document
level = "preferred"
document = "09-telegram-instructions"
words = "eight hundred tons"              # the passage, as it stands there
# wording = "..."                         # the text of the treaty that it asks for
# condition = "if raised"

[[position.assessment]]
prospect = "doubtful"
by = "Astley"
document = "04-letter"
words = "The tonnage will be argued"

[[withdrawal]]
position = "halvern-pilotage-1"
document = "16-telegram-reply"
words = "you may accept five hundred tons"

[[settlement]]
issue = "pilotage"
standing = "agreed ad referendum"
according_to = "Halvern"
meets = ["corvany-pilotage-1"]
document = "18-note"
words = "..."
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from travaux.errors import UnreadableRegister
from travaux.findings import Citation
from travaux.mandate.issue import Issue, Passage, Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Actor, Assessment, Level, Position, Prospect, Settlement, Voice, Withdrawal, actor
from travaux.record.entries import Cited, Documents, cited, document_of, entries

EMPTY = IssueRegister()


@dataclass(frozen=True, kw_only=True)
class _Passage(Cited):
    issue: str


@dataclass(frozen=True, kw_only=True)
class _Assessment(Cited):
    prospect: Prospect
    by: str


@dataclass(frozen=True, kw_only=True)
class _Position(Cited):
    issue: str
    actor: str
    level: Level
    id: str = ""
    date: datetime.date | None = None
    wording: str = ""
    condition: str = ""
    assessment: tuple[_Assessment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Withdrawal(Cited):
    position: str
    date: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class _Settlement(Cited):
    issue: str
    standing: Standing
    according_to: str
    date: datetime.date | None = None
    wording: str = ""
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Actor:
    name: str
    names: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class _Whole:
    actor: tuple[_Actor, ...] = ()
    issue: tuple[Issue, ...] = ()
    passage: tuple[_Passage, ...] = ()
    position: tuple[_Position, ...] = ()
    withdrawal: tuple[_Withdrawal, ...] = ()
    settlement: tuple[_Settlement, ...] = ()


def position_file(content: bytes, *, name: str, documents: Documents, known: IssueRegister = EMPTY) -> IssueRegister:
    """The register `known` with what a file adds to it, which may name what stands there already. Raises
    UnreadableRegister, which names the entry and what to do."""
    whole = entries(content, _Whole, name=name)
    reader = _Reader(name, documents)
    voices = [
        Voice(_actor(each.name, f"{name}, actor {number}"), each.names, each.ours)
        for number, each in enumerate(whole.actor, 1)
    ]
    passages = [reader.passage(each, number) for number, each in enumerate(whole.passage, 1)]
    positions = [reader.position(each, number) for number, each in enumerate(whole.position, 1)]
    withdrawals = [reader.withdrawal(each, number) for number, each in enumerate(whole.withdrawal, 1)]
    settlements = [reader.settlement(each, number) for number, each in enumerate(whole.settlement, 1)]
    try:
        return IssueRegister(
            (*known.issues, *whole.issue),
            (*known.passages, *passages),
            (*known.positions, *positions),
            (*known.withdrawals, *withdrawals),
            (*known.settlements, *settlements),
            (*known.voices, *voices),
            known.dismissals,
        )
    except ValueError as error:
        raise UnreadableRegister(f"{error}.", at=name, remedy="Correct that entry.") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    documents: Documents

    def passage(self, entry: _Passage, number: int) -> Passage:
        return Passage(entry.issue, self._cited(entry, f"{self.name}, passage {number}"), entry.words)

    def position(self, entry: _Position, number: int) -> Position:
        at = f"{self.name}, position {number}{f' ({entry.id})' if entry.id else ''}"
        return Position(
            id=entry.id or f"{self.name.partition('.')[0]}-{number}",
            issue=entry.issue,
            actor=_actor(entry.actor, at),
            date=entry.date or self._day(entry, at),
            level=entry.level,
            at=self._cited(entry, at),
            words=entry.words,
            wording=entry.wording,
            condition=entry.condition,
            assessments=tuple(
                Assessment(each.prospect, each.by, self._cited(each, f"{at}, assessment")) for each in entry.assessment
            ),
        )

    def withdrawal(self, entry: _Withdrawal, number: int) -> Withdrawal:
        at = f"{self.name}, withdrawal {number}"
        return Withdrawal(entry.position, entry.date or self._day(entry, at), self._cited(entry, at))

    def settlement(self, entry: _Settlement, number: int) -> Settlement:
        at = f"{self.name}, settlement {number}"
        return Settlement(
            issue=entry.issue,
            standing=entry.standing,
            date=entry.date or self._day(entry, at),
            at=self._cited(entry, at),
            according_to=_actor(entry.according_to, at),
            wording=entry.wording,
            meets=entry.meets,
        )

    def _cited(self, entry: Cited, at: str) -> Citation:
        return cited(entry, self.documents, at=at)

    def _day(self, entry: Cited, at: str) -> datetime.date:
        document = document_of(entry, self.documents, at=at)
        if document.date is None:
            raise UnreadableRegister(f"{document.id} has no day.", at=at, remedy="Give the date.")
        return document.date


def _actor(words: str, at: str) -> Actor:
    try:
        return actor(words)
    except ValueError:
        raise UnreadableRegister(f"“{words}” names nobody.", at=at, remedy="Give a party, then its office.") from None
