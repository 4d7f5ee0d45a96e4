"""What a document tells of instruments and of what happened to them, as proposals that a person confirms.

Reads the text and its notes sentence by sentence, by the grammar `told.lark`. Nothing here is a fact of a register:
what is proposed cites its words, and what the words leave open is a finding.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document
from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument
from travaux.status.telling import Saying, sayings
from travaux.status.told_by import Act, acts
from travaux.status.told_days import Days, days_of
from travaux.status.told_items import told_items
from travaux.status.told_names import UNKNOWN, Mention, instrument_kind, mentions, noun_of, parties_of
from travaux.status.told_own import own, testimonia
from travaux.status.told_passages import Passage, names_one, passages, tells
from travaux.status.told_proposals import Proposals, ToldInstrument, together

_KINDS = {
    "SIGNED": EventKind.SIGNATURE,
    "EFFECTED": EventKind.NOTES,
    "INITIALED": EventKind.INITIALLING,
    "RATIFIED": EventKind.RATIFICATION,
    "ACCEPTED": EventKind.ACCEPTANCE,
    "APPROVED": EventKind.APPROVAL,
    "EXCHANGED": EventKind.EXCHANGE,
    "DEPOSITED": EventKind.DEPOSIT,
    "ACCEDED": EventKind.ACCESSION,
    "DENOUNCED": EventKind.TERMINATION_NOTICE,
    "NOTICE": EventKind.TERMINATION_NOTICE,
    "WITHDREW": EventKind.WITHDRAWAL_NOTICE,
    "IN_FORCE": EventKind.ENTRY_INTO_FORCE,
    "ENDED": EventKind.TERMINATION,
    "SUSPENDED": EventKind.SUSPENSION,
}


@dataclass(frozen=True, slots=True)
class _Named:
    """An instrument as a passage names it; `sentence` counts the sentences of its passage."""

    instrument: Instrument
    noun: str
    sentence: int
    day: datetime.date | None = None


def told(document: Document) -> Proposals:
    """The instruments and events that a document tells of, each with its words, and what is open.

    >>> from travaux.record.read import read
    >>> words = "7. Note\\n\\nThe Ferry Treaty was signed on July 9, 1963, and entered into force the same day."
    >>> proposals = told(read(words.encode(), name="ferry.txt")[0])
    >>> [(one.kind.value, one.date.isoformat()) for proposal in proposals.told for one in proposal.events]
    [('entry into force', '1963-07-09'), ('signature', '1963-07-09')]
    """
    reader = _Reader(document)
    found = [each for passage in passages(document) for each in reader.read(passage)]
    found += testimonia(document)
    proposals = tuple(each for each in found if isinstance(each, ToldInstrument))
    return together([Proposals(proposals, tuple(each for each in found if isinstance(each, Finding)))])


class _Reader:
    """Goes through the passages of one document, and keeps what each has named so far."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._named: list[_Named] = []
        self._days = Days()
        self._passage = Passage("")
        self._sentence = ""

    def read(self, passage: Passage) -> Iterator[ToldInstrument | Finding]:
        """What one passage tells."""
        self._passage, self._named, self._days = passage, [], Days(sent=self._document.date)
        if passage.about:
            self._named = [
                self._full(mention, start, words, -1)
                for start, words in passage.about
                for mention in _last_titled(words)
            ]
        if passage.note and not self._named and (instrument := own(self._document)) is not None:
            self._named = [_Named(instrument, noun_of(instrument.title), -1)]
        for number, (start, words) in enumerate(passage.sentences):
            self._sentence = words
            for saying in sayings(words) if tells(words) else ():
                yield from self._told(saying, start, words, number)
            for mention in mentions(words, told_items(words)) if names_one(words) else ():
                if mention.title:
                    self._named.append(self._full(mention, start, words, number))
            self._days = self._days.after(words)

    def _told(self, saying: Saying, start: int, words: str, number: int) -> Iterator[ToldInstrument | Finding]:
        at = self._cite(start + saying.start, start + saying.end)
        kind = _KINDS.get(saying.act.kind)
        named = self._of(saying.subject, start, words, number)
        days = days_of(saying.day.words, self._days, words, saying.day.start) if saying.day else None
        if isinstance(named, Finding):
            if days is not None:
                yield replace(named, at=at)
            return
        if saying.day is not None and saying.day.kind == "TODAY":
            yield _open("told-of-today", "It says today; in a draft that is the day on which it will be signed.", at)
            return
        if days is not None and days.other is not None:
            said = (
                f"Its year is not told: {days.first.year} or {days.other}." if days.first else "Its year is not told."
            )
            yield _open("year-not-told", said, at)
            return
        if days is None or days.first is None:
            if saying.subject.title:
                yield _open("told-without-day", "It does not say on which day.", at)
            return
        self._days = self._days.known(days)
        if saying.doubtful:
            yield _open("told-of-one-of-two", "It may be told of either of the two instruments named.", at)
            return
        if kind is None:
            yield _open("opened-for-signature", "It was opened for signature: that is no act of a party.", at)
            return
        if days.assumed:
            yield _open("year-not-told", f"Its year is not told; taken as {days.first.year}.", at, Severity.ASSUMED)
        yield from self._events(saying, kind, named, at, words)

    def _events(
        self, saying: Saying, kind: EventKind, named: _Named, at: Citation, words: str
    ) -> Iterator[ToldInstrument | Finding]:
        instrument, found = named.instrument, acts(saying, kind, named.instrument.parties, words)
        if found.finding:
            yield _open(*found.finding, at, found.severity)
        if found.parties and not instrument.parties:
            instrument = replace(instrument, parties=found.parties)
        events = tuple(event for act in found.acts if (event := self._event(saying, act, kind, instrument, at)))
        if events:
            yield ToldInstrument(instrument, events, frozenset({named.day} - {None}))  # type: ignore[arg-type]

    def _event(self, saying: Saying, act: Act, kind: EventKind, instrument: Instrument, at: Citation) -> Event | None:
        day = act.day or saying.day
        days = days_of(day.words, self._days, self._sentence, day.start) if day else None
        if days is None or days.first is None:
            return None
        latest = days.last if days.last != days.first else None
        passage = self._passage.text[at.start : at.end]
        return Event(
            id="told", instrument=instrument.id, kind=kind, date=days.first, latest=latest, party=act.party, at=at,
            words=passage,
        )  # fmt: skip

    def _of(self, subject: Mention, start: int, words: str, number: int) -> _Named | Finding:
        """The instrument that is meant: as named, else the one that the passage last spoke of."""
        if subject.noun == UNKNOWN:
            return _open("told-of-no-name", "It does not say which instrument.", self._cite(start, start))
        if subject.title:
            return self._full(subject, start, words, number)
        here = [self._full(each, start, words, number) for each in mentions(words, told_items(words))
                if each.title and each.end <= subject.start]  # fmt: skip
        known = [each for each in (*self._named, *here) if _fits(each, subject.noun)]
        titles = {each.instrument.title for each in known}
        if not known:
            return _open("told-of-no-name", "It does not say which instrument.", self._cite(start, start))
        if len(titles) > 1 and known[-1].sentence < number - 1:
            said = "; ".join(sorted(titles))
            return _open("told-of-one-of-several", f"It may be any of these: {said}.", self._cite(start, start))
        return known[-1]

    def _full(self, mention: Mention, start: int, words: str, number: int) -> _Named:
        title = " ".join(words[mention.start : mention.end].split()) if mention.day else mention.title
        title = title.removeprefix("the ").removeprefix("The ")
        if number < 0:  # the body before the mark of a note
            at = Citation(self._document.id, start + mention.start, start + mention.end)
        else:
            at = self._cite(start + mention.start, start + mention.end)
        days = days_of(mention.day.words, self._days, words, mention.day.start) if mention.day else None
        instrument = Instrument(
            id="told",
            title=title[:1].upper() + title[1:],
            kind=instrument_kind(title),
            at=at,
            parties=parties_of(title),
        )
        return _Named(instrument, mention.noun, number, days.first if days else None)

    def _cite(self, start: int, end: int) -> Citation:
        return Citation(self._document.id, start, end, self._passage.note)


def _last_titled(words: str) -> Sequence[Mention]:
    found = [each for each in mentions(words, told_items(words)) if each.title]
    return found[-1:]


def _fits(named: _Named, noun: str) -> bool:
    """Whether 'the treaty', 'it' or ratifications that name nothing may be of it."""
    if noun in ("", "it", "instrument"):
        return True
    return noun.removesuffix("s") in named.instrument.title.lower() or noun == named.noun


def _open(code: str, message: str, at: Citation, severity: Severity = Severity.NOTE) -> Finding:
    remedy = "Look at the passage, and enter by hand what it tells."
    return Finding(code, message, at, remedy, severity)
