"""What answers what among messages: a message that speaks of the number of another's answers it. What was asked for, by
when, and what nobody has answered yet.

A message answers the first that it refers to ahead of its substance, and any that it calls the reader's own ("your
688"), where that was sent to who answers, or came from the side that the answer goes to: a post, or a department.
Nothing is taken for an answer because it came next.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.mandate.rank import is_post, side
from travaux.record.document import Document, Kind
from travaux.record.when import when
from travaux.text.sentences import sentences

_MESSAGES = frozenset(
    {
        Kind.TELEGRAM,
        Kind.AIRGRAM,
        Kind.DESPATCH,
        Kind.LETTER,
        Kind.NOTE,
        Kind.MESSAGE,
        Kind.INSTRUCTION,
        Kind.MEMORANDUM,
    }
)
#: So far into a message its first references say what it is about.
_OPENING = 300
_YOURS = re.compile(r"(?i)\b(?:your(?:s)?|urtel|reurtel|your telegram|reference your|re your)\b[^.;]{0,40}$")
#: How a message asks its reader for something.
_PHRASES = (
    r"(?:please|pls|kindly) (?:also |further )?"
    r"(?:advise|report|telegraph|cable|confirm|comment|instruct|inform|reply|submit|send)",
    r"(?:please|pls|kindly) (?:also )?let (?:me|us) (?:know|have)",
    r"(?:would|should) appreciate",
    r"appreciate (?:your|early|receiving)",
    r"request(?:s|ed)? (?:your|(?:the )?dep(?:artmen)?t|instructions?|authori[sz]ation|authority|guidance)",
    r"request(?:s|ed)? (?:comments?|views?|early|urgent|that (?:I|we) be (?:informed|authori[sz]ed|instructed))",
    r"(?:instructions?|guidance|reply|comments?|views) (?:is|are|would be) (?:requested|urgently (?:needed|requested))",
    r"(?:desire|want|wish) your (?:views|comments|recommendations?|opinion)",
    r"your (?:views|comments|recommendations) (?:are )?requested",
    r"advise soonest|may (?:I|we) have",
    r"report (?:(?:his |their |the )?reaction|results?|soonest|fully|by (?=[A-Z0-9]))",
)
_ASKED = re.compile(rf"(?i)\b(?:{'|'.join(_PHRASES)})\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BY = re.compile(
    r"(?i)\b(?:by|before|prior to|(?:not|no) later than|until)\s+(?:close of business\s+)?"
    rf"(?P<day>(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTHS})(?:,? \d{{4}})?)\b"
)
_SOON = re.compile(
    r"(?i)\b(?:soonest|as soon as possible|at once|immediate(?:ly)?|urgent(?:ly)?|niact|without delay)\b"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """A reference of one document to another, as it was resolved; `at` is where it stands."""

    by: str
    to: str
    at: Citation


@dataclass(frozen=True, slots=True)
class Asked:
    """What a message asks of its reader, and by which day; `soon` are the words of haste, where no day is named."""

    at: Citation
    words: str
    by: datetime.date | None = None
    soon: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message, what it answers and by which it is answered, and what it asks."""

    document: str
    title: str
    date: datetime.date | None
    sender: str
    addressee: str
    answers: tuple[Answered, ...] = ()
    answered_by: tuple[Answered, ...] = ()
    asks: tuple[Asked, ...] = ()

    @property
    def is_unanswered(self) -> bool:
        """Whether it asks for something and nothing answers it."""
        return bool(self.asks) and not self.answered_by


