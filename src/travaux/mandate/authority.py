"""Reads requests for authority, and what was decided on them, in the manner of the Circular 175 procedure (11 FAM 720).

A request is a memorandum that ends in recommendations to the one who approves. What he decided on each, and what he
added by hand, is taken from the lines and notes where the print has it; where it has nothing, nothing is decided.
Authority to negotiate is none to sign, and full powers are neither: each is told apart.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from travaux.findings import Citation, Finding, Severity
from travaux.mandate.authority_said import Decided, Grant, Part, Recommendation, Request
from travaux.mandate.decision import Decision, decision
from travaux.mandate.decision_line import decision_line, excepted
from travaux.mandate.directives_said import Said
from travaux.record.document import BlockKind, Document, Kind

_HEAD = re.compile(r"(?i)^\W*(?:\d+\.\s*)?recommend(?:ation)?s?(?: ?\(s\))?\b\W*(?P<rest>.*)$", re.S)
_RECOMMENDS = re.compile(
    r"(?i)^(?:(?:i|we|it is|(?:this|the) (?:bureau|office|department)) (?:therefore )?recommend(?:s|ed)?)\b"
)
_ENDS = re.compile(
    r"(?i)^\W*(?:concurrences?|clearances?|discussion|background|attachments?|enclosures?|tabs?\b|annex|\[?attachment|"
    r"\[?enclosure|\[?tab\b|drafted by|cleared (?:by|with))"
)
_DECISION = re.compile(
    r"(?i)^\W*(?P<number>\(?\w{1,3}[.)])?\s*(?P<decided>approved? with (?:the |an? |"
    r"one )?(?:handwritten )?(?:addition|modification|change)s?|"
    r"dis-?approved?|not approved|approved?)\b(?P<rest>(?! (?:the|that|our|your|this|by the congress)\b).*)$",
    re.S,
)
#: The answers between which the approver was to choose, as they are typed.
_ANSWER = re.compile(r"(?i)\W*(?:dis)?approved?\W*")
_CHOICE = re.compile(r"(?i)\W*(?:dis)?approve\W*")
_BOTH = re.compile(r"(?i)approved?\W{0,40}dis-?approved?\W*$")
_ADDITION = re.compile(
    r"(?i)\[?\b(?:handwritten|manuscript) (?:addition|insertion|note)[^“\"\]]*[“\"](?P<words>[^”\"]+)[”\"]"
)
_NUMBER = re.compile(r"^\W{0,2}(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_DATE_BY = re.compile(r"(?i)\b(?:by|of) (?:the )?(?P<by>(?-i:[A-Z])[\w.’' -]*?)(?= on\b|,|\.(?! ?[A-Z])|;|$| at\b)")
_OPEN = re.compile(
    r"(?i)no indication (?:on the source text )?(?:that|whether|of)|neither approved nor|approved or disapproved|"
    r"(?:not|no information was found \w+ \w+ \w+ files) indicat(?:e|ing) whether|did not (?:initial|"
    r"approve|sign|indicate)|"
    r"not approved or"
)
_NO = re.compile(r"(?i)\bdisapprov(?:ed|al)\b|\brejected\b|\bdid not approve\b|initial\w* (?:the )?disapprov")
_YES = re.compile(
    r"(?i)^approved\b|\bapproved (?:by|the|this|these|it|on|in)\b|initial\w* (?:his|her|the|its)?\s*approval|"
    r"initials? (?:appears?|stands?|is|are) (?:next to|beside|on|in|at)[^.]{0,40}approv|"
    r"approv\w+ line[^.]{0,60}initial|"
    r"\bseen and approved\b|\bconcurred\b|initial\w* (?:his |the )?approv|signed (?:his )?approval"
)
_ADDED = re.compile(
    r"(?i)(?:handwritten addition|added(?: by hand| in (?:his|her) (?:own )?hand)?|wrote|inserted|"
    r"handwritten (?:marginal )?(?:note|notation|comment)|"
    r"(?:note|notation|comment) in (?:his|her) (?:own )?hand(?:writing)?)"
    r"[^“\"]{0,120}[“\"](?P<words>[^”\"]+)[”\"]"
)
_IS_ADDITION = re.compile(r"(?i)handwritten addition|inserted|\badded\b|[“\"]subject to\b")
_GRANTS = (
    (Grant.FULL_POWERS, re.compile(r"(?i)\bfull powers?\b")),
    (
        Grant.SIGN,
        re.compile(
            r"(?i)\b(?:to |and |or )?(?:sign(?:ature|ing)?|conclude|conclusion)\b(?! the attached (?:telegram|"
            r"letter|memorandum))"
        ),
    ),
    (Grant.NEGOTIATE, re.compile(r"(?i)\bnegotiat\w*\b")),
    (Grant.DISCRETION, re.compile(r"(?i)\bdiscretion\b")),
    (Grant.INSTRUCT, re.compile(r"(?i)\b(?:instruct\w*|telegram|authori[sz]\w+)\b")),
)
_PARTS = (
    (Part.LEGAL_BASIS, re.compile(r"(?i)legal (?:basis|authority|aspects|memorandum)|constitutional authority")),
    (
        Part.LEGISLATURE,
        re.compile(
            r"(?i)consultations? (?:of|with) (?:the )?(?:congress|legislature|parliament|senate|council)|"
            r"congressional consultation|legislat"
        ),
    ),
    (Part.FEATURES, re.compile(r"(?i)(?:principal )?features|discussion|background|the (?:proposed )?agreement\b")),
    (Part.PROBLEMS, re.compile(r"(?i)problems?\b|difficulties")),
    (Part.BENEFITS, re.compile(r"(?i)benefits?|advantages|justification|need for")),
    (Part.CONCURRENCES, re.compile(r"(?i)concurrences?|clearances?")),
)
_DRAFT = re.compile(
    r"(?i)\b(?:attached|enclosed|annexed|accompanying)\b[^.;]{0,60}\b(?:draft|text)\b|"
    r"\bdraft\b[^.;]{0,80}\b(?:is |are )?(?:attached|enclosed|annexed|Tab [A-Z])\b"
)
_DECIDER = re.compile(
    r"\b[Aa]pproved by (?:the )?(?P<by>[A-Z][\w’']+(?: [A-Z][\w’']+)*)|"
    r"(?:[Tt]he )?(?P<own>(?!The\b)[A-Z][\w’']+(?: [A-Z][\w’']+)*) (?:initial\w*|approved|signed|added)\b"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?P<day>\d{1,2})\b(?:, (?P<year>\d{4}))?"
)
#: Into the next year a decision of which no year is told comes so long after the request at most.
_LATEST = datetime.timedelta(days=120)
_THE_RECOMMENDATIONS = re.compile(r"(?i)\b(?:the|these|this|both|all) recommendations?\b|[Rr]ecommendations? \d")
#: A note may stand on the heading of the recommendations, so far before the first.
_HEADING = 40
#: A line longer than this is no line of decision.
_LINE = 160
_DECIDING_KINDS = frozenset({Kind.MEMORANDUM, Kind.LETTER, Kind.PAPER, Kind.OTHER, Kind.NOTE, Kind.MESSAGE})


def read(document: Document) -> Request | None:
    """The request for authority that a document is; None where it asks nobody to approve.

    >>> from travaux.record.read import read as read_record
    >>> words = "7. Memorandum From the Director to the Minister\\n\\nRecommendations:\\n\\n1. That you authorize the\\
    ... Ambassador to negotiate a ferry agreement.\\n\\nApproved."
    >>> request = read(read_record(words.encode(), name="m.txt")[0])
    >>> [(each.number, each.grants[0].value, each.decided.value) for each in request.recommendations]
    [('1', 'negotiate', 'approved')]
    """
    if document.kind not in _DECIDING_KINDS:
        return None
    reader = _Reader(document)
    found = reader.recommendations()
    if not found or not any(map(_is_asked, (reader.lead, *(one.words.words for one in found)))):
        return None
    found = tuple(_decided_in_notes(document, found))
    return Request(
        document=document.id,
        title=document.title,
        date=document.date,
        requester=document.sender or "",
        approver=document.addressee or "",
        parts=tuple(_parts(document)),
        recommendations=found,
        findings=tuple(_findings(document, found)),
    )


def _is_asked(words: str) -> bool:
    """Whether words ask the reader to approve or authorise: 'that you authorize', 'I recommend that you'."""
    return (
        re.search(r"(?i)\bthat you\b|\byou (?:authori[sz]e|approve|sign)\b|^that\b|\bauthori[sz]\w+|\bapprove\b", words)
        is not None
    )


class _Reader:
    """Goes through the blocks from the heading of the recommendations to the next heading."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Recommendation] = []
        self.lead = ""

    def recommendations(self) -> tuple[Recommendation, ...]:
        inside = False
        for place, (start, block) in enumerate(zip(self.document.starts, self.document.body, strict=True)):
            head = _HEAD.match(block.text)
            if head and (block.kind is BlockKind.HEADING or len(head["rest"]) < 3 or block.text.rstrip().endswith(":")
                         or re.match(r"(?i)\W*recommendations?:", block.text)):  # fmt: skip
                inside = True
                rest = head["rest"]
                if rest.strip() and block.kind is not BlockKind.HEADING:
                    self._line(rest, start + len(block.text) - len(rest))
                continue
            if inside and self.found and (block.kind is BlockKind.CLOSING or _ENDS.match(block.text)):
                break
            if inside and block.kind is BlockKind.HEADING and not _DECISION.match(block.text):
                if self.found:
                    break
                continue
            if inside and block.text.strip() and not _is_choice(self.document, place):
                self._line(block.text, start)
        return tuple(self.found)

    def _line(self, text: str, start: int) -> None:
        """A paragraph of the recommendations: one of them, its decision, or what the approver added."""
        if _BOTH.search(text) and len(text) < 80:
            return
        added = _ADDITION.search(text)
        if self.found and self._numbered(text, start, added):
            return
        if added and self.found and len(text) - len(added.group()) < 60:
            self._settle(None, Decided.ADDED, text, start, added)
            return
        decision = _DECISION.match(text)
        if decision and self.found and len(text) < 400:
            told = decision["decided"].lower()
            decided = Decided.DISAPPROVED if told.startswith(("dis", "not")) else Decided.APPROVED
            decided = Decided.ADDED if " with " in told or (added and decided is Decided.APPROVED) else decided
            self._settle(
                decision["number"], decided, text, start, added or re.search(r"[“\"](?P<words>[^”\"]+)[”\"]", text)
            )
            return
        number = _NUMBER.match(text)
        first = number.end() if number else 0
        if text.rstrip().endswith(":") and not number:
            self.lead = text
            if not _RECOMMENDS.match(text) and not self.found:
                return
        words = Said(text[first:], self.document.cite(start + first, start + len(text)))
        label = number["number"].strip("(). ") if number else str(len(self.found) + 1)
        if not number and self.found and not _RECOMMENDS.match(text):
            return
        if text.rstrip().endswith(":") and not number:
            return
        self.found.append(Recommendation(number=label, words=words, grants=_grants(f"{self.lead} {text}")))

    def _numbered(self, text: str, start: int, added: re.Match[str] | None) -> bool:
        """Whether a line decides on recommendations that it names, which are then settled."""
        label = _NUMBER.match(text)
        if len(text) > _LINE or (label and _DECISION.match(text)):
            return False
        told = decision_line(text, [each.number for each in self.found])
        if told is None or (label and not set(told) - {label["number"].strip("(). ")}):
            return False
        at, who = self.document.cite(start, start + len(text)), _DATE_BY.search(text)
        said = self._said(added, start) if added else None
        for place, each in enumerate(self.found):
            if each.number in told:
                decided = told[each.number]
                added_to = said if decided is Decided.APPROVED else None
                self.found[place] = replace(each, decided=Decided.ADDED if added_to else decided, addition=added_to,
                    by=who["by"] if who else "", on=_day(text, self.document.date), told_at=at)  # fmt: skip
        return True

    def _said(self, added: re.Match[str], start: int) -> Said:
        return Said(added["words"], self.document.cite(start + added.start("words"), start + added.end("words")))

    def _settle(self, number: str | None, decided: Decided, text: str, start: int, added: re.Match[str] | None) -> None:
        """Put a decision to the recommendation of its number, else to those before it that have none."""
        at = self.document.cite(start, start + len(text))
        label = (number or "").strip("(). ")
        said = self._said(added, start) if added is not None and decided is Decided.ADDED else None
        who = _DATE_BY.search(text)
        # A line behind several is on each that has no decision yet; an addition behind their decision, on all of that.
        open_ = [each for each in self.found if each.decided is Decided.OPEN and each.told_at is None]
        together = self.found[-1].told_at
        covered = open_ or [each for each in self.found if said and each.told_at == together]
        for place, each in enumerate(self.found):
            if each.number == label if label else each in covered:
                self.found[place] = replace(each, decided=decided, addition=said, by=who["by"] if who else "",
                    on=_day(text, self.document.date), told_at=at)  # fmt: skip


