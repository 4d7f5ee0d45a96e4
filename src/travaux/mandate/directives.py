"""Reads directives from instructions: what a negotiator is told to do, each with its words, as proposals.

Two grammars, formal and telegraphic, find where an order begins; what it is on, and when, is taken from the words
around. A sentence that speaks of an order and is not understood becomes a finding. What nobody is told is no directive:
talk, reports to the Department and texts that are only quoted give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from travaux.amend.quotes import masked, quotations
from travaux.findings import Citation, Finding
from travaux.mandate.directives_elliptic import completed
from travaux.mandate.directives_heads import after_label, heads
from travaux.mandate.directives_heads_words import Head
from travaux.mandate.directives_named import told_by_name
from travaux.mandate.directives_object import addresses_in, kind_of
from travaux.mandate.directives_open import may_order, not_understood, speaks_of_order
from travaux.mandate.directives_parts import Parts, parts
from travaux.mandate.directives_pieces import AS_BEFORE, pieces
from travaux.mandate.directives_said import Act, Directive, Directives, Said
from travaux.mandate.directives_text import on_text
from travaux.mandate.directives_when import refers_back, tries_again
from travaux.mandate.directives_wording import ITEM, list_behind, quoted_behind
from travaux.mandate.instructs import CUE, asks_only, instructs
from travaux.record.document import BlockKind, Document
from travaux.text.openings import in_any_case
from travaux.text.scan import Token as Piece
from travaux.text.sentences import sentences

_FOR = re.compile(r"^(?:[\W\d]*)(?:Eyes only )?[Ff]or (?P<who>(?:[A-Z][\w.’-]*)(?: [A-Z][\w.’-]*){0,3})(?=[:.,]| from)")
_TOLD_BY_NAME = re.compile(r"(?P<who>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})(?:[’']s)?$")
# Whoever of these the document is to.
_UNNAMED = frozenset(
    "Embassy Embassies Emb Ambassador Mission Missions Delegation Legation Post Posts Addressees".split()
)
_AS_FOLLOWS = re.compile(r"(?i)\b(?:following|as follows|quote|below)\b")
# A list of these is no list of orders.
_NO_ORDERS = re.compile(
    r"(?i)\b(?:objectives?|aims?|purposes?|alternatives?|possibilit\w+|reasons?|considerations?|courses|options|"
    r"arguments?|"
    r"factors|because|issues)\b|"
    r"\b(?:made|submitted|presented|expressed|gave|offered)\b[^.]{0,40}\b(?:recommendations?|views|points|proposals?|"
    r"suggestions?|comments?|demands?)\b"
)
# 'Attempt to accomplish these objectives by the following steps:'
_STEPS = re.compile(r"(?i)\b(?:steps|actions|measures|instructions|guidance|procedures?|tasks|lines)\b")
# Who asks says one of these.
_MAY_ASK = in_any_case(
    "you|request|ask|suggest|recommend|president|secretary|appreciat|welcome|desir|let|keep|would|glad|"
    "ambassador|should (?:prepare|submit|report|complete|furnish|propose|consult)"
)
_ASKS_FOR = re.compile(r"(?i)(?:(?:we|i) )?(?:would|wld|should|shall|will|request|let|keep|appreciate|do) ?")
_EFFORT = re.compile(r"(?i)\b(?:efforts?|attempts?|steps|arrangements?|requests?|endeavou?rs?)$")
_BODY = re.compile(r"(?i)\b(?:delegation|mission|embassy|ambassador|representative|usdel|usun|charg[eé])")
_OTHERS = re.compile(
    r"(?i)^(?:US|United States|We|I|Department|Dept)\b(?! (?:positions?|rights?|text|draft|language)\b)"
)


def read(document: Document) -> Directives:
    """The directives of a document, as proposals, what speaks of an order and was not understood, and what may order
    something.

    >>> from travaux.record.read import read as read_record
    >>> words = ["9. Telegram From the Ministry to the Embassy in Corvany", "You should oppose a change in Article 3."]
    >>> (directive,) = read(read_record("\\n\\n".join(words).encode(), name="t.txt")[0]).found
    >>> directive.act.value, directive.object.words, str(directive.addresses[0])
    ('forestall', 'a change in Article 3', 'Article 3')
    """
    if not instructs(document):
        return Directives((), ())
    read = tuple(_Reader(document).read())
    found: list[Directive] = []
    for each in read:
        if isinstance(each, Directive):
            found.append(completed(each, found))
    return Directives(
        tuple(found),
        tuple(each for each in read if isinstance(each, Finding)),
        tuple(each for each in read if isinstance(each, Citation)),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of a paragraph: its words with quotations filled, where it starts in the text, its pieces."""

    words: str
    start: int
    pieces: list[Piece]


