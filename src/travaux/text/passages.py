"""Which stretches of a document are the text of an instrument, found by title, articles and verbatim marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from travaux.record.document import BlockKind, Document, Kind
from travaux.text import lines
from travaux.text.draft import ProvisionKind
from travaux.text.exchange import exchange, is_agreed
from travaux.text.lines import Line
from travaux.text.misread_numbers import MISREAD, misread_numbers
from travaux.text.unfold import unfold

_BEGIN = re.compile(r"(?i)begin(?:ning)? (?:of )?(?:verbatim )?(?:text|quote)\b[.:]?\s*")
_END = re.compile(r"(?i)\s*\bend (?:of )?(?:verbatim )?(?:text|quote|draft)\b[.”\"\s]*$")
_END_WORDS, _END_MARKS = ("text", "quote", "draft"), (".", "”", '"')
_PART_OF_DOCUMENT = re.compile(
    r"(?i)\[?(?:tab|enclosure|attachment|annexure|inclosure|exhibit)"
    r"(?: (?:no\. ?)?(?P<number>[A-Z]|\d{1,2}|[IVX]+))?\b(?:\W.{0,60})?$"
)
_SALUTATION = re.compile(
    r"(?:My dear|Dear|DEAR|Sir|Sirs|SIR|Madam|Gentlemen|Excellency|Your Excellency|Mr\.)\b[^.]{0,60}[:,]$"
)
_ASIDE = re.compile(r"(?i)(?:comment|remark|note|reason|proposal|explanation)s?\b ?[:.–—-]")
_REMARK = re.compile(
    r"(?i)(?:\([a-d]\) )?(?:comment|proposals?\b|no (?:change|objection|comment)|acceptable|delet(?:e|ion|ed)\b|"
    r"agreed\b|same as|strongly|suggest|recommend|see\b)"
)
_CONSTITUTE = b"constitut"
_ARTICLE = (b"article ", b"art. ")
# What is said of an article by those who negotiate it.
_NARRATIVE = re.compile(
    r"(?i)\b(?:propos(?:ed|als?)|insisted|objected|conceded|requested|took the position|argued|contended|"
    r"counterproposal|acceptable|unacceptable)\b"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that holds an instrument's text: its lines as (start, end) in `Document.text`.

    `name` is what the document calls the stretch ("tab-a"), "" where nothing does. `told` says of lines, by where they
    start, what they are, where line ends were lost and `rules` found them.
    """

    lines: tuple[tuple[int, int], ...]
    name: str = ""
    told: Mapping[int, Line] = field(default_factory=dict)
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the body without the words that announce or end a verbatim text, and what those said."""

    start: int
    end: int
    words: str
    begins: bool = False
    ends: bool = False

    @property
    def article(self) -> str:
        """The number of the article that the line opens, or ''."""
        found = lines.line_of(self.words)
        return found.number if found and found.kind is ProvisionKind.ARTICLE else ""


def passages(document: Document) -> tuple[Passage, ...]:
    """The stretches of a document that hold the text of an instrument, in order: its articles, or notes exchanged."""
    if document.kind is Kind.AGREEMENT:
        body = _body(document)
        return (_unfolded(body),) if body else ()
    # In bytes, since small letters are made of these in a fifth of the time.
    lowered = document.text.encode("latin-1", "replace").lower()
    if sum(map(lowered.count, _ARTICLE)) < 2:
        # A series has two articles at least, and most documents speak of none.
        return _exchanged(_body(document)) if _CONSTITUTE in lowered else ()
    body = _body(document)
    found: list[Passage] = []
    floor = 0
    for articles in _series(body):
        if articles[0] < floor:
            # The articles of an annex to the draft before.
            continue
        first = _first_line(body, articles[0], floor)
        last = _last_line(body, articles[-1])
        if _is_instrument(body, articles, first):
            found.append(Passage(tuple((line.start, line.end) for line in body[first : last + 1]), _name(body, first)))
            floor = last + 1
    return tuple(found) or (_exchanged(body) if _CONSTITUTE in lowered else ())


def _exchanged(body: list[_Line]) -> tuple[Passage, ...]:
    """The notes of an exchange that make an agreement, all of them as one instrument."""
    printed = [line.words for line in body]
    notes = exchange(printed)
    if not (notes and is_agreed(printed)):
        return ()
    first, last = notes[0].first, notes[-1].last
    return (Passage(tuple((line.start, line.end) for line in body[first:last]), _name(body, first)),)


def _unfolded(body: list[_Line]) -> Passage:
    """All lines of an agreement; one that holds many, because line ends were lost, is cut into these."""
    stretches: list[tuple[int, int]] = []
    told: dict[int, Line] = {}
    rules: list[str] = []
    last = ""
    for line in body:
        unfolded = unfold(line.words, after=last)
        if unfolded is None:
            stretches.append((line.start, line.end))
            continue
        rules.append(unfolded.rule)
        for piece in unfolded.pieces:
            stretches.append((line.start + piece.start, line.start + piece.end))
            if piece.line is not None:
                told[line.start + piece.start] = piece.line
                last = piece.line.number if piece.line.kind is ProvisionKind.ARTICLE else last
    words = [_words_at(body, start, end) for start, end in stretches]
    for index, meant in misread_numbers(words, [told.get(start) for start, _ in stretches]):
        told[stretches[index][0]] = meant
        rules.append(MISREAD)
    return Passage(tuple(stretches), told=told, rules=tuple(dict.fromkeys(rules)))


def _words_at(body: list[_Line], start: int, end: int) -> str:
    """The words of a stretch of the body, which lies within one line of it."""
    line = body[bisect_right(body, start, key=lambda each: each.start) - 1]
    return line.words[start - line.start : end - line.start]


def _body(document: Document) -> list[_Line]:
    body: list[_Line] = []
    for start, block in zip(document.starts, document.body, strict=True):
        if block.kind is BlockKind.CLOSING:
            body[-1:] = [replace(line, ends=True) for line in body[-1:]]
            continue
        begin, end = _BEGIN.match(block.text), _END.search(block.text) if _may_end(block.text) else None
        first = begin.end() if begin else 0
        last = end.start() if end and end.start() >= first else len(block.text)
        if block.text[first:last].strip():
            body.append(_Line(start + first, start + last, block.text[first:last], bool(begin), bool(end)))
        elif end:
            body[-1:] = [replace(line, ends=True) for line in body[-1:]]
    return body


def _may_end(words: str) -> bool:
    """Whether words may end as a verbatim text does: hardly any do, and to search each for it takes long."""
    bare = words.rstrip()
    while bare.endswith(_END_MARKS):
        bare = bare.rstrip("".join(_END_MARKS)).rstrip()
    return bare[-5:].lower().endswith(_END_WORDS)


def _series(body: list[_Line]) -> list[list[int]]:
    """Lines that bear articles 1, 2, 3 ..., each series by itself; a single article is no series."""
    series: list[list[int]] = []
    for index, line in enumerate(body):
        number = line.article
        if number and lines.same_number(number, "1"):
            series.append([index])
        elif number and series and _follows(number, body[series[-1][-1]].article):
            series[-1].append(index)
    return [articles for articles in series if len(articles) > 1]


def _follows(number: str, before: str) -> bool:
    """Whether an article comes next: the next number, or 'bis' and the like of the one before."""
    base, last = number.split(" ")[0], before.split(" ")[0]
    return lines.same_number(base, last) if " " in number else lines.is_next(base, last)


def _first_line(body: list[_Line], article: int, floor: int) -> int:
    """The line where the instrument begins: its title, or the first line of its preamble."""
    index = article
    while index > floor and not body[index].begins and _may_stand_before(body, index - 1):
        index -= 1
        if lines.is_title(body[index].words) and not lines.is_recital(body[index].words):
            break
    while index > floor and not body[index].begins and _is_capital_title(body[index - 1].words, body[index].words):
        index -= 1
    return index


def _may_stand_before(body: list[_Line], index: int) -> bool:
    """Whether a line can be part of what stands before Article 1: title, preamble, recitals, formula, part."""
    words = body[index].words
    if _PART_OF_DOCUMENT.match(words) or _ASIDE.match(words) or _SALUTATION.match(words):
        return False
    if re.search(r"(?i)\btext\b.*:$", words):
        return False
    if lines.is_preamble(words) or lines.is_title(words) or lines.is_recital(words):
        return True
    if lines.is_division(words) or (index and lines.is_division(body[index - 1].words) and len(words) < 120):
        return True
    return len(words) < 400 and words.rstrip()[-1] in ",:;"


def _is_capital_title(before: str, words: str) -> bool:
    return before.isupper() and words.isupper() and not _PART_OF_DOCUMENT.match(before)


def _last_line(body: list[_Line], article: int) -> int:
    """The last line of the instrument: up to its verbatim end, the next tab or aside, or the document's close."""
    index, signing = article, False
    while not body[index].ends and index + 1 < len(body):
        words = body[index + 1].words
        signing = signing or lines.is_testimonium(words)
        if (
            _PART_OF_DOCUMENT.match(words)
            or _ASIDE.match(words)
            or body[index + 1].begins
            or _is_beyond(words, signing)
        ):
            break
        index += 1
    return index