def _is_choice(document: Document, place: int) -> bool:
    """Whether a line is an answer to choose, and none that was given: "Approve", or "Approved" above "Disapproved"."""
    words = document.body[place].text
    if not _ANSWER.fullmatch(words):
        return False
    beside = document.body[max(0, place - 1) : place] + document.body[place + 1 : place + 2]
    return bool(_CHOICE.fullmatch(words)) or any(_ANSWER.fullmatch(each.text) for each in beside)


def _grants(words: str) -> tuple[Grant, ...]:
    found = tuple(grant for grant, pattern in _GRANTS if pattern.search(words))
    return found or (Grant.OTHER,)


def _parts(document: Document) -> Iterator[tuple[Part, Said]]:
    """What the request says under headings of its own, and where it speaks of a draft that goes with it."""
    given = list(zip(document.starts, document.body, strict=True))
    seen: set[Part] = set()
    for place, (start, block) in enumerate(given):
        title, own = _title(block.text, block.kind)
        part = next((part for part, pattern in _PARTS if title and pattern.search(title)), None)
        if part is None or part in seen:
            continue
        seen.add(part)
        first, last = (start + len(block.text) - len(own), start + len(block.text)) if own else (None, None)
        for later, other in given[place + 1 :]:
            if _title(other.text, other.kind)[0] or _HEAD.match(other.text):
                break
            first = later if first is None else first
            last = later + len(other.text)
        if first is not None and last is not None:
            yield part, Said(document.text[first:last], document.cite(first, last))
    draft = _DRAFT.search(document.text)
    if draft:
        yield Part.DRAFT, Said(draft.group(), document.cite(*draft.span()))