@dataclass(frozen=True, slots=True)
class Threads:
    """Messages by threads, each in order of time; one that answers nothing and that nothing answers is alone."""

    threads: tuple[tuple[Message, ...], ...]

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages, thread by thread."""
        return tuple(message for thread in self.threads for message in thread)

    @property
    def unanswered(self) -> tuple[Message, ...]:
        """Those that ask for something and are not answered, the earliest day asked for first."""
        found = [message for message in self.messages if message.is_unanswered]
        return tuple(sorted(found, key=_due))

    def of(self, document: str) -> Threads:
        """The thread that a document is in; none where it is no message."""
        return Threads(tuple(t for t in self.threads if any(message.document == document for message in t)))


def threads(documents: Iterable[Document], references: Iterable[Answered]) -> Threads:
    """The threads of messages. `references` are those that resolved to a document, in the order of their places."""
    messages = [document for document in documents if document.kind in _MESSAGES]
    known = {document.id: document for document in messages}
    answers: dict[str, list[Answered]] = {}
    answered: dict[str, list[Answered]] = {}
    for one in references:
        by, to = known.get(one.by), known.get(one.to)
        if by is None or to is None or one.by == one.to or not _answers(by, to, one):
            continue
        if one.to not in [each.to for each in answers.get(one.by, ())]:
            answers.setdefault(one.by, []).append(one)
            answered.setdefault(one.to, []).append(one)
    made = [_message(one, answers.get(one.id, ()), answered.get(one.id, ())) for one in messages]
    return Threads(_joined(made))


def asked(document: Document) -> tuple[Asked, ...]:
    """What a message asks of its reader.

    >>> from travaux.record.document import Block, BlockKind
    >>> body = (Block(BlockKind.PARAGRAPH, "Talks went well. Please advise by March 3, 1963 whether to sign."),)
    >>> telegram = Document(id="d1", title="", kind=Kind.TELEGRAM, body=body)
    >>> [(one.words, one.by.isoformat()) for one in asked(telegram)]
    [('Please advise by March 3, 1963 whether to sign.', '1963-03-03')]
    """
    found = []
    for start, block in zip(document.starts, document.body, strict=True):
        if not _ASKED.search(block.text):
            continue
        for first, last in sentences(block.text):
            words = block.text[first:last]
            if _ASKED.search(words):
                soon = _SOON.search(words)
                at = document.cite(start + first, start + last)
                found.append(Asked(at, words, _day(words, document.date), soon.group() if soon else ""))
    return tuple(found)


def _day(words: str, written: datetime.date | None) -> datetime.date | None:
    """The day named; one without a year is the next after the message was written."""
    found = _BY.search(words)
    if found is None:
        return None
    said = found["day"]
    if re.search(r"\d{4}", said):
        return _named(said)
    if written is None:
        return None
    day = _named(f"{said}, {written.year}")
    return day if day is None or day >= written else _named(f"{said}, {written.year + 1}")


def _named(said: str) -> datetime.date | None:
    found = when(said)
    return found.first if found is not None else None


def _answers(by: Document, to: Document, one: Answered) -> bool:
    """Whether a reference is to what the message answers: earlier, of another side, sent to who answers or answered to
    who sent it, and at its head or 'your'."""
    if by.date is not None and to.date is not None and to.date > by.date:
        return False
    if by.sender and to.sender and side(by.sender) == side(to.sender):
        return False
    asked = bool(by.sender and to.addressee) and _is_of(to.addressee or "", side(by.sender or ""))
    asked = asked and not is_post(by.addressee or "")  # what is told to another post answers nobody
    goes_back = not (to.sender and by.addressee) or _is_of(by.addressee, side(to.sender))
    if not (asked or goes_back):
        return False
    before = by.text[max(0, one.at.start - 60) : one.at.start]
    inside = by.text[one.at.start : one.at.end]
    yours = _YOURS.search(before) or re.match(r"(?i)(?:your|urtel|deptel|embtel|reftel)", inside)
    return one.at.start < _OPENING or bool(yours)


def _is_of(addressee: str, wanted: str) -> bool:
    """Whether who is written to, one or several, are on that side; of a circular it is not known."""
    named = re.search(rf"(?i)\b(?:certain|all)\b|(?-i:\b{re.escape(wanted)}(?!\w))", addressee)
    return named is not None or side(addressee) == wanted


def _message(document: Document, answers: Sequence[Answered], answered_by: Sequence[Answered]) -> Message:
    return Message(
        document.id,
        document.title,
        document.date,
        document.sender or "",
        document.addressee or "",
        tuple(answers),
        tuple(answered_by),
        asked(document),
    )


def _joined(messages: Sequence[Message]) -> tuple[tuple[Message, ...], ...]:
    """Messages that hang together by their answers, in order of time."""
    home = {message.document: message.document for message in messages}

    def root(document: str) -> str:
        while home[document] != document:
            home[document] = home[home[document]]
            document = home[document]
        return document

    for message in messages:
        for one in message.answers:
            home[root(one.by)] = root(one.to)
    groups: dict[str, list[Message]] = {}
    for message in messages:
        groups.setdefault(root(message.document), []).append(message)
    return tuple(tuple(sorted(group, key=_when)) for group in groups.values())


def _when(message: Message) -> datetime.date:
    return message.date or datetime.date.min


def _due(message: Message) -> tuple[datetime.date, datetime.date]:
    days = [one.by for one in message.asks if one.by is not None]
    return min(days, default=datetime.date.max), _when(message)