class _Reader:
    """Goes through the paragraphs; keeps who was named as told, the condition of a list, and the order of fallbacks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.addressee = document.addressee or ""
        self.told = ""
        self.asks_only = asks_only(document)
        self.ours = told_by_name(document)
        self.lead: Said | None = None
        self.listed, self.saying, self.list_of = False, False, ""
        self.fallback = 0
        self.spoken_of: Said | None = None
        self.spoken_to: frozenset[str] = frozenset()
        self.ordered = False

    def read(self) -> Iterator[Directive | Finding | Citation]:
        quoted = False
        for start, block in zip(self.document.starts, self.document.body, strict=True):
            opens = block.text.lstrip().startswith(("“", '"'))
            if block.kind in (BlockKind.QUOTATION, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.CLOSING):
                continue
            if quoted and not opens and ITEM.match(block.text):
                quoted = False  # a numbered paragraph stands behind what was quoted without an end
            if (opens or quoted) and block.kind is not BlockKind.ITEM:
                closes = block.text.rstrip().endswith(("”", '"'))
                quoted = opens and not closes if opens else not closes
                if opens:
                    continue
                if not closes and quoted and not CUE.search(block.text):
                    continue
                quoted = False
            yield from self._paragraph(block.text, start)

    def _paragraph(self, text: str, start: int) -> Iterator[Directive | Finding | Citation]:
        filled = masked(text, quotations(text))
        named = _FOR.match(text)
        if named and named["who"] not in ("Department", "The"):
            self.told = named["who"]
        item = ITEM.match(text)
        if item is None or _label(item.group()) == self.list_of:
            self.lead, self.listed, self.saying, self.list_of = None, False, False, ""
        self.fallback = 0
        for first, last in sentences(text):
            words = filled[first:last]
            if self.asks_only and not _MAY_ASK.search(words):
                continue
            words = words.lower() if words.isupper() else words  # cables print capitals alone
            line = _Line(words, start + first, pieces(words, ours=self.ours | self.spoken_to))
            found = (
                []
                if self.listed and ITEM.match(text) and first < 8 and not CUE.search(words)
                else list(self._sentence(line)) or list(self._on_text(line))
            )
            yield from found
            if not found:
                yield from self._open(line)
            self.spoken_of = self._spoken_of(line, found)
            self.spoken_to = AS_BEFORE if found and _is_body_told(line) else frozenset()
            if words.rstrip().endswith(":"):
                self.lead = self.spoken_of
                self.list_of = _label(item.group()) if item else ""
                self.saying = bool(found) and found[-1].act in (Act.CLEAR, Act.ASSURE, Act.INTRODUCE)
                self.listed = not found and _NO_ORDERS.search(words) is not None and not _STEPS.search(words)

    def _open(self, line: _Line) -> Iterator[Finding | Citation]:
        """What is left of a sentence in which nothing was read, for a person to look at."""
        at = self._cite(line, 0, len(line.words))
        if speaks_of_order(line.words):
            yield not_understood(self.document, at)
        elif not self.asks_only and may_order(line.words, line.pieces):
            yield at

    def _on_text(self, line: _Line) -> Iterator[Directive]:
        """What our side wants of a text or accepts of it, where it is told as its view."""
        view = None if self.saying or self.asks_only else on_text(line.words)
        if view is None:
            return
        obj = self._said(line, view.object)
        directive = Directive(
            at=self._cite(line, *view.at),
            words=self.document.passage(self._cite(line, *view.at)),
            act=view.act,
            object=obj,
            addresses=addresses_in(obj.words) if obj else (),
            condition=self._said(line, view.condition) or self.lead,
            allowed=view.act is Act.ACCEPT,
            fallback=view.fallback,
            addressee=self.told or self.addressee,
            date=self.document.date,
        )
        yield replace(directive, kind=kind_of(directive))

    def _sentence(self, line: _Line) -> Iterator[Directive]:
        begun = heads(line.pieces)
        start = _behind_alternative(line, begun)
        spans, told = [], []
        for place, head in enumerate(begun):
            end = self._end(line, head, begun[place + 1] if place + 1 < len(begun) else None)
            told.append(parts(line.words, line.pieces, head, start=start, end=end))
            spans.append((start, end))
            start = end
        held: tuple[int, int] | None = None
        step = 0
        for place, (head, taken, span) in enumerate(zip(begun, _sharing(begun, told, line), spans, strict=True)):
            if place and begun[place - 1].last + 2 == head.last and line.pieces[head.first - 1].words.lower() == "or":
                continue  # 'support or introduce' is one order
            if taken.condition is not None and taken.condition[0] < line.pieces[head.last].start:
                held = taken.condition
            elif taken.condition is None and held is not None:
                # 'If asked, you should state x and propose y': both are for when one is asked.
                taken = replace(taken, condition=held)
            if self._counts(line, head, taken):
                step = self._step(line, head, taken, step)
                yield self._directive(line, head, taken, span, step)

    def _step(self, line: _Line, head: Head, taken: Parts, before: int) -> int:
        """The place of an order among those to be tried one after the other: 0 is first.

        'Failing this, see him and ask': both are the same step. A condition that says that what was ordered before was
        not had makes a step too: 'if they refuse, you may accept'.
        """
        follows = before and head.shape in ("joined", "bare")
        condition = line.words[slice(*taken.condition)] if taken.condition else ""
        if taken.fallback or (self.ordered and tries_again(head, condition)):
            self.fallback = self.fallback if follows else self.fallback + 1
        elif not follows:
            self.fallback = 0
        self.ordered = True
        return self.fallback

    def _end(self, line: _Line, head: Head, following: Head | None) -> int:
        """How far an order reaches: to the next, or to the end of its sentence."""
        if following is None:
            return len(line.pieces)
        end = following.first
        for place in range(following.first - 1, head.last, -1):
            kind = line.pieces[place].kind
            if following.shape in ("passive", "discretion") and kind in ("SEMICOLON", "COMMA"):
                return place
            if kind in ("IF", "FALLBACK") and following.shape != "bare":
                end = place
                break
        while end - 1 > head.last and line.pieces[end - 1].kind in ("AND", "COMMA"):
            end -= 1
        return end

    def _counts(self, line: _Line, head: Head, taken: Parts) -> bool:
        """Whether an order is one: a passive whose subject is not just anything, something that it is on."""
        if self.saying and head.shape in ("own", "refused"):
            return False  # a point that is to be made
        if self.asks_only and not _is_asked(line, head):
            return False
        if taken.object is None:
            return (
                head.shape == "told"
                or head.last > head.first
                or (head.kind == "REPORT" and line.pieces[head.first - 1].kind == "AND")
                or (head.kind == "CLEAR" and line.words.rstrip().endswith(":"))
                or bool(taken.to)
                or taken.deadline is not None
                or taken.condition is not None
            )
        said = line.words[slice(*taken.object)]
        return not (head.shape == "bare" and _OTHERS.match(said) and head.kind not in ("CLEAR", "ASSURE"))

    def _directive(self, line: _Line, head: Head, taken: Parts, span: tuple[int, int], step: int) -> Directive:
        first = line.pieces[span[0]].start
        last = line.pieces[span[1] - 1].end
        first = _after_opening(line.words, first)
        at = self._cite(line, first, last)
        obj = self._restored(self._said(line, taken.object)) or self._list_behind(line, last)
        wording = self._wording(line, obj, last)
        condition = self._condition(line, taken)
        directive = Directive(
            at=at,
            words=self.document.passage(at),
            act=_refined(head, line, obj),
            object=obj,
            addresses=addresses_in(obj.words) if obj else (),
            wording=wording,
            condition=condition,
            limit=self._said(line, taken.limit),
            deadline=self._said(line, taken.deadline),
            fallback=step,
            denied=taken.denied,
            allowed=taken.allowed,
            addressee=self._addressee(line, head),
            to=taken.to,
            date=self.document.date,
        )
        return replace(directive, kind=kind_of(directive))

    def _condition(self, line: _Line, taken: Parts) -> Said | None:
        """The words that say when: its own, those that 'in that event' stands for, or those of the list's head."""
        said = self._said(line, taken.condition)
        if said is None:
            return self.lead
        return self.spoken_of or said if refers_back(said.words) else said

    def _addressee(self, line: _Line, head: Head) -> str:
        """Who is told: as the order names him, else the heading of the passage, else the document."""
        who = next((each for each in line.pieces[head.first : head.last] if each.kind in ("WHO", "POST")), None)
        if who is None or who.words.lower().startswith("you") or not re.search(r"[A-Z]", who.words):
            return self.told or self.addressee
        named = _TOLD_BY_NAME.search(re.sub(r"(?i)^the ", "", who.words))
        if named and named["who"] not in _UNNAMED:
            return named["who"]
        return self.told or self.addressee or (named["who"] if named else "")

    def _wording(self, line: _Line, obj: Said | None, last: int) -> Said | None:
        """The words that are given to be used: quoted in the order, or in the paragraphs right behind it."""
        if obj is not None:
            start, end = obj.at.start - line.start, obj.at.end - line.start
            for quoted in quotations(line.words):
                near = quoted.start < end or not line.words[end : quoted.start].strip(" :,")
                if quoted.end > start and near and quoted.last - quoted.first > 25:
                    first, stop = line.start + quoted.first, line.start + quoted.last
                    return Said(self.document.text[first:stop], self.document.cite(first, stop))
        tail = line.words[last:].strip()
        if tail in ("", ".", ":") and (line.words.rstrip().endswith(":") or (obj and _AS_FOLLOWS.search(obj.words))):
            return quoted_behind(self.document, line.start + len(line.words))
        return None

    def _list_behind(self, line: _Line, last: int) -> Said | None:
        """The items behind an order that ends with a colon and says nothing else: 'inform the government:'."""
        end = line.start + len(line.words.rstrip())
        only = line.words[last:].strip() in ("", ":") and self.document.text[end - 1 : end] == ":"
        return list_behind(self.document, end) if only else None

    def _restored(self, obj: Said | None) -> Said | None:
        """The words as they stand in the document, where quotations were filled."""
        return Said(self.document.passage(obj.at), obj.at) if obj else None

    def _said(self, line: _Line, span: tuple[int, int] | None) -> Said | None:
        if span is None or span[0] >= span[1]:
            return None
        at = self._cite(line, *span)
        return Said(self.document.passage(at), at)

    def _cite(self, line: _Line, first: int, last: int) -> Citation:
        return self.document.cite(line.start + first, line.start + last)

    def _spoken_of(self, line: _Line, found: Sequence[Directive]) -> Said | None:
        """The condition of a sentence, for the items that it introduces and for 'in that event' behind it."""
        if found:
            return found[-1].condition
        place = next((place for place, piece in enumerate(line.pieces) if piece.kind in ("IF", "OCCASION")), None)
        if place is None:
            return None
        behind = (piece.start for piece in line.pieces[place:] if piece.kind in ("COMMA", "COLON", "STOP"))
        return self._said(line, (line.pieces[place].start, next(behind, len(line.words))))