def _title(words: str, kind: BlockKind) -> tuple[str, str]:
    """The heading that a block is or opens with ('Benefits. ...'), and the words behind it."""
    if kind is BlockKind.HEADING or (len(words) < 60 and words.rstrip().endswith(":")):
        return words, ""
    run_in = re.match(r"(?:\d+\. )?([A-Z][A-Za-z ]{3,50})[.:–—] ?(?=[A-Z])", words)
    if run_in and len(run_in[1].split()) <= 6:
        return run_in[1], words[run_in.end() :]
    return "", ""


def _decided_in_notes(document: Document, found: tuple[Recommendation, ...]) -> Iterator[Recommendation]:
    """With what the editors' notes tell of the decision: on the words of a recommendation, or behind the last."""
    last = max(one.words.at.end for one in found)
    first = min(one.words.at.start for one in found)
    notes = [
        note
        for note in document.notes
        if note.offset is not None and (first - _HEADING <= note.offset <= last + 400 or _is_on_all(note.text))
    ]
    for place, one in enumerate(found):
        end = found[place + 1].words.at.start if place + 1 < len(found) else last + 400
        heading = [note for note in notes if note.offset is not None and first - _HEADING <= note.offset < first]
        own = [note for note in notes if note.offset is not None and one.words.at.start <= note.offset < end]
        others = [note for note in notes if _covers_all(note.text) or _numbers(note.text)] if len(found) > 1 else notes
        for note in dict.fromkeys([*heading, *own, *others]):
            one = _with_note(document, one, note.mark, note.text, added=note in own)
        yield one


