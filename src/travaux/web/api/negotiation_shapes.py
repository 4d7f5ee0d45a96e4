"""What the operations on positions and mandate answer with."""

from __future__ import annotations

import datetime

from ninja import Schema

from travaux.findings import Citation
from travaux.mandate.directives_said import Directive, Said
from travaux.mandate.on import Granted, Wording
from travaux.mandate.superseded import Gone


class PositionLine(Schema):
    """What an actor holds on an issue, at which level, and the passage that says so."""

    actor: str
    level: str
    words: str
    wording: str
    condition: str
    date: datetime.date
    at: Citation


class IssueLine(Schema):
    """An issue on a day: how it stands, by which passage it was settled, what is held on it, and who moved last."""

    id: str
    name: str
    parent: str
    standing: str
    settled_by: Citation | None
    positions: list[PositionLine]
    last_moved: str
    last_moved_on: datetime.date | None


class DirectiveLine(Schema):
    """A directive in force: proposed by the program, or settled by a person (`standing`).

    `denied`: it is not to be done; `allowed`: it may be done, and need not; `fallback` 0 is what comes first. `due` is
    the day of the deadline as EDTF, "" where it tells none.
    """

    act: str
    words: str
    denied: bool
    allowed: bool
    fallback: int
    object: str
    condition: str
    wording: str
    limit: str
    deadline: str
    due: str
    addressee: str
    provisions: list[str]
    standing: str
    at: Citation

    @staticmethod
    def of(directive: Directive) -> DirectiveLine:
        return DirectiveLine(
            act=directive.act.value,
            words=directive.words,
            denied=directive.denied,
            allowed=directive.allowed,
            fallback=directive.fallback,
            object=_words(directive.object),
            condition=_words(directive.condition),
            wording=_words(directive.wording),
            limit=_words(directive.limit),
            deadline=_words(directive.deadline),
            due=directive.due,
            addressee=directive.addressee,
            provisions=[str(each) for each in directive.addresses],
            standing=directive.standing.value,
            at=directive.at,
        )


def _words(said: Said | None) -> str:
    return said.words if said else ""


class WordingLine(Schema):
    """Words that our side may put or accept; `fallback` counts from 0, the first choice. `in_part`: they come into the
    provision, or are a part of it."""

    words: str
    provision: str
    fallback: int
    condition: str
    basis: str
    date: datetime.date | None
    at: Citation
    in_part: bool

    @staticmethod
    def of(wording: Wording) -> WordingLine:
        return WordingLine(
            words=wording.words,
            provision=str(wording.address) if wording.address else "",
            fallback=wording.fallback,
            condition=wording.condition,
            basis=wording.basis,
            date=wording.date,
            at=wording.at,
            in_part=wording.in_part,
        )


class BesideLine(Schema):
    """A message that names what was asked about, and how many directives of it in force are not told."""

    document: str
    directives: int


class AuthorityLine(Schema):
    """An authority that was given, by which recommendation of which request; `since` is null where no day is told, and
    that of the request where the decision has none (`decided_later`)."""

    grants: list[str]
    document: str
    number: str
    words: str
    decided: str
    addition: str
    approver: str
    since: datetime.date | None
    decided_later: bool
    at: Citation

    @staticmethod
    def of(granted: Granted) -> AuthorityLine:
        one = granted.recommendation
        return AuthorityLine(
            grants=[grant.value for grant in one.grants],
            document=granted.request.document,
            number=one.number,
            words=one.words.words,
            decided=one.decided.value,
            addition=one.addition.words if one.addition else "",
            approver=one.by,
            since=granted.since,
            decided_later=granted.is_decided_later,
            at=one.words.at,
        )


class SpentLine(Schema):
    """An order that was to be carried out once: reported done (or answered) at `by`, or past its `day`."""

    directive: DirectiveLine
    why: str
    by: Citation | None
    day: datetime.date | None


class GoneLine(Schema):
    """An order that holds no more: by which rule, and the words that ended it, of a later order or message."""

    directive: DirectiveLine
    rule: str
    by: Citation
    words: str

    @staticmethod
    def of(gone: Gone) -> GoneLine:
        return GoneLine(
            directive=DirectiveLine.of(gone.directive), rule=gone.rule.value, by=gone.by.at, words=gone.by.words
        )


class UndatedLines(Schema):
    """What was told or given on a day that nobody knows: it counts from no day until one is entered."""

    directives: list[DirectiveLine]
    wordings: list[WordingLine]
    authority: list[AuthorityLine]


class WhollyLine(Schema):
    """A message whose orders are all on what was asked about, `by` what that is known, and the passage that says so."""

    document: str
    by: str
    at: Citation


class MandateOn(Schema):
    """What a negotiator may and must do on a day, on all or `about` an issue or a provision. `filed` are the papers
    told of that have no day of their own, and count from the one by which they are filed."""

    on: datetime.date
    about: str
    directives: list[DirectiveLine]
    wordings: list[WordingLine]
    authority: list[AuthorityLine]
    undated: UndatedLines
    spent: list[SpentLine]
    gone: list[GoneLine]
    filed: list[str]
    wholly: list[WhollyLine]
    beside: list[BesideLine]


class SpanLine(Schema):
    """A stretch of the way from the authorised words to those proposed."""

    change: str
    words: str


class UnreadLine(Schema):
    """A sentence that speaks of what is proposed and may order something, and in which no order was read."""

    at: Citation
    words: str
    date: datetime.date | None


class CheckLine(Schema):
    """How a wording stands to the mandate; `ask` is what is left to ask. `rest` is what was not put forward of the
    words that it is a fragment of; `unread` are the newest sentences that a person reads before relying on this."""

    verdict: str
    step: int
    condition: str
    at: Citation | None
    difference: list[SpanLine]
    ask: list[str]
    rest: list[str]
    unread: list[UnreadLine]