def _is_beyond(words: str, signing: bool) -> bool:
    """Whether a line no longer belongs to the instrument: prose after the testimonium, or another title."""
    if signing:
        return not lines.is_testimonium(words) and len(words) > 120
    return lines.line_of(words) is None and lines.is_title(words) and words.isupper()


def _is_instrument(body: list[_Line], articles: list[int], first: int) -> bool:
    """Articles that only caption remarks on a text elsewhere are no instrument."""
    remarks, standing = 0, False
    for index in articles:
        alone = lines.names_article(body[index].words)
        standing = standing or alone
        words = body[index + 1].words if alone and index + 1 < len(body) else body[index].words
        label = lines.line_of(body[index].words)
        body_words = words if alone or label is None else words[label.label :]
        remarks += bool(_REMARK.match(body_words)) or _tells(body_words)
    return remarks * 3 < len(articles) and (standing or first < articles[0])


def _tells(words: str) -> bool:
    """Whether words tell how an article was negotiated rather than being one."""
    return bool(_NARRATIVE.search(words)) and not re.search(r"\bshall\b", words)


def _name(body: list[_Line], first: int) -> str:
    """'tab-a' where one of the two lines before says 'Tab A'."""
    for line in reversed(body[max(first - 2, 0) : first]):
        match = _PART_OF_DOCUMENT.match(line.words)
        if match:
            return re.sub(r"\W+", "-", " ".join(match.group().split()[:2]).lower()).strip("-")
    return ""