def _is_on_all(words: str) -> bool:
    """Whether a note that stands elsewhere tells of a decision on the recommendations."""
    told = decision(words, at=Citation("note", 0, len(words))) if _THE_RECOMMENDATIONS.search(words) else ()
    return any(not each.paper and not each.object for each in told)


def _numbers(words: str) -> frozenset[str]:
    """The numbers of the recommendations on which a note tells decisions; none where it tells of them all."""
    told = decision(words, at=Citation("note", 0, len(words)))
    return frozenset(number for each in told for number in each.numbers)


def _covers_all(words: str) -> bool:
    """Whether a note tells of all recommendations together."""
    return (
        re.search(
            r"(?i)\b(?:these|both|all|the) recommendations\b|^approved by|"
            r"approved (?:the|this) (?:memorandum|request)\b",
            words,
        )
        is not None
    )


def _with_note(document: Document, one: Recommendation, mark: str, text: str, *, added: bool) -> Recommendation:
    if one.decided is not Decided.OPEN:
        return one
    at = Citation(document.id, 0, len(text), mark)
    if one.number in excepted(text):
        return replace(one, told_at=at)
    told = [each for each in decision(text, at=at, written=document.date) if each.paper_on is None and not each.object]
    if any(each.numbers for each in told):
        return next((_as_told(one, each) for each in told if _is_on(each, one)), one)
    written = _ADDED.search(text)
    if written and _IS_ADDITION.search(text) and added:
        said = Said(written["words"], Citation(document.id, written.start("words"), written.end("words"), mark))
        return replace(
            one, decided=Decided.ADDED, addition=said, told_at=at, by=_who(text), on=_day(text, document.date)
        )
    if _OPEN.search(text):
        return replace(one, told_at=at)
    whole = next((each for each in told if added or _covers_all(text)), None)
    if whole is not None:
        return _as_told(one, whole)
    if _NO.search(text):
        return replace(one, decided=Decided.DISAPPROVED, told_at=at, by=_who(text), on=_day(text, document.date))
    if _YES.search(text):
        return replace(one, decided=Decided.APPROVED, told_at=at, by=_who(text), on=_day(text, document.date))
    return one


