"""The passages of a document that may tell of instruments: its text and its notes, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.record.document import Document, Note
from travaux.text.sentences import sentences

#: A sentence without one of these tells no act.
_ACT = re.compile(
    r"(?i)\b(?:signed|done|concluded|initiall?ed|ratified|ratifications?|accepted|approved|concurrence|consent|"
    r"deposit(?:ed)?|acceded|adhered|denounced|notice of|with(?:drew|drawn) from|in ?to (?:full )?(?:force|effect)|"
    r"in ?to operation|t(?:ook|aken) effect|became (?:effective|operative)|effective|"
    r"terminated|abrogated|superseded|replaced|expired|lapsed|ceased to|"
    r"came to an end|suspended|opened for|exchanges? of|exchanged)\b"
)
_DAY = re.compile(
    r"\b(?:1[6-9]|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\b(?:day|date|today)\b"
)
_INSTRUMENT = re.compile(
    r"(?i)treat(?:y|ies)\b|agreement|convention|protocol|pact\b|covenant|charter|statute|arrangement|accord\b|understanding|"
    r"minute|\bnotes\b|final act|armistice|capitulation|ratification"
)
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences with where they start in `text`: of the body, or of the note `note`. `about` is the words to which a
    note belongs, with where they start in the body."""

    text: str
    sentences: tuple[tuple[int, str], ...] = ()
    note: str = ""
    about: tuple[tuple[int, str], ...] = ()


def passages(document: Document) -> Iterator[Passage]:
    """The body, then the notes, of those that may tell of instruments; only sentences near one that does."""
    yield from _passage(document.text, "")
    taken = {""}
    source = document.source_note
    notes = ([Note(source.mark, source.text)] if source else []) + list(document.notes)
    for note in notes:
        if note.mark not in taken:
            taken.add(note.mark)
            yield from _passage(note.text, note.mark, _about(document, note))


def _passage(text: str, mark: str, about: tuple[tuple[int, str], ...] = ()) -> Iterator[Passage]:
    """The sentences of a text that tell an act or name an instrument, where one of them tells an act and a day."""
    if not (_ACT.search(text) and _DAY.search(text)):
        return
    found = [
        (line.start() + start, line.group()[start:end])
        for line in _LINE.finditer(text)
        if _ACT.search(line.group()) or _INSTRUMENT.search(line.group())
        for start, end in sentences(line.group())
    ]
    telling = [place for place, (_, words) in enumerate(found) if _ACT.search(words) and _DAY.search(words)]
    if telling:
        yield Passage(text, tuple(found[: telling[-1] + 1]), mark, about)


def tells(sentence: str) -> bool:
    """Whether a sentence may tell an act; only then is it worth reading."""
    return _ACT.search(sentence) is not None


def names_one(sentence: str) -> bool:
    """Whether a sentence may name an instrument."""
    return _INSTRUMENT.search(sentence) is not None


def _about(document: Document, note: Note) -> tuple[tuple[int, str], ...]:
    """The sentence up to the mark of a note."""
    if note.offset is None:
        return ((0, ""),)
    start = document.text.rfind("\n", 0, note.offset) + 1
    line = document.text[start : note.offset]
    spans = sentences(line)
    return ((start + spans[-1][0], line[spans[-1][0] :]),) if spans else ()
