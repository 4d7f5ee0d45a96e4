"""Finds every citation of another document in the words of one: by its number in the volume, by the number its post
gave it, by its day and writer, as the one above or below, as 'reftel' or 'ibid.'.

It says what is cited; which document of a library that is, `record.identify` says.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from travaux.findings import Citation
from travaux.record.catalogue import NUMBERED, Card, card
from travaux.record.citation_forms import Whose
from travaux.record.cited import Cited, Form
from travaux.record.citing import Citing, citing, signs
from travaux.record.document import PARTED, Document
from travaux.record.posts import HOME

#: Makes a named tuple in half the time that its own constructor takes.
_new = tuple.__new__
#: Asked for every citation: it takes Python ten times as long to find a member in its class as a name.
_LINK, _NUMBERED, _DAY, _AGAIN = Form.LINK, Form.NUMBER, Form.DAY, Form.AGAIN
_UNSAID, _HERE, _THERE, _POST = Whose.UNSAID, Whose.HERE, Whose.THERE, Whose.POST


def cite(document: Document, *, here: Card | None = None) -> tuple[Cited, ...]:
    """The citations in a document in reading order: those of its text, then those of its notes. `here` is its card,
    where that is at hand."""
    here = here or card(document)
    given = [_link(document, reference.at, reference.text, reference.target) for reference in document.references]
    found = list(_settled(_in_strands(document, here, given)))
    return tuple(_again(_completed(_noted(found, document)), document)) if found else ()


def _link(document: Document, at: Citation, words: str, target: str) -> Cited:
    return _new(Cited, (at, words, _LINK, None, "", "", "", None, target))


def _in_strands(document: Document, here: Card, given: list[Cited]) -> Iterator[list[Cited]]:
    """The citations of the text, and of each note, in order of their place."""
    in_telegram = here.kind in NUMBERED
    linked = defaultdict[str, list[Cited]](list)
    for each in given:
        linked[each.at.note].append(each)
    number = _number(document)
    for mark, words, (numbers, near) in _signs(document):
        links = linked.get(mark, [])
        if not (numbers or near or links or (mark and "bid" in words)):  # as in most notes
            continue
        phrases = citing(words, in_telegram=in_telegram and not mark, numbers=numbers) if numbers else ()
        scanned = [_cited(each, words, here, Citation(document.id, each.start, each.end, mark)) for each in phrases]
        if near and number is not None:
            scanned += _beside(document, number, words, near, mark)
        # 'reftel' is what the head of the telegram lists: where that is nothing, it is not looked for.
        if "bid" in words if mark else scanned and any(each.number and each.at.start < _OPENING for each in scanned):
            scanned += _backward(document, words, mark)
        if scanned or links:
            yield _joined(sorted([*links, *_free(scanned, links)], key=_place), words)


_NO_SIGNS = list[int](), list[int]()


def _signs(document: Document) -> Iterator[tuple[str, str, tuple[list[int], list[int]]]]:
    """The text and the notes with their marks, the source note last, and where in each to look for citations."""
    marks, words, whole, in_bytes = document.texts
    parted: list[tuple[list[int], list[int]]] = [_NO_SIGNS] * len(marks)
    for kind, places in enumerate(signs(whole, in_bytes)):
        number, begins, end = 0, 0, len(words[0])
        for place in places:
            while place > end:
                number += 1
                begins = end + len(PARTED)
                end = begins + len(words[number])
            if parted[number] is _NO_SIGNS:
                parted[number] = [], []
            parted[number][kind].append(place - begins)
    found = list(zip(marks, words, parted, strict=True))
    source = document.source_note
    return iter(found) if source is None or not source.mark else iter([found[0], *found[2:], found[1]])


def _free(scanned: list[Cited], links: list[Cited]) -> list[Cited]:
    """What stands in no words that the document itself links."""
    taken = [(each.at.start, each.at.end) for each in links]
    return [each for each in scanned if not any(s < each.at.end and each.at.start < e for s, e in taken)]


def _place(cited: Cited) -> tuple[int, int]:
    return cited.at.start, cited.at.end


# -- whose, and of which year ---------------------------------------------------------------------


def _cited(phrase: Citing, words: str, here: Card, at: Citation) -> Cited:
    letter = not phrase.number
    origin, destination = _sides(phrase, here, letter=letter)
    if phrase.destination and not origin and (at.note or HOME in here.origin) and not letter:
        origin = HOME  # the volumes' 'telegram 474 to Tokyo' is the Department's
    return Cited(
        at,
        words[phrase.start : phrase.end],
        _DAY if letter else _NUMBERED,
        phrase.kind,
        phrase.number,
        phrase.origin or origin,
        phrase.destination or destination,
        _of_day(phrase, here.date, later=bool(at.note)) if phrase.day else None,
    )


def _sides(phrase: Citing, here: Card, *, letter: bool) -> tuple[str, str]:
    """Who sent what is mine, yours, the embassy's or the Department's, and to whom."""
    whose = phrase.whose
    if whose is _UNSAID:
        return "", ""
    persons = letter and phrase.kind not in NUMBERED
    mine = here.writer if persons else next(iter(here.origin), "")
    yours = here.reader if persons else next(iter(here.destination), "")
    if whose is _HERE:
        return mine, yours if letter else ""
    if whose is _THERE:
        return yours, mine
    mission = yours if mine == HOME else mine
    mission = "" if mission == HOME else mission
    return (mission, HOME) if whose is _POST else (HOME, mission)


def _of_day(phrase: Citing, written: datetime.date | None, *, later: bool) -> datetime.date | None:
    """The day cited: in the year printed, else in the one that puts it nearest before the document that cites it; a
    note may also speak of what came after."""
    if phrase.year or not written:
        return _date(phrase.year, phrase.month, phrase.day) if phrase.day and phrase.year else None
    years = (written.year, written.year - 1, written.year + 1)
    days = [day for year in years if (day := _date(year, phrase.month, phrase.day))]
    latest = written + datetime.timedelta(days=180 if later else 2)
    return min((day for day in days if day <= latest), key=lambda day: abs(day - written), default=None)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


# -- above and below ------------------------------------------------------------------------------

_NEAR = re.compile(r"\b(?:([Ss]upra)|[Ii]nfra)\b(?![-–])")
_NUMBER_IN_ID = re.compile(r"d(\d+)$")


def _number(document: Document) -> int | None:
    """The number of a document in its volume: the printed one, or else the one in its id."""
    if document.number and document.number.isdecimal():
        return int(document.number)
    in_id = _NUMBER_IN_ID.search(document.id)
    return int(in_id[1]) if in_id else None


def _beside(document: Document, number: int, words: str, near: Iterable[int], mark: str) -> Iterator[Cited]:
    """'supra' and 'infra', for the documents beside this one in its volume."""
    for match in filter(None, (_NEAR.match(words, place - 1) for place in near if place)):
        target = f"{document.id.rpartition('/')[0]}/d{number + (-1 if match[1] else 1)}"
        at = Citation(document.id, *match.span(), mark)
        yield Cited(at=at, words=match.group(), form=Form.BESIDE, target=target.removeprefix("/"))


_BEHIND = re.compile(r"[,;]? ?\(?(?:see |(?:(?:is|was) )?printed (?:as|in) |as )?")


def _joined(found: list[Cited], words: str) -> list[Cited]:
    """With the document that the words name right behind a telegram as that telegram: 'telegram 688, Document 14'."""
    joined = list(found)
    for place, (one, behind) in enumerate(pairwise(found)):
        if one.form not in (_NUMBERED, _DAY) or not _is_one_document(behind):
            continue
        if _BEHIND.fullmatch(words, one.at.end, behind.at.start):
            joined[place] = one._replace(target=behind.target)
    return joined


def _is_one_document(cited: Cited) -> bool:
    """Whether it is 'Document 14' or 'supra', and not the first of several or a footnote."""
    if cited.form is Form.BESIDE:
        return True
    return cited.form is _LINK and cited.target == cited.document and cited.words.startswith("Document ")


_ONLY = re.compile(r"(?:[Ss]ee |[Pp]rinted as )?$")


def _noted(found: list[Cited], document: Document) -> list[Cited]:
    """With the document that the note on a citation opens with: 'Embtel 948' and its note 'Document 43.'"""
    opens = {each.at.note: each for each in reversed(found) if each.at.note and _is_one_document(each)}
    words = {note.mark: note.text for note in document.notes}
    on = {
        note.offset: opens[note.mark]
        for note in document.notes
        if note.mark in opens and _ONLY.match(words[note.mark][: opens[note.mark].at.start])
    }
    return [
        each._replace(target=on[each.at.end].target)
        if each.form in (_NUMBERED, _DAY) and not each.at.note and not each.target and each.at.end in on
        else each
        for each in found
    ]


def _completed(found: list[Cited]) -> list[Cited]:
    """With the day and the sender that another citation of the same number gives: 'Embtel 948' and, in the note on it,
    'telegram 948, September 29'."""
    days = {(each.kind, each.number): each for each in reversed(found) if each.number and each.day and each.at.note}
    sides = {(each.kind, each.number): each for each in reversed(found) if each.number and each.origin}
    return [_filled(each, days.get((each.kind, each.number)), sides.get((each.kind, each.number))) for each in found]


def _filled(each: Cited, dated: Cited | None, sided: Cited | None) -> Cited:
    if dated and not each.day and (dated.origin == each.origin or not (dated.origin and each.origin)):
        each = each._replace(day=dated.day)
    if sided and not each.origin and each.day == (sided.day or each.day):
        each = each._replace(origin=sided.origin, destination=each.destination or sided.destination)
    return each


# -- said before ----------------------------------------------------------------------------------

#: Begins with letters that are the same in all, so that a long text is passed over fast; 'R' stands before them.
_REFTEL = re.compile(
    r"ef(?<=\b[Rr]ef)(?:tels?|desp?|(?:erence)? (?:tel(?:egram)?|despatch|airgram)|"
    r"(?:erence)?\.? (?:tel )?\(?(?P<letter>[A-H])\)?)(?!\w)"
)
_UNDER = re.compile(r"\b(?:telegram|despatch) under reference\b")
#: Alone in a note, or behind 'see'. The first letter stands before it, for the same reason.
_IBID = re.compile(r"bid(?<=[Ii]bid)(?:(?<=^.bid)|(?<=\b[Ss]ee .bid))\b\.?(?=$|[.)])(?!, )")
_LETTERED = re.compile(r"(?:^|[\s(;])(?P<letter>[A-H])[.):] ?(?:\w+ )?$")
_OPENING = 240


def _backward(document: Document, words: str, mark: str) -> Iterator[Cited]:
    if not mark:
        for match in _REFTEL.finditer(words):
            yield _said(document, (match.start() - 1, match.end()), words, "")
        for match in _UNDER.finditer(words) if "under reference" in words else ():
            yield _said(document, match.span(), words, "")
    else:
        for match in _IBID.finditer(words):
            yield _said(document, (match.start() - 1, match.start() + 3), words, mark)


def _said(document: Document, span: tuple[int, int], words: str, mark: str) -> Cited:
    return Cited(at=Citation(document.id, *span, mark), words=words[slice(*span)], form=_AGAIN)


def _settled(strands: Iterable[list[Cited]]) -> Iterator[Cited]:
    """All strands one after another, 'ibid.' with what the reference before it gave."""
    last: Cited | None = None
    for strand in strands:
        for each in strand:
            if each.form is _AGAIN and each.at.note and last is not None and last.at.note:
                each = each._replace(kind=last.kind, number=last.number, target=last.target, day=last.day)
            if each.form is not _AGAIN:
                last = each
            if each.form is not _AGAIN or not each.at.note or each.target or each.number:
                yield each


def _again(found: list[Cited], document: Document) -> Iterator[Cited]:
    """'reftel' and 'ref A' with what the head of the telegram lists; what it does not list is left out."""
    head = [each for each in found if each.form is _NUMBERED and not each.at.note and each.at.start < _OPENING]
    lettered = {
        match["letter"]: each
        for each in head
        if (match := _LETTERED.search(document.text, max(each.at.start - 24, 0), each.at.start))
    }
    for each in found:
        if each.form is not _AGAIN or each.at.note:
            yield each
            continue
        letter = _REFTEL.search(each.words)
        listed = lettered.get(letter["letter"]) if letter and letter["letter"] else next(iter(head), None)
        if listed is not None and listed.at.end <= each.at.start:
            yield listed._replace(at=each.at, words=each.words, form=_AGAIN)
