"""What the operations on issues and positions take and answer with."""

from __future__ import annotations

import datetime
from typing import Annotated

from ninja import Field, Schema
from pydantic import AfterValidator, model_validator

from travaux.actions.take_positions import From, Holding
from travaux.findings import Citation
from travaux.mandate.issue import Issue, Standing, folded
from travaux.mandate.position import Level, Position, actor
from travaux.mandate.position_paper import PositionPaper
from travaux.web.api.shapes import Passage

_Name = Field(default="", max_length=200)
_LONG = 20_000
_ActorName = Annotated[str, Field(max_length=400), AfterValidator(lambda words: str(actor(words)))]


class SourceIn(Schema, extra="forbid"):
    """The passage that an entry rests on: characters `start` to `end` of a document or of its note with that mark, or
    `words` that it has once."""

    document: str = Field(min_length=1, max_length=1000)
    words: str = Field(default="", max_length=_LONG)
    note: str = Field(default="", max_length=100)
    start: int | None = Field(default=None, ge=0, le=1_000_000_000)
    end: int | None = Field(default=None, ge=0, le=1_000_000_000)

    @model_validator(mode="after")
    def _is_told(self) -> SourceIn:
        if (self.start is None) is not (self.end is None) or (self.start is None and not self.words.strip()):
            raise ValueError("Give where the passage begins and ends, or its words.")
        return self

    @property
    def source(self) -> From:
        if self.start is None or self.end is None:
            return From(self.document, self.words, self.note)
        return From.at(Passage(document=self.document, start=self.start, end=self.end, note=self.note).citation)


class IssueIn(Schema, extra="forbid"):
    """An issue to be entered; without an `id` its name is made one."""

    name: str = Field(min_length=1, max_length=200)
    id: str = _Name
    aliases: list[str] = Field(default=[], max_length=100)
    provisions: list[str] = Field(default=[], max_length=100)
    parent: str = _Name
    draft: str = _Name

    @model_validator(mode="after")
    def _is_one(self) -> IssueIn:
        assert self.issue
        return self

    @property
    def issue(self) -> Issue:
        ident = self.id or folded(self.name).replace(" ", "-") or self.name
        return Issue(ident, self.name, tuple(self.aliases), tuple(self.provisions), self.parent, self.draft)


class HeldIn(Schema, extra="forbid"):
    """A position to be entered, or confirmed as it was told: whose it is ("Halvern, Marine"), on which issue, at which
    level, from which day (that of the document where none is given). `instead_of` is the number of the entry that it
    corrects, 0 where it corrects none."""

    issue: str = Field(min_length=1, max_length=200)
    actor: _ActorName
    level: Level
    at: SourceIn
    date: datetime.date | None = None
    words: str = Field(default="", max_length=_LONG)
    wording: str = Field(default="", max_length=_LONG)
    condition: str = Field(default="", max_length=_LONG)
    instead_of: int = Field(default=0, ge=0, le=2**53)

    @property
    def holding(self) -> Holding:
        return Holding(
            issue=self.issue,
            actor=actor(self.actor),
            level=self.level,
            date=self.date,
            wording=self.wording,
            condition=self.condition,
            words=self.words,
        )


class WithdrawnIn(Schema, extra="forbid"):
    """The paper by which a position is no longer held."""

    position: str = Field(min_length=1, max_length=200)
    at: SourceIn
    date: datetime.date | None = None


class SettledIn(Schema, extra="forbid"):
    """What a paper tells of the standing of an issue, and according to whom; `meets` are the ids of positions."""

    issue: str = Field(min_length=1, max_length=200)
    standing: Standing
    according_to: _ActorName
    at: SourceIn
    date: datetime.date | None = None
    wording: str = Field(default="", max_length=_LONG)
    meets: list[str] = Field(default=[], max_length=100)


class OnIssueIn(Schema, extra="forbid"):
    """A passage that is on an issue."""

    issue: str = Field(min_length=1, max_length=200)
    at: SourceIn


class DismissedIn(Schema, extra="forbid"):
    """What is proposed at a passage and is none: no position, or not the one that holds `held`; with `issue`, its id or
    the name that the caption gives it, nothing on that issue."""

    at: Passage
    issue: str = _Name
    held: str = Field(default="", max_length=_LONG)
    reason: str = Field(default="", max_length=1000)


class EntryIn(Schema, extra="forbid"):
    """The number of an entry."""

    entry: int = Field(ge=1, le=2**53)


class EntryNumber(Schema):
    """The number by which an entry is taken back."""

    entry: int


class HeldLine(Schema):
    """A position as it was entered. `entry` is the number by which it is taken back or corrected, 0 where it came with
    a register; `withdrawn` the day from which it is no longer held."""

    entry: int
    id: str
    issue: str
    actor: str
    level: str
    date: datetime.date
    at: Citation
    words: str
    wording: str
    condition: str
    withdrawn: datetime.date | None

    @staticmethod
    def of(position: Position, entry: int, withdrawn: datetime.date | None = None) -> HeldLine:
        return HeldLine(
            entry=entry,
            id=position.id,
            issue=position.issue,
            actor=str(position.actor),
            level=position.level.value,
            date=position.date,
            at=position.at,
            words=position.words,
            wording=position.wording,
            condition=position.condition,
            withdrawn=withdrawn,
        )


class ToldLine(Schema):
    """A position that a passage tells, as a proposal: `who` as printed, `actor` where that name is known, `issue` where
    the passage or the `caption` above it names a registered one. `said` is the word that the passage has for a holder
    named before, "" for none, null where it names him."""

    at: Citation
    words: str
    who: str
    actor: str
    level: str
    held: str
    issue: str
    caption: str
    said: str | None


class OnIssueLine(Schema):
    """A passage that a caption says is on an issue, as a proposal; `issue` is the id of the registered one that goes by
    the name, "" where none does."""

    at: Citation
    name: str
    issue: str
    how: str
    caption: Citation


class DismissedLine(Schema):
    """What was dismissed, with the number by which it is taken back."""

    entry: int
    at: Citation
    words: str
    issue: str
    held: str
    reason: str
    made_at: datetime.datetime


class PaperWhole(Schema):
    """A position paper; `on_table` is the id of the draft that it quotes, `without` why it has no precedents, where a
    library is named and cannot be read."""

    paper: PositionPaper
    on_table: str
    without: str
