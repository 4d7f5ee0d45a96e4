"""Reads directives from instructions: what a negotiator is told to do, each with its words, as proposals.

Two grammars, formal and telegraphic, find where an order begins; what it is on, and when, is taken from the words
around. A sentence that speaks of an order and is not understood becomes a finding. What nobody is told is no directive:
talk, reports to the Department and texts that are only quoted give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.amend.quotes import masked, quotations
from travaux.findings import Citation, Finding
from travaux.mandate import directives_by_article as by_article
from travaux.mandate.directives_heads import heads
from travaux.mandate.directives_heads_words import Head
from travaux.mandate.directives_hung import Hung, behind, folded, leading
from travaux.mandate.directives_line import (
    Line,
    after_opening,
    behind_alternative,
    is_asked,
    is_body_told,
    refined,
    sharing,
)
from travaux.mandate.directives_named import told_by_name
from travaux.mandate.directives_none import none_of, turned
from travaux.mandate.directives_object import addresses_in, in_place, kind_of
from travaux.mandate.directives_open import may_order, not_understood, speaks_of_order
from travaux.mandate.directives_parts import Parts, parts
from travaux.mandate.directives_pieces import AS_BEFORE, pieces
from travaux.mandate.directives_said import Act, Directive, Directives, Said
from travaux.mandate.directives_text import ENDED, on_text
from travaux.mandate.directives_when import refers_back, tries_again
from travaux.mandate.directives_wording import ITEM, list_behind, quoted_behind
from travaux.mandate.instructs import CUE, asks_only, instructs
from travaux.record.document import BlockKind, Document
from travaux.text.openings import in_any_case
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
_ENDED = re.compile(rf"(?i) {ENDED}\W*$")
_LEAVE = re.compile(r"(?i)\W*(?:[\w’']+ )?(?:authority|authori[sz]ation|permission|instructions?|discretion)\b")
# Who asks says one of these.
_MAY_ASK = in_any_case(
    "you|request|ask|suggest|recommend|president|secretary|appreciat|welcome|desir|let|keep|would|glad|"
    "ambassador|should (?:prepare|submit|report|complete|furnish|propose|consult)"
)
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
    return Directives(
        tuple(folded(read)),
        tuple(each for each in read if isinstance(each, Finding)),
        tuple(each for each in read if isinstance(each, Citation)),
    )


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

    def read(self) -> Iterator[Directive | Finding | Citation | Hung]:
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

    def _paragraph(self, text: str, start: int) -> Iterator[Directive | Finding | Citation | Hung]:
        filled = masked(text, quotations(text))
        named = _FOR.match(text)
        if named and named["who"] not in ("Department", "The"):
            self.told = named["who"]
        item = ITEM.match(text)
        if item is None or _label(item.group()) == self.list_of:
            self.lead, self.listed, self.saying, self.list_of = None, False, False, ""
        self.fallback = 0
        under = None if self.asks_only else by_article.under(filled)
        found: list[Directive] = []
        for first, last in sentences(text):
            if under is not None and last <= under.end:
                continue
            words = filled[first:last]
            if self.asks_only and not _MAY_ASK.search(words):
                continue
            words = words.lower() if words.isupper() else words  # cables print capitals alone
            line = Line(words, start + first, pieces(words, ours=self.ours | self.spoken_to))
            when = self._said(line, behind(words)) if found else None
            if when is not None:
                yield Hung(when)
            found = (
                []
                if self.listed and ITEM.match(text) and first < 8 and not CUE.search(words)
                else list(self._sentence(line)) or list(self._on_text(line))
            )
            if under is not None:
                found = list(self._placed(found or list(self._under(line, under, start)), under, start))
            yield from found
            if not found:
                yield from self._open(line)
            self.spoken_of = self._spoken_of(line, found)
            self.spoken_to = AS_BEFORE if found and is_body_told(line) else frozenset()
            if words.rstrip().endswith(":"):
                self.lead = self.spoken_of
                self.list_of = _label(item.group()) if item else ""
                self.saying = bool(found) and found[-1].act in (Act.CLEAR, Act.ASSURE, Act.INTRODUCE)
                self.listed = not found and _NO_ORDERS.search(words) is not None and not _STEPS.search(words)

    def _open(self, line: Line) -> Iterator[Finding | Citation]:
        """What is left of a sentence in which nothing was read, for a person to look at."""
        at = self._cite(line, 0, len(line.words))
        if speaks_of_order(line.words):
            yield not_understood(self.document, at)
        elif not self.asks_only and may_order(line.words, line.pieces):
            yield at

    def _on_text(self, line: Line) -> Iterator[Directive]:
        """What our side wants of a text or accepts of it, where it is told as its view."""
        view = None if self.saying or self.asks_only else on_text(line.words)
        if view is None:
            return
        none = none_of(view.act, line.words, view.object)
        obj = self._said(line, (view.object[0] + none, view.object[1]))
        directive = Directive(
            at=self._cite(line, *view.at),
            words=self.document.passage(self._cite(line, *view.at)),
            act=view.act,
            object=obj,
            addresses=addresses_in(obj.words) if obj else (),
            wording=self._wording(line, obj, view.at[1]) if obj else None,
            condition=self._said(line, view.condition) or self.lead,
            denied=none > 0,
            allowed=view.act is Act.ACCEPT and not none,
            fallback=view.fallback,
            addressee=self.told or self.addressee,
            date=self.document.date,
        )
        yield replace(directive, kind=kind_of(directive))

    def _under(self, line: Line, under: by_article.Under, start: int) -> Iterator[Directive]:
        """What a sentence orders that stands under a provision, with no word of who is told: 'Article 5: oppose.'"""
        first = max(0, start + under.end - line.start)
        rest = line.words[first:]
        verdict = by_article.verdict(rest)
        if verdict is not None:
            at = self._cite(line, first, len(line.words))
            when = verdict.condition
            yield Directive(
                at=at, words=self.document.passage(at), act=verdict.act, denied=verdict.denied,
                allowed=verdict.act is Act.ACCEPT and not verdict.denied, addressee=self.told or self.addressee,
                object=None,
                condition=self._said(line, (first + when[0], first + when[1])) if when else self.lead,
                date=self.document.date,
            )  # fmt: skip
            return
        before = line.start + first - len(by_article.TOLD)
        if by_article.is_ordered(rest) and before >= 0:
            words = f"{by_article.TOLD}{rest[:1].lower()}{rest[1:]}"
            for each in self._sentence(Line(words, before, pieces(words))):
                at = self.document.cite(max(each.at.start, line.start + first), each.at.end)
                yield replace(each, at=at, words=self.document.passage(at))
        elif first:
            yield from self._on_text(Line(rest, line.start + first, []))

    def _placed(self, found: Sequence[Directive], under: by_article.Under, start: int) -> Iterator[Directive]:
        at = self.document.cite(start + under.at[0], start + under.at[1])
        label = Said(self.document.passage(at), at)
        return (by_article.placed(each, label, under.addresses) for each in found)

    def _sentence(self, line: Line) -> Iterator[Directive]:
        begun = heads(line.pieces)
        start = behind_alternative(line, begun)
        spans, told = [], []
        for place, head in enumerate(begun):
            end = self._end(line, head, begun[place + 1] if place + 1 < len(begun) else None)
            told.append(parts(line.words, line.pieces, head, start=start, end=end))
            spans.append((start, end))
            start = end
        held: tuple[int, int] | None = None
        step = 0
        for place, (head, taken, span) in enumerate(zip(begun, sharing(begun, told, line), spans, strict=True)):
            if place and begun[place - 1].last + 2 == head.last and line.pieces[head.first - 1].words.lower() == "or":
                continue  # 'support or introduce' is one order
            if taken.condition is not None and taken.condition[0] < line.pieces[head.last].start:
                held = taken.condition
            elif taken.condition is None and held is not None:
                # 'If asked, you should state x and propose y': both are for when one is asked.
                taken = replace(taken, condition=held)
            if self._counts(line, head, taken):
                step = self._step(line, head, taken, step)
                before = line.words[: line.pieces[begun[0].first].start]
                found = in_place(self._directive(line, head, taken, span, step), before)
                led = found.allowed and found.condition is None
                yield replace(found, condition=self._said(line, leading(before))) if led else found

    def _step(self, line: Line, head: Head, taken: Parts, before: int) -> int:
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

    def _end(self, line: Line, head: Head, following: Head | None) -> int:
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

    def _counts(self, line: Line, head: Head, taken: Parts) -> bool:
        """Whether an order is one: a passive whose subject is not just anything, something that it is on."""
        if self.saying and head.shape in ("own", "refused"):
            return False  # a point that is to be made
        if self.asks_only and not is_asked(line, head):
            return False
        if taken.object is None:
            return (
                head.shape == "told"
                or head.last > head.first
                or (head.first == 0 and line.pieces[head.last].words.count(" ") > 1)
                or (head.kind == "REPORT" and line.pieces[head.first - 1].kind == "AND")
                or (head.kind == "REPORT" and [each.kind for each in line.pieces[1:2]] == ["ADVERB"])
                or (head.kind == "CLEAR" and line.words.rstrip().endswith(":"))
                or bool(taken.to)
                or taken.deadline is not None
                or taken.condition is not None
            )
        said = line.words[slice(*taken.object)]
        if _ENDED.search(said) and _LEAVE.match(line.words):
            return False  # what is told is that the leave is no more
        return not (head.shape == "bare" and _OTHERS.match(said) and head.kind not in ("CLEAR", "ASSURE"))

    def _directive(self, line: Line, head: Head, taken: Parts, span: tuple[int, int], step: int) -> Directive:
        first = line.pieces[span[0]].start
        last = line.pieces[span[1] - 1].end
        first = after_opening(line.words, first)
        at = self._cite(line, first, last)
        taken = turned(head.act, line.words, taken)
        obj = self._restored(self._said(line, taken.object)) or self._list_behind(line, last)
        wording = self._wording(line, obj, last)
        condition = self._condition(line, taken)
        directive = Directive(
            at=at,
            words=self.document.passage(at),
            act=refined(head, line, obj),
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

    def _condition(self, line: Line, taken: Parts) -> Said | None:
        """The words that say when: its own, those that 'in that event' stands for, or those of the list's head."""
        said = self._said(line, taken.condition)
        if said is None:
            return self.lead
        return self.spoken_of or said if refers_back(said.words) else said

    def _addressee(self, line: Line, head: Head) -> str:
        """Who is told: as the order names him, else the heading of the passage, else the document."""
        who = next((each for each in line.pieces[head.first : head.last] if each.kind in ("WHO", "POST")), None)
        if who is None or who.words.lower().startswith("you") or not re.search(r"[A-Z]", who.words):
            return self.told or self.addressee
        named = _TOLD_BY_NAME.search(re.sub(r"(?i)^the ", "", who.words))
        if named and named["who"] not in _UNNAMED:
            return named["who"]
        return self.told or self.addressee or (named["who"] if named else "")

    def _wording(self, line: Line, obj: Said | None, last: int) -> Said | None:
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

    def _list_behind(self, line: Line, last: int) -> Said | None:
        """The items behind an order that ends with a colon and says nothing else: 'inform the government:'."""
        end = line.start + len(line.words.rstrip())
        only = line.words[last:].strip() in ("", ":") and self.document.text[end - 1 : end] == ":"
        return list_behind(self.document, end) if only else None

    def _restored(self, obj: Said | None) -> Said | None:
        """The words as they stand in the document, where quotations were filled."""
        return Said(self.document.passage(obj.at), obj.at) if obj else None

    def _said(self, line: Line, span: tuple[int, int] | None) -> Said | None:
        if span is None or span[0] >= span[1]:
            return None
        at = self._cite(line, *span)
        return Said(self.document.passage(at), at)

    def _cite(self, line: Line, first: int, last: int) -> Citation:
        return self.document.cite(line.start + first, line.start + last)

    def _spoken_of(self, line: Line, found: Sequence[Directive]) -> Said | None:
        """The condition of a sentence, for the items that it introduces and for 'in that event' behind it."""
        if found:
            return found[-1].condition
        place = next((place for place, piece in enumerate(line.pieces) if piece.kind in ("IF", "OCCASION")), None)
        if place is None:
            return None
        behind = (piece.start for piece in line.pieces[place:] if piece.kind in ("COMMA", "COLON", "STOP"))
        return self._said(line, (line.pieces[place].start, next(behind, len(line.words))))


def _label(words: str) -> str:
    """Of which kind the label of an item is: a list under '2.' ends with '3.', one under a lead without any with it."""
    sign = words.strip(" ().–—-•")
    return "figure" if sign.isdigit() else "letter" if sign else "mark"