def _behind_alternative(line: _Line, begun: Sequence[Head]) -> int:
    """Where the first order begins: behind what holds otherwise, "that would be better, but if they refuse you"."""
    start = after_label(line.pieces)
    kinds = [piece.kind for piece in line.pieces[: begun[0].first]] if begun else []
    if kinds[start : start + 1] in (["IF"], ["OCCASION"], ["FALLBACK"]):
        return start
    joined = (place + 1 for place, pair in enumerate(pairwise(kinds)) if pair == ("AND", "IF") and place > start)
    return next(joined, start)


def _is_asked(line: _Line, head: Head) -> bool:
    """Whether the reader is asked outright."""
    if head.shape in ("told", "wanted", "joined"):
        return True
    words = line.pieces[head.last].words
    return line.pieces[head.first].kind == "SHALL" or (head.kind == "REPORT" and _ASKS_FOR.match(words) is not None)


def _is_body_told(line: _Line) -> bool:
    """Whether somebody is told who may be called 'it' or 'he' in the next sentence."""
    return any(each.kind == "WHO" and _BODY.search(each.words) for each in line.pieces)


def _label(words: str) -> str:
    """Of which kind the label of an item is: a list under '2.' ends with '3.', one under a lead without any with it."""
    sign = words.strip(" ().–—-•")
    return "figure" if sign.isdigit() else "letter" if sign else "mark"


def _sharing(begun: Sequence[Head], told: Sequence[Parts], line: _Line) -> Iterator[Parts]:
    """With the object of the next where two verbs have one: 'introduce and seek agreement to'."""
    for place, taken in enumerate(told):
        if taken.object is None and place + 1 < len(told):
            between = line.pieces[begun[place].last + 1 : begun[place + 1].first]
            if [piece.kind for piece in between] == ["AND"]:
                taken = replace(
                    taken, object=told[place + 1].object, condition=taken.condition or told[place + 1].condition
                )
        yield taken


def _refined(head: Head, line: _Line, obj: Said | None) -> Act:
    """The act by what it is on where the verb leaves it open: an approach that is made is a consultation."""
    if head.kind == "CLEAR_DONE" and obj and re.match(r"(?i)[\w ]*\bapproach(?:es)?\b", obj.words):
        return Act.CONSULT
    if head.kind == "CLEAR_DONE" and obj and _EFFORT.search(obj.words):
        return Act.SEEK
    return head.act


def _after_opening(words: str, first: int) -> int:
    match = re.compile(r"[\s,;:.–—)]*(?:(?:and|but)\b ?)?").match(words, first)
    return match.end() if match else first