def _is_on(told: Decision, one: Recommendation) -> bool:
    """Whether a decision names a recommendation, or a part of it: '3a' is a part of 3."""
    return any(one.number in (number, number.rstrip("abcdefghijklmnop")) for number in told.numbers)


def _as_told(one: Recommendation, told: Decision) -> Recommendation:
    """A recommendation as running text tells what was decided on it; a condition is an addition."""
    decided = Decided.ADDED if told.condition is not None else told.decided
    return replace(one, decided=decided, addition=told.condition, by=told.by, on=told.on, told_at=told.at)


def _who(text: str) -> str:
    told = _DECIDER.search(text)
    return (told["by"] or told["own"]) if told else ""


def _day(words: str, written: datetime.date | None) -> datetime.date | None:
    """The day of a decision; without a year, of the year in which the request was written, or of the next where it was
    written at the end of one. None where that is no day of a decision on it, but of something else that is told."""
    told = _DAY.search(words)
    if told is None or (not told["year"] and written is None):
        return None
    month = _MONTHS.index(told["month"][:3].title()) + 1
    year = int(told["year"]) if told["year"] else written.year if written else 0
    try:
        day = datetime.date(year, month, int(told["day"]))
    except ValueError:
        return None
    if written is None or told["year"] or day >= written:
        return day
    try:
        next_ = day.replace(year=year + 1)
    except ValueError:
        return None
    return next_ if next_ - written <= _LATEST else None


def _findings(document: Document, found: tuple[Recommendation, ...]) -> Iterator[Finding]:
    for one in found:
        if one.decided is Decided.OPEN:
            yield Finding(
                "recommendation-not-decided",
                f"What was decided on recommendation {one.number} is not printed.",
                one.words.at,
                "Enter the decision if you know it: travaux mandate FILE --decide DOCUMENT NUMBER DECISION.",
                Severity.NOTE,
            )
